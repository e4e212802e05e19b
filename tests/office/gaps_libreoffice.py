# SPDX-License-Identifier: MPL-2.0

"""The column that says what is missing, worked out by LibreOffice."""

import os
import tempfile

import office

office.need_libreoffice()
faults = office.Faults()
REQUIRED = ["Tilbudsområde", "Initiativ", "Primær målgruppe", "Indhold"]

with tempfile.TemporaryDirectory() as folder:
    blank = os.path.join(folder, "skema.xlsx")
    filled = os.path.join(folder, "udfyldt.xlsx")
    office.sigte("template", "-o", blank, "--rows", "6", "--lang", "da")
    office.edit_cells(blank, filled, "xl/worksheets/sheet2.xml", {
        # Everything that must be there; 0 is an answer.
        "B5": "Social", "C5": "Café", "D5": 0,
        "H5": "Bredere integrationsindsats", "J5": "Cafe hver uge",
        # Begun with a field that may be blank.
        "G6": "ukendt",
        # Blanks are no answer.
        "B7": "Social", "C7": "   ", "D7": 12,
    })
    sheets = office.sheets_as_csv(filled, recalculate=True)
    with_municipality = os.path.join(folder, "kommune.xlsx")
    office.edit_cells(filled, with_municipality, "xl/worksheets/sheet2.xml",
                      {"B1": "Aarhus"})
    chosen = office.sheets_as_csv(with_municipality, recalculate=True)

gaps = [row[12] for row in sheets["Svar"][4:]]
faults.expect(sheets["Svar"][3][12], "Mangler", "the column")
faults.expect(gaps[0], "Kommune", "a full row without its municipality")
faults.expect(gaps[1], ", ".join(["Kommune"] + REQUIRED), "a row just begun")
faults.expect(gaps[2], "Kommune, Initiativ, Primær målgruppe, Indhold",
              "blanks are no answer")
faults.expect(gaps[3:], ["", "", ""], "rows that nobody began")
gaps = [row[12] for row in chosen["Svar"][4:]]
faults.expect(gaps[0], "\u2714", "a full row")
faults.expect(gaps[2], "Initiativ, Primær målgruppe, Indhold",
              "the municipality is chosen")
progress = {row[1]: row[2] for row in chosen["Vejledning"] if len(row) > 2}
faults.expect(progress.get("Påbegyndte rækker"), "3", "rows begun")
faults.expect(progress.get("Heraf rækker, hvor noget mangler"), "2",
              "rows with gaps")
faults.finish(10)
