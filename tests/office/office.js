// SPDX-License-Identifier: MPL-2.0

// What the tests with exceljs share: run, read, compare, skip.
'use strict';

const {spawnSync} = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const [program, root] = process.argv.slice(2);

function skip(what) {
  console.log(`skipped: ${what} is not installed`);
  process.exit(process.env.SIGTE_REQUIRE_FOREIGN ? 1 : 77);
}

// Where `./dev test` puts it, or wherever node itself looks.
function load(name) {
  const places = [path.join(root, 'build-npm'), __dirname];
  for (const place of places) {
    try {
      return require(require.resolve(name, {paths: [place]}));
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return skip('exceljs (npm)');
}

const exceljs = () => load('exceljs');
const zip = () => load('jszip');  // comes with exceljs

function sigte(...args) {
  const env = {...process.env, LANG: 'C.UTF-8'};
  delete env.SIGTE_RULES;
  const run = spawnSync(program, args, {encoding: 'utf8', env});
  if (run.status !== 0 && run.status !== 1) {
    console.error(`sigte ${args.join(' ')}: ${run.status}\n${run.stderr}`);
    process.exit(1);
  }
  return run;
}

async function read(ExcelJS, file) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return workbook;
}

function textOf(cell) {
  const value = cell.value;
  if (value === null || value === undefined) return '';
  if (value.richText) return value.richText.map((part) => part.text).join('');
  if (value.text !== undefined) return String(value.text);
  return String(value);
}

function noteOf(cell) {
  if (!cell.note) return '';
  if (typeof cell.note === 'string') return cell.note;
  return cell.note.texts.map((part) => part.text).join('');
}

class Faults {
  constructor() {
    this.count = 0;
    this.checked = 0;
  }
  expect(got, wanted, what) {
    this.checked += 1;
    if (JSON.stringify(got) === JSON.stringify(wanted)) return;
    this.count += 1;
    console.log(`${what}:\n  expected ${JSON.stringify(wanted)}\n` +
                `  got      ${JSON.stringify(got)}`);
  }
  finish() {
    console.log(`${this.checked} compared, ${this.count} differ`);
    process.exitCode = this.count > 0 || this.checked === 0 ? 1 : 0;
  }
}

function scratch(use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sigte-office-'));
  return use(folder).finally(() => fs.rmSync(folder, {recursive: true}));
}

module.exports = {exceljs, zip, sigte, read, textOf, noteOf, Faults, scratch, root};
