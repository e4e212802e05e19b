# SPDX-License-Identifier: MPL-2.0

"""Reads every output format back as its consumers do: all of them are written
in one run over the samples, and must agree with each other.

Usage: check_formats.py PROGRAM SOURCE_FOLDER. Exits with 77 (skipped) where
python3-jsonschema is not installed.
"""

import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

try:
    import jsonschema
    from sarif_rules import SCHEMA, faults_of_text
except ImportError as missing:
    print(f"skipped: python3-jsonschema is needed: {missing}")
    sys.exit(77)

PROGRAM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
FAULTS = []


def expect(is_so, what):
    if not is_so:
        FAULTS.append(what)


def screen(work, *more):
    """One run with every format; the exit code is 1, as one file is invalid."""
    names = ["a.ndjson", "a.json", "a.sarif", "gl-code-quality-report.json",
             "a.xml", "a.csv", "a.md", "github:a.github", "concise:a.concise",
             "a.txt", "a.xlsx"]
    run = subprocess.run(
        [PROGRAM, "screen", "--rules", FOLDER / "rules" / "kortlaegning-2022",
         "--today", "2026-11-25", *more,
         *(part for name in names for part in ("-o", name)),
         FOLDER / "samples" / "kortlaegning-2022"],
        cwd=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    expect(run.returncode == 1, f"exit code {run.returncode}: {run.stderr}")
    expect(run.stdout == b"", "something went to standard output")
    files = {path.name: path.read_bytes() for path in work.iterdir()}
    expect(len(files) == len(names), f"files: {sorted(files)}")
    # Made-up CPR-like numbers of the samples.
    for name, content in files.items():
        for number in (b"010203-0000", b"311299-0000", b"320199-0000"):
            expect(number not in content, f"{name} shows a number whole")
    return {name: content.decode("utf-8", "replace")
            for name, content in files.items()}


def check_sarif(text, decisions, compat):
    log = json.loads(text)
    for fault in jsonschema.Draft202012Validator(SCHEMA).iter_errors(log):
        FAULTS.append(f"SARIF: {fault.json_path}: {fault.message}")
    run = log["runs"][0]
    FAULTS.extend(f"SARIF: {fault}" for fault in faults_of_text(run))
    results = run["results"]
    order = {"error": 0, "warning": 2, "note": 3, "none": 1}
    ranks = [order[one["level"]] for one in results if one["kind"] == "fail"]
    expect(ranks == sorted(ranks), "SARIF: the worst do not stand first")
    kinds = {one["kind"] for one in results}
    if compat:
        expect(kinds == {"fail"}, f"SARIF: compat has kinds {kinds}")
    else:
        expect({"fail", "review", "informational"} <= kinds,
               f"SARIF: kinds {kinds}")
    said = {}
    for one in results:
        for name in one["locations"][0].get("logicalLocations", []):
            said.setdefault(name["name"], set()).add(
                (one["kind"], one["level"]))
    waits = ({("fail", "warning")} if compat else
             {("review", "none"), ("open", "none")})
    for one in decisions:
        wanted = {"borderline": waits, "invalid": {("fail", "error")}}.get(
            one["verdict"])
        if wanted and one["id"]:
            name = f"{one['municipality']}/{one['id']}"
            expect(said.get(name, set()) & wanted,
                   f"SARIF: {name} is {said.get(name)}")
    return results


def check_json(text, decisions):
    read = {name: json.loads((FOLDER / "schemas" / f"{name}.schema.json")
                             .read_text("utf-8"))
            for name in ("decision", "decisions")}
    # One document for a validator that follows no references between files;
    # `sigte validate` follows them.
    schema = read["decisions"]
    schema["properties"]["decisions"]["items"] = {}
    schema["$defs"]["file_finding"]["properties"]["message"] = (
        read["decision"]["$defs"]["text"])
    document = json.loads(text)
    for fault in jsonschema.Draft202012Validator(schema).iter_errors(document):
        FAULTS.append(f"JSON: {fault.json_path}: {fault.message}")
    run = subprocess.run([PROGRAM, "validate", "--schema", "decisions", "-"],
                         input=text.encode(), stdout=subprocess.PIPE,
                         check=False)
    expect(run.returncode == 0, f"sigte validate: {run.stdout.decode()}")
    expect(document["decisions"] == decisions, "JSON and NDJSON differ")
    summary = document["summary"]
    expect(summary["records"] == len(decisions) == sum(
        summary[verdict]["records"] for verdict in
        ("include", "exclude", "borderline", "invalid")), "JSON: the sums")


def check_junit(text, decisions):
    root = ElementTree.fromstring(text)
    cases = 0
    for suite in root.iter("testsuite"):
        for attribute, element in (("failures", "failure"),
                                   ("errors", "error"),
                                   ("skipped", "skipped")):
            expect(int(suite.get(attribute)) ==
                   len(list(suite.iter(element))), f"JUnit: {attribute}")
        expect(int(suite.get("tests")) == len(suite), "JUnit: tests")
        cases += len([case for case in suite if case.get("line")])
    expect(cases == len(decisions), "JUnit: a case a record")
    failed = len(list(root.iter("failure")))
    expect(failed == sum(one["verdict"] == "invalid" for one in decisions),
           "JUnit: what is invalid fails")


def check_gitlab(text):
    entries = json.loads(text)
    prints = {one["fingerprint"] for one in entries}
    expect(len(prints) == len(entries) > 0, "GitLab: equal fingerprints")
    for one in entries:
        expect(set(one) == {"description", "check_name", "fingerprint",
                            "severity", "location"}, "GitLab: members")
        expect(one["severity"] in ("info", "minor", "major", "critical",
                                   "blocker"), "GitLab: severity")
        expect(one["location"]["lines"]["begin"] >= 1, "GitLab: line")


def check_csv(text, decisions):
    expect(text.startswith("\ufeff"), "CSV: no byte order mark")
    rows = list(csv.reader(text[1:].splitlines(keepends=True), delimiter=";",
                           strict=True))
    expect(len(rows) == len(decisions) + 1, "CSV: a row a record")
    expect(len({len(row) for row in rows}) == 1, "CSV: columns")
    expect(text.count("\n") == text.count("\r\n") == len(rows), "CSV: lines")


def check_lines(files):
    for line in files["a.concise"].splitlines()[:-1]:
        expect(re.match(r"^[^:]+:(\d+:\d+|[^:]+![A-Z]+\d+): "
                        r"(fejl|advarsel|bemærkning): .* \[\w+( [\w-]+)?\]$", line),
               f"concise: {line}")
    for line in files["a.github"].splitlines():
        expect(re.match(r"^::(error|warning|notice) title=[^,:]+"
                        r"(,file=[^,:]+,line=\d+(,endLine=\d+)?,col=\d+"
                        r"(,endColumn=\d+)?)?::.", line), f"github: {line}")
    for command in ("error", "warning", "notice"):
        count = files["a.github"].count(f"::{command} ")
        expect(count <= 10, f"github: {count} times {command}")


def main():
    for more in ((), ("--rulings", str(FOLDER / "samples" / "rulings")),
                 ("--sarif-compat", "--threads", "1")):
        with tempfile.TemporaryDirectory() as work:
            files = screen(pathlib.Path(work), "--lang", "da", *more)
        decisions = [json.loads(line)
                     for line in files["a.ndjson"].splitlines()]
        results = check_sarif(files["a.sarif"], decisions,
                              "--sarif-compat" in more)
        if "--rulings" in more:
            states = {one["status"] for result in results
                      for one in result.get("suppressions", [])}
            expect(states == {"accepted", "underReview"},
                   f"SARIF: suppressions {states}")
        check_json(files["a.json"], decisions)
        check_junit(files["a.xml"], decisions)
        check_gitlab(files["gl-code-quality-report.json"])
        check_csv(files["a.csv"], decisions)
        check_lines(files)
        print(f"{len(decisions)} decisions, {len(results)} results")
    for fault in FAULTS:
        print(fault)
    sys.exit(1 if FAULTS else 0)


main()
