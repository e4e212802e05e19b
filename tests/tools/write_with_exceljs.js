// SPDX-License-Identifier: MPL-2.0

// Writes rows of values (JSON: a list of lists) as a workbook with exceljs:
//   node write_with_exceljs.js ROWS.json OUT.xlsx
// NODE_PATH says where the package is. Some cells are made as people make them:
// rich text, styled blanks, percentages.
const fs = require('fs');
const ExcelJS = require('exceljs');

const [source, out] = process.argv.slice(2);
const rows = JSON.parse(fs.readFileSync(source, 'utf8'));
const book = new ExcelJS.Workbook();
book.addWorksheet('Vejledning').addRow(['Svarene er på næste ark']);
const sheet = book.addWorksheet('Mine svar', {views: [{state: 'frozen', ySplit: 1}]});
rows.forEach((row, index) => {
  const added = sheet.addRow(row);
  added.eachCell({includeEmpty: true}, (cell) => {
    cell.border = {top: {style: 'thin'}};
    if (index > 0 && typeof cell.value === 'string' && cell.value.length > 20) {
      cell.value = {
        richText: [
          {font: {bold: true}, text: cell.value.slice(0, 10)},
          {text: cell.value.slice(10)},
        ],
      };
    }
  });
  const share = added.getCell(row.length);
  if (index > 0 && rows[0][row.length - 1] === 'Andel af målgruppen' &&
      typeof share.value === 'number') {
    share.value = share.value / 100;
    share.numFmt = '0%';
  }
});
book.xlsx.writeFile(out).catch((error) => {
  console.error(error);
  process.exit(1);
});
