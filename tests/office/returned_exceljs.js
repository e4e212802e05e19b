// SPDX-License-Identifier: MPL-2.0

// exceljs sees links, notes and colours in the returned workbook.
'use strict';

const fs = require('fs');
const path = require('path');
const office = require('./office');

const ExcelJS = office.exceljs();
const faults = new office.Faults();

function tableOf(sheet) {
  let heading = 0;
  sheet.eachRow((row, number) => {
    if (office.textOf(row.getCell(1)) === 'Nr.') heading = number;
  });
  const rows = [];
  for (let n = heading + 1; n <= sheet.rowCount; n += 1) {
    rows.push(sheet.getRow(n));
  }
  return {heading, rows};
}

// exceljs leaves out links within a workbook; its zip reader has them.
async function linksOf(file) {
  const zip = await office.zip().loadAsync(fs.readFileSync(file));
  const xml = await zip.file('xl/worksheets/sheet1.xml').async('string');
  const links = new Map();
  for (const [tag] of xml.matchAll(/<hyperlink [^>]*>/g)) {
    const value = (name) => tag.match(new RegExp(` ${name}="([^"]*)"`))[1];
    links.set(value('ref'), value('location').replace(/&apos;/g, "'"));
  }
  return links;
}

function checkTable(workbook, links) {
  const sheet = workbook.getWorksheet('Fund');
  const {heading, rows} = tableOf(sheet);
  faults.expect(sheet.getRow(heading).values.slice(1),
                ['Nr.', 'Post', 'Afgørelse', 'Alvor', 'Kode', 'Celle',
                 'Hvad og hvorfor', 'Hvad kan I gøre', 'Jeres svar', 'Stod i'],
                'the columns');
  faults.expect(rows.length >= 17, true, 'a row for every record');
  const answers = workbook.getWorksheet('Svar');
  faults.expect(links.size > 10, true, `${links.size} links`);
  rows.forEach((row, index) => {
    faults.expect(row.getCell(1).value, index + 1, 'numbered');
    faults.expect(office.textOf(row.getCell(9)), '', 'room for an answer');
    faults.expect(row.getCell(9).protection.locked, false, 'that is open');
    const target = office.textOf(row.getCell(6));
    if (!target) return;
    faults.expect(links.get(row.getCell(6).address), `'Svar'!${target}`,
                  `${target} leads to its cell`);
    const cell = answers.getCell(target);
    const severity = office.textOf(row.getCell(4));
    if (severity.startsWith('\u2714')) return;
    const sign = severity[0];
    faults.expect(office.noteOf(cell).includes(sign), true,
                  `${target} has a note with ${sign}`);
    faults.expect(cell.fill && cell.fill.type, 'pattern',
                  `${target} is coloured`);
  });
}

function checkWords(workbook) {
  const answers = workbook.getWorksheet('Svar');
  let heading = 1;
  while (office.textOf(answers.getCell(heading, 1)) !== 'Id') heading += 1;
  const titles = answers.getRow(heading).values;
  const verdict = titles.indexOf('Afgørelse');
  const remarks = titles.indexOf('Bemærkninger');
  for (let n = heading + 1; office.textOf(answers.getCell(n, 1)); n += 1) {
    const said = office.textOf(answers.getCell(n, verdict));
    faults.expect(/^[\u2714\u2013?\u2716] \S/.test(said), true,
                  `row ${n}: sign and word: ${said}`);
    faults.expect(office.textOf(answers.getCell(n, remarks)).length > 5, true,
                  `row ${n}: the same in words`);
  }
  const identity = {};
  workbook.getWorksheet('_sigte').eachRow((row) => {
    identity[office.textOf(row.getCell(1))] = office.textOf(row.getCell(2));
  });
  faults.expect(identity.ignore, 'Mangler;Afgørelse;Bemærkninger', 'ours');
}

office.scratch(async (folder) => {
  const file = path.join(folder, 'svar.xlsx');
  const sample = path.join(office.root, 'samples', 'kortlaegning-2022',
                           '751-aarhus.json');
  office.sigte('screen', '-o', file, '--lang', 'da', sample);
  const workbook = await office.read(ExcelJS, file);
  checkTable(workbook, await linksOf(file));
  checkWords(workbook);
}).then(() => faults.finish());
