#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Converts every sample to NDJSON, CSV and XLSX in several dialects, screens
all of them and compares the decisions with those on the sample itself.

    compare_forms.py SIGTE SCHEMA RULES SAMPLES
    compare_forms.py SIGTE SCHEMA RULES SAMPLES --foreign LibreOffice|exceljs

With --foreign the workbooks are written again by another program: LibreOffice
(`libreoffice` or `soffice` on the PATH) or the npm package exceljs (node on the
PATH, the package where NODE_PATH says). Exits 77 where it is not there.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

TOOLS = pathlib.Path(__file__).parent
sys.path.insert(0, str(TOOLS))
import convert_submission as convert  # noqa: E402

DIALECTS = [
    ("ndjson", {}),
    ("csv", {}),
    ("csv", {"encoding": "cp1252", "values": "title", "heading": "number"}),
    ("csv", {"separator": ",", "encoding": "utf-8", "decimal": ".",
             "line": "\n"}),
    ("csv", {"separator": "\t", "encoding": "utf-16", "heading": "name",
             "common": "yes"}),
    ("xlsx", {}),
    ("xlsx", {"values": "title", "heading": "number", "common": "yes"}),
    ("xlsx", {"strings": "inline", "heading": "name"}),
]
DEFAULTS = {"separator": ";", "encoding": "utf-8-sig", "heading": "title",
            "values": "code", "decimal": ",", "common": "no",
            "strings": "shared", "line": "crlf"}
SKIPPED = 77


def write(schema, records, path, options):
    options = {**DEFAULTS, **options}
    if path.suffix == ".ndjson":
        path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n"
                                for r in records), encoding="utf-8")
        return
    rows = convert.table_of(schema, records, options)
    (convert.write_csv if path.suffix == ".csv"
     else convert.write_xlsx)(str(path), rows, options)


def tight(text):
    """A value as it was found, however its list was set out."""
    return text if text is None else text.replace(", ", ",").replace(": ", ":")


def decision(line):
    """What a decision says, without where it says it stands."""
    d = json.loads(line)
    readable = d["scope"] is not None
    checks = sorted((f["code"], f["effect"]) for f in d["findings"]
                    if not f["code"].startswith("D"))
    rejected = any(f["effect"] == "reject" for f in d["findings"])
    says = {"verdict": d["verdict"], "rejected": rejected}
    if not readable:
        return says, readable
    return {
        **says, "id": d["id"], "group": d.get("municipality"),
        "scope": d["scope"], "checks": checks,
        "reasons": [(r["rule"], r["value"], r["causes"],
                     [(e["field"], tight(e["found"]), e["compared"],
                       e["value"]) for e in r["evidence"]])
                    for r in d["reasons"]],
        "questions": [(q["rule"], q["field"], q["answers"], q["settles"])
                      for q in d["questions"]],
    }, readable


def screen(sigte, rules, path):
    run = subprocess.run([sigte, "screen", "--rules", rules, "--format",
                          "ndjson", "--quiet", str(path)],
                         capture_output=True, text=True, encoding="utf-8")
    if run.returncode not in (0, 1):
        sys.exit(f"{path.name}: exit code {run.returncode}\n{run.stderr}")
    return [decision(line) for line in run.stdout.splitlines()]


def difference(expected, got):
    if len(expected) != len(got):
        return f"{len(got)} decisions, not {len(expected)}"
    for (a, readable), (b, _) in zip(expected, got):
        # What is no record at all is a row of its own in a table: both are
        # invalid, and there is no more to compare.
        keys = a if readable else ("verdict", "rejected")
        for key in keys:
            if a[key] != b[key]:
                return f"record {a.get('id')}: {key} is {b[key]}, not {a[key]}"
    return None


def by_libreoffice(folder, path):
    office = shutil.which("libreoffice") or shutil.which("soffice")
    if office is None:
        return None
    out = folder / "libreoffice"
    # A profile of its own: the user's may be in use, or not be writable.
    run = subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile",
                          "--headless", "--convert-to",
                          "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out),
                          str(path)],
                         capture_output=True, text=True, timeout=300)
    converted = out / (path.stem + ".xlsx")
    if not converted.exists():
        sys.exit(f"LibreOffice did not convert {path.name}\n{run.stdout}"
                 f"{run.stderr}")
    return converted


def has_exceljs():
    if shutil.which("node") is None:
        return False
    return subprocess.run(["node", "-e", "require('exceljs')"],
                          capture_output=True).returncode == 0


def by_exceljs(schema, records, folder, stem):
    rows = convert.table_of(schema, records, {**DEFAULTS, "values": "title"})
    source = folder / (stem + ".rows.json")
    source.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    out = folder / (stem + ".exceljs.xlsx")
    subprocess.run(["node", str(TOOLS / "write_with_exceljs.js"), str(source),
                    str(out)], check=True, timeout=300)
    return out


def foreign(program, schema, records, folder, stem):
    """The submission as `program` writes it; None where it is not there."""
    if program == "exceljs":
        return (by_exceljs(schema, records, folder, stem)
                if has_exceljs() else None)
    path = folder / (stem + ".xlsx")
    write(schema, records, path, {"values": "title", "heading": "number",
                                  "common": "yes"})
    return by_libreoffice(folder, path)


def main():
    sigte, schema_path, rules, samples = sys.argv[1:5]
    program = sys.argv[6] if len(sys.argv) > 6 else None
    schema = convert.Schema(schema_path)
    compared = 0
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for sample in sorted(pathlib.Path(samples).glob("*.*json")):
            records = convert.read_records(schema, sample)
            expected = screen(sigte, rules, sample)
            if program is not None:
                paths = [foreign(program, schema, records, folder, sample.stem)]
                if paths[0] is None:
                    print(f"{program} is not installed: its workbooks were not "
                          "read")
                    sys.exit(SKIPPED)
            else:
                paths = []
                for number, (ending, options) in enumerate(DIALECTS):
                    # An empty file is a fault: nothing says it is meant so.
                    if ending == "ndjson" and not records:
                        continue
                    path = folder / f"{sample.stem}.{number}.{ending}"
                    write(schema, records, path, options)
                    paths.append(path)
            for path in paths:
                compared += 1
                fault = difference(expected, screen(sigte, rules, path))
                if fault:
                    faults.append(f"{path.name}: {fault}")
    for fault in faults:
        print(fault)
    print(f"{compared} files compared, {len(faults)} differ")
    sys.exit(1 if faults or compared == 0 else 0)


if __name__ == "__main__":
    main()
