#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Writes a JSON or NDJSON submission as CSV, XLSX or NDJSON: the same answers
in another form, for tests that compare the decisions. Standard library only.

    convert_submission.py SCHEMA SUBMISSION OUT.(csv|xlsx|ndjson) [OPTION=VALUE …]

Options: separator (;), encoding (utf-8-sig), heading (title|name|number),
values (code|title), decimal (,), common (no|yes: the group once, above the
heading), strings (shared|inline), line (\\n or crlf).
"""
import csv
import io
import json
import sys
import zipfile
from xml.sax.saxutils import escape


class Schema:
    """What the submission schema says of the fields of a record."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.root = json.load(file)
        self.list_member = next(
            name for name, schema in self.root["properties"].items()
            if self.resolve(schema).get("type") == "array")
        items = self.resolve(self.root["properties"][self.list_member])["items"]
        self.fields = {name: self.resolve(schema) for name, schema in
                       self.resolve(items)["properties"].items()}
        self.common = [name for name in self.root["properties"]
                       if name != self.list_member]

    def resolve(self, schema):
        while "$ref" in schema:
            node = self.root
            for step in schema["$ref"].removeprefix("#/").split("/"):
                node = node[step]
            schema = node
        return schema

    def heading(self, name, how):
        field = self.fields.get(name, {})
        title = field.get("title", name)
        if how == "name":
            return name
        number = field.get("x-number")
        if how == "number" and isinstance(number, int):
            return f"Felt {number}: {title}"
        return title

    def shown(self, name, value, how):
        """The value as an officer chooses it from a list."""
        field = self.fields.get(name, {})
        choices = field.get("oneOf") or field.get("items", {}).get("oneOf", [])
        for choice in choices:
            same = choice.get("const") == value and type(value) is not bool
            if how == "title" and same and value is not None:
                return choice.get("title", value)
        return value


def read_records(schema, path):
    """Each record as a dictionary, the file's group in it; or, where it is no
    object, as it stands."""
    with open(path, encoding="utf-8-sig") as file:
        text = file.read()
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        whole = None
    if isinstance(whole, dict) and schema.list_member in whole:
        common = {name: whole[name] for name in schema.common
                  if name in whole and name in schema.fields}
        return [{**common, **record} if isinstance(record, dict) else record
                for record in whole[schema.list_member]]
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def table_of(schema, records, options):
    """Rows of Python values: text, int, float, None."""
    how = options["values"]
    names = list(schema.fields)
    for record in records:
        names += [n for n in (record if isinstance(record, dict) else {})
                  if n not in names]
    rows = [[schema.heading(name, options["heading"]) for name in names]]
    for record in records:
        if not isinstance(record, dict):
            # No record: a row with its text alone is none either.
            row = [None] * len(names)
            row[names.index("title")] = str(record)
            rows.append(row)
            continue
        row = []
        for name in names:
            value = record.get(name)
            if isinstance(value, list):
                value = "; ".join(str(schema.shown(name, v, how))
                                  for v in value)
            else:
                value = schema.shown(name, value, how)
            row.append(value)
        rows.append(row)
    if options["common"] == "yes":
        for name in schema.common:
            if name not in names:
                continue
            at = names.index(name)
            groups = {str(row[at]) for row in rows[1:]}
            if len(groups) != 1:
                continue
            rows = ([[rows[0][at], rows[1][at]], []] +
                    [row[:at] + row[at + 1:] for row in rows])
    return rows


def write_csv(path, rows, options):
    def text(value):
        if value is None:
            return ""
        if isinstance(value, float):
            return repr(value).replace(".", options["decimal"])
        return str(value)

    out = io.StringIO()
    writer = csv.writer(out, delimiter=options["separator"],
                        lineterminator="\r\n" if options["line"] == "crlf"
                        else "\n")
    for row in rows:
        writer.writerow([text(value) for value in row])
    with open(path, "wb") as file:
        file.write(out.getvalue().encode(options["encoding"]))


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

PACKAGE_TYPE = "application/vnd.openxmlformats-package."
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def letters(column):
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell_xml(value, reference, strings, inline):
    if value is None or value == "":
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f'<c r="{reference}"><v>{value!r}</v></c>'
    text = escape(str(value))
    if inline:
        return (f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">'
                f"{text}</t></is></c>")
    index = strings.setdefault(text, len(strings))
    return f'<c r="{reference}" t="s"><v>{index}</v></c>'


def write_xlsx(path, rows, options):
    strings = {}
    inline = options["strings"] == "inline"
    data = ""
    for number, row in enumerate(rows, 1):
        cells = "".join(cell_xml(value, f"{letters(column)}{number}", strings,
                                 inline)
                        for column, value in enumerate(row, 1))
        data += f'<row r="{number}">{cells}</row>'
    parts = {
        "[Content_Types].xml":
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            'content-types"><Default Extension="rels" ContentType="'
            f'{PACKAGE_TYPE}relationships+xml"/>' +
            "".join(f'<Override PartName="/xl/{part}.xml" ContentType="'
                    f'{SHEET_TYPE}{kind}+xml"/>' for part, kind in [
                        ("workbook", "sheet.main"),
                        ("worksheets/sheet1", "worksheet"),
                        ("sharedStrings", "sharedStrings")]) + "</Types>",
        "_rels/.rels":
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
            f'Type="{RELS}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>",
        "xl/workbook.xml":
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELS}"><sheets><sheet '
            'name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
            f'Type="{RELS}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{RELS}/sharedStrings" '
            'Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml":
            f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>'
            "</worksheet>",
        "xl/sharedStrings.xml":
            f'<sst xmlns="{MAIN}">' +
            "".join(f'<si><t xml:space="preserve">{text}</t></si>'
                    for text in strings) + "</sst>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name), text.encode())


def main():
    schema = Schema(sys.argv[1])
    records = read_records(schema, sys.argv[2])
    path = sys.argv[3]
    options = {"separator": ";", "encoding": "utf-8-sig", "heading": "title",
               "values": "code", "decimal": ",", "common": "no",
               "strings": "shared", "line": "crlf"}
    options.update(option.split("=", 1) for option in sys.argv[4:])
    options["separator"] = options["separator"].replace("\\t", "\t")
    if path.endswith(".ndjson"):
        with open(path, "w", encoding="utf-8") as file:
            for record in records:
                print(json.dumps(record, ensure_ascii=False), file=file)
        return
    rows = table_of(schema, records, options)
    (write_csv if path.endswith(".csv") else write_xlsx)(path, rows, options)


if __name__ == "__main__":
    main()
