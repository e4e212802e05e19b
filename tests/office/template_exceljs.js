// SPDX-License-Identifier: MPL-2.0

// exceljs sees lists, checks, names, protection and panes in the template.
'use strict';

const path = require('path');
const office = require('./office');

const ExcelJS = office.exceljs();
const faults = new office.Faults();
const FIRST = 5;  // the first row to be filled in

function bytes(text) {
  return Array.from(text).reduce((n, c) => n + (c > '\uffff' ? 2 : 1), 0);
}

function columns(answers) {
  const found = {};
  answers.getRow(FIRST - 1).eachCell((cell, number) => {
    found[office.textOf(cell)] = number;
  });
  return found;
}

function checkHints(answers, at) {
  for (const [heading, column] of Object.entries(at)) {
    if (heading === 'Mangler') continue;
    for (const row of [FIRST, FIRST + 8]) {
      const check = answers.getCell(row, column).dataValidation;
      faults.expect(Boolean(check && check.prompt), true, `${heading}: a hint`);
      if (!check) continue;
      faults.expect(check.showInputMessage, true, `${heading}: hint is shown`);
      faults.expect(bytes(check.prompt) <= 255, true, `${heading}: hint fits`);
      faults.expect(bytes(check.promptTitle) <= 32, true,
                    `${heading}: title fits`);
    }
  }
}

function checkKinds(answers, at) {
  const check = (heading, row = FIRST) =>
    answers.getCell(row, at[heading]).dataValidation;
  const spent = check('Felt 2: Bruttoudgifter (1.000 kr.)');
  faults.expect([spent.type, spent.operator || 'between', spent.formulae],
                ['whole', 'between', [0, 1000000000000]], 'whole numbers');
  faults.expect(spent.errorStyle, 'warning', 'unknown may be said');
  const share = check('Felt 10: Andel af målgruppen (procent)');
  faults.expect([share.type, share.formulae], ['decimal', [0, 100]], 'share');
  faults.expect(share.errorStyle, 'warning', 'a dash may stay');
  const target = check('Felt 6: Primær målgruppe', FIRST + 3);
  faults.expect([target.type, target.formulae],
                ['list', ['list_primary_target']], 'a named list');
  faults.expect(target.errorStyle || 'stop', 'stop', 'required: no way past');
  const title = check('Felt 1: Initiativ');
  faults.expect([title.type, title.operator, title.formulae],
                ['textLength', 'lessThanOrEqual', [300]], 'length');
  const town = answers.getCell('B1').dataValidation;
  faults.expect([town.type, town.formulae], ['list', ['list_municipality']],
                'the municipality above');
}

function checkNames(workbook) {
  const names = {};
  for (const {name, ranges} of workbook.definedNames.model) {
    names[name] = ranges;
  }
  faults.expect(names.list_municipality, ['Lister!$A$2:$A$99'],
                '98 municipalities');
  faults.expect(names.list_financing.length, 1, 'financing');
  const lists = workbook.getWorksheet('Lister');
  faults.expect([lists.getCell('A2').value, lists.getCell('A99').value],
                ['København', 'Hjørring'], 'first and last');
}

function checkProtection(workbook, answers, at) {
  for (const sheet of workbook.worksheets) {
    faults.expect(Boolean(sheet.sheetProtection && sheet.sheetProtection.sheet),
                  true, `${sheet.name} is protected`);
  }
  const locked = (cell) =>
    !(cell.protection && cell.protection.locked === false);
  for (const [heading, column] of Object.entries(at)) {
    faults.expect(locked(answers.getCell(FIRST - 1, column)), true,
                  `the heading ${heading} is locked`);
    faults.expect(locked(answers.getCell(FIRST, column)),
                  heading === 'Mangler', `${heading}: input is open`);
  }
  faults.expect(locked(answers.getCell('B1')), false, 'the municipality');
  faults.expect(locked(answers.getCell('B2')), true, 'what all share');
}

function checkView(workbook, answers) {
  const view = answers.views[0];
  faults.expect([view.state, view.ySplit, view.xSplit], ['frozen', 4, 3],
                'frozen panes');
  faults.expect(workbook.worksheets.map((sheet) => [sheet.name, sheet.state]),
                [['Vejledning', 'visible'], ['Svar', 'visible'],
                 ['Lister', 'hidden'], ['_sigte', 'hidden']], 'sheets');
  const setup = answers.pageSetup;
  faults.expect([setup.orientation, setup.paperSize, setup.fitToWidth],
                ['landscape', 9, 2], 'page');
  faults.expect(workbook.created.toISOString(), '2000-01-01T00:00:00.000Z',
                'no clock');
}

office.scratch(async (folder) => {
  const file = path.join(folder, 'skema.xlsx');
  office.sigte('template', '-o', file, '--rows', '9', '--lang', 'da');
  const workbook = await office.read(ExcelJS, file);
  const answers = workbook.getWorksheet('Svar');
  const at = columns(answers);
  checkHints(answers, at);
  checkKinds(answers, at);
  checkNames(workbook);
  checkProtection(workbook, answers, at);
  checkView(workbook, answers);
}).then(() => faults.finish());
