# SPDX-License-Identifier: MPL-2.0

"""LibreOffice sees in the template what the schema says."""

import os
import tempfile

import office

office.need_libreoffice()
faults = office.Faults()
with tempfile.TemporaryDirectory() as folder:
    workbook = os.path.join(folder, "skema.xlsx")
    office.sigte("template", "-o", workbook, "--rows", "7", "--lang", "da")
    again = os.path.join(folder, "igen.xlsx")
    office.sigte("template", "-o", again, "--rows", "7", "--lang", "da")
    with open(workbook, "rb") as one, open(again, "rb") as other:
        faults.expect(one.read() == other.read(), True, "same bytes twice")
    sheets = office.sheets_as_csv(workbook)

faults.expect(sorted(sheets), ["Lister", "Svar", "Vejledning", "_sigte"],
              "sheets")
answers = sheets["Svar"]
fields = {name: definition for name, definition in office.fields().items()
          if name != "municipality"}
faults.expect(answers[0][:2], ["Kommune", ""], "the municipality stands once")
faults.expect(answers[1][:2], ["Kortlægning", "kortlaegning-2022"],
              "what all share is filled in")
headings = [office.heading(definition) for definition in fields.values()]
faults.expect(answers[3][:len(headings) + 1], headings + ["Mangler"],
              "headings")
for number, row in enumerate(answers[4:], start=1):
    faults.expect(row[:len(headings) + 1],
                  [str(number)] + [""] * len(headings), f"row {number}")
faults.expect(len(answers), 4 + 7, "rows")

# Lists: a column each, under the field's heading.
lists = {column[0]: [text for text in column[1:] if text]
         for column in zip(*sheets["Lister"])}
for name, definition in office.fields().items():
    choices = [choice["title"] for choice in definition.get("oneOf", [])
               if choice["const"] is not None]
    if choices:
        faults.expect(lists.get(office.heading(definition)), choices,
                      f"list of {name}")
combined = lists[office.heading(fields["financing"])]
faults.expect(len(combined), 7, "combinations of three sources")
faults.expect(combined[3], "Tilskud fra staten; Tilskud fra private",
              "the first combination of two")

identity = {row[0]: row[1] for row in sheets["_sigte"]}
faults.expect({key: identity.get(key)
               for key in ("template", "answers", "id", "ignore")},
              {"template": "kortlaegning-2022", "answers": "Svar",
               "id": "prefilled", "ignore": "Mangler"}, "identity")
faults.expect(len(identity["digest"]), 64, "digest")

# All descriptions stand whole in the instructions.
told = "\n".join(text for row in sheets["Vejledning"] for text in row)
for name, definition in fields.items():
    faults.expect(definition["description"] in told, True, f"about {name}")
faults.finish(sum(len(row) for rows in sheets.values() for row in rows))
