# SPDX-License-Identifier: MPL-2.0

"""LibreOffice sees every submitted value in the returned workbook."""

import json
import os
import tempfile

import office

office.need_libreoffice()
faults = office.Faults()
compared = 0


def records_of(path):
    """The records of a sample, each with its municipality."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if path.endswith(".ndjson"):
        records = [json.loads(line) for line in text.splitlines()
                   if line.strip()]
        return [record for record in records if isinstance(record, dict)]
    whole = json.loads(text)
    return [dict(record, municipality=record.get("municipality",
                                                 whole.get("municipality")))
            for record in whole["initiatives"]]


def check(path, folder):
    global compared
    workbook = os.path.join(folder, "svar.xlsx")
    with open(path, "rb") as file:
        before = file.read()
    office.sigte("screen", "-o", workbook, "--lang", "da", path)
    with open(path, "rb") as file:
        faults.expect(file.read() == before, True, f"{path} is not touched")
    sheets = office.sheets_as_csv(workbook)
    answers = sheets["Svar"]
    start = next(i for i, row in enumerate(answers) if row[0] == "Id")
    head = {row[0]: row[1] for row in answers[:start]}
    columns = {text: i for i, text in enumerate(answers[start])}
    records = records_of(path)
    for record, row in zip(records, answers[start + 1:], strict=False):
        for name, definition in office.fields().items():
            heading = office.heading(definition)
            got = row[columns[heading]] if heading in columns else head[heading]
            wanted = office.shown(definition, record.get(name))
            faults.expect(got.replace(" ", " "), wanted.replace(" ", " "),
                          f"{path}: {record.get('id')}: {heading}")
            compared += 1
    findings = sheets["Fund"]
    lost = path.endswith("851-aalborg.ndjson")  # one line is no record
    total = len(records) + (1 if lost else 0)
    faults.expect(findings[1][0].startswith(f"Poster læst: {total} = "),
                  True, f"{path}: totals first: {findings[1][0]}")
    told = {row[1].split("  ")[0] for row in findings if row[0].isdigit()}
    for record in records:
        known = any(name.endswith(f"/{record['id']}") or name == record["id"]
                    for name in told)
        faults.expect(known, True, f"{path}: {record['id']} is told of")


HOSTILE = {
    "mapping": "kortlaegning-2022", "municipality": 751, "initiatives": [
        {"id": "=1+1", "area": "social", "title": "=HYPERLINK(\"http://x\")",
         "gross_expenditure_tdkk": 7, "primary_target": "a",
         "content": "+cmd|' /C calc'!A0", "purpose": "@SUM(1;1)",
         "legal_basis": "-2+3", "share_percent": 0.1},
        {"id": "2", "area": "social", "title": "a\tb\nc _x0041_ \ufffe\u0001",
         "gross_expenditure_tdkk": 123456789012345, "primary_target": "b",
         "content": "\u2714 \U0001F600 <b>&amp;</b> \"quoted\" 'so'"},
    ]}


def check_hostile(folder):
    path = os.path.join(folder, "hostile.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(HOSTILE, file)
    workbook = os.path.join(folder, "svar.xlsx")
    office.sigte("screen", "-o", workbook, "--lang", "da", path)
    rows = office.sheets_as_csv(workbook, recalculate=True)["Svar"]
    start = next(i for i, row in enumerate(rows) if row[0] == "Id")
    first, second = rows[start + 1], rows[start + 2]
    faults.expect(first[0], "=1+1", "an id is no formula")
    faults.expect(first[2], "=HYPERLINK(\"http://x\")", "nor a title")
    faults.expect(first[9], "+cmd|' /C calc'!A0", "nor a text with plus")
    faults.expect(first[10], "@SUM(1;1)", "nor one with at")
    faults.expect(first[6], "-2+3", "nor one with minus")
    faults.expect(second[2], "a\tb\nc _x0041_ \ufffd\ufffd", "odd letters")
    faults.expect(second[3].replace(",", "").replace(".", ""),
                  "123456789012345", "fifteen digits")
    faults.expect(second[9], HOSTILE["initiatives"][1]["content"], "markup")


with tempfile.TemporaryDirectory() as scratch:
    for sample in sorted(os.listdir(office.SAMPLES)):
        if sample.endswith((".json", ".ndjson")):
            check(os.path.join(office.SAMPLES, sample), scratch)
    check_hostile(scratch)
faults.finish(compared)
