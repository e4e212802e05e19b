# SPDX-License-Identifier: MPL-2.0

"""What the tests with LibreOffice share: run, convert, compare, skip."""

import csv
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

PROGRAM, ROOT = sys.argv[1], sys.argv[2]
SAMPLES = os.path.join(ROOT, "samples", "kortlaegning-2022")

# LibreOffice trusts the values that stand in a file; here it is to work them
# out, as Excel does.
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop
 oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def skip(what):
    print(f"skipped: {what} is not installed")
    sys.exit(1 if os.environ.get("SIGTE_REQUIRE_FOREIGN") else 77)


def need_libreoffice():
    if not shutil.which("soffice"):
        skip("LibreOffice (libreoffice-calc-nogui)")


def sigte(*arguments, codes=(0, 1)):
    environment = dict(os.environ, LANG="C.UTF-8")
    environment.pop("SIGTE_RULES", None)
    run = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True,
                         env=environment, check=False)
    if run.returncode not in codes:
        sys.exit(f"sigte {arguments}: {run.returncode}\n{run.stderr}")
    return run


def sheets_as_csv(workbook, recalculate=False):
    """Every sheet, hidden ones too, as {name: rows of texts}."""
    with tempfile.TemporaryDirectory() as folder:
        profile = os.path.join(folder, "profile")
        if recalculate:
            os.makedirs(os.path.join(profile, "user"))
            with open(os.path.join(profile, "user",
                                   "registrymodifications.xcu"), "w") as file:
                file.write(ALWAYS_RECALCULATE)
        out = os.path.join(folder, "out")
        options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false," \
                  "false,false,false,-1"
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{profile}",
             "--convert-to", options, "--outdir", out, workbook],
            check=True, capture_output=True, timeout=300)
        base = os.path.splitext(os.path.basename(workbook))[0]
        sheets = {}
        for path in glob.glob(os.path.join(out, "*.csv")):
            name = os.path.basename(path)[len(base) + 1:-len(".csv")]
            with open(path, encoding="utf-8", newline="") as file:
                sheets[name] = list(csv.reader(file))
        return sheets


def schema():
    with open(os.path.join(ROOT, "schemas", "submission.schema.json"),
              encoding="utf-8") as file:
        return json.load(file)


def fields():
    """The fields of a record in the schema's order, as {name: definition}."""
    definitions = schema()["$defs"]
    return {name: definitions[name]
            for name in definitions["record"]["properties"]}


def heading(definition):
    number = str(definition.get("x-number", ""))
    text = definition["title"]
    if number.isdigit():
        text = f"Felt {number}: {text}"
    unit = definition.get("x-unit")
    return f"{text} ({unit['da']})" if unit else text


def label(definition, value):
    for choice in definition.get("oneOf", []):
        if choice["const"] == value:
            return choice["title"]
    return str(value)


def is_of_type(definition, value):
    """Whether a value is of its field's type: as text, numbers are no numbers."""
    types = definition.get("type", [])
    types = [types] if isinstance(types, str) else types
    is_number = "integer" in types or "number" in types
    return not (is_number and isinstance(value, str))


def shown(definition, value):
    """A value as a cell shows it."""
    if value is None:
        return ""
    if not is_of_type(definition, value):
        return "(JSON) " + json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "; ".join(label(definition["items"], v) for v in value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return label(definition, value)


class Faults:
    def __init__(self):
        self.count = 0

    def expect(self, got, wanted, what):
        if got != wanted:
            self.count += 1
            print(f"{what}:\n  expected {wanted!r}\n  got      {got!r}")

    def finish(self, checked):
        print(f"{checked} compared, {self.count} differ")
        sys.exit(1 if self.count or not checked else 0)


def edit_cells(workbook, edited, sheet_file, cells):
    """A copy of the workbook with texts and numbers typed into cells."""
    with zipfile.ZipFile(workbook) as source, \
            zipfile.ZipFile(edited, "w") as target:
        for item in source.infolist():
            data = source.read(item.filename)
            if item.filename == sheet_file:
                text = data.decode("utf-8")
                for cell, value in cells.items():
                    text = typed(text, cell, value)
                data = text.encode("utf-8")
            target.writestr(item, data)


def typed(text, cell, value):
    pattern = re.compile(rf'<c r="{cell}"( s="\d+")?(?:/>| t="inlineStr">.*?</c>)')
    match = pattern.search(text)
    if not match:
        sys.exit(f"no cell {cell} in the sheet")
    style = match.group(1) or ""
    if isinstance(value, str):
        new = f'<c r="{cell}"{style} t="inlineStr"><is><t>{value}</t></is></c>'
    else:
        new = f'<c r="{cell}"{style}><v>{value}</v></c>'
    return text[:match.start()] + new + text[match.end():]
