# SPDX-License-Identifier: MPL-2.0

"""Validates samples, decisions and rulesets against our schemas with
python3-jsonschema, and the rulesets with `sigte validate` too.

Usage: check_schemas.py PROGRAM SOURCE_FOLDER. Exits with 77 (skipped) where the
validator is not installed.
"""

import json
import pathlib
import subprocess
import sys

try:
    from schema_files import read_yaml, schema_of, undescribed, validator
except ImportError as missing:
    print(f"skipped: python3-jsonschema and python3-yaml are needed: {missing}")
    sys.exit(77)


def decisions(program, folder, inputs):
    """What `sigte screen` prints; exit code 1 (something is invalid) is fine."""
    run = subprocess.run(
        [program, "screen", "--rules",
         folder / "rules" / "kortlaegning-2022", "--format", "ndjson", *inputs],
        stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"the program ended with {run.returncode}")
    # The made-up CPR-like numbers among the records (impossible or documented
    # test forms) must not come out whole.
    for number in ("010203-0000", "311299-0000", "320199-0000"):
        if number.encode() in run.stdout:
            sys.exit(f"a private number is shown whole: {number[:6]}-****")
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def check_rulesets(program, folder):
    """Every file of the rulesets; two validators must find nothing."""
    faults = 0
    files = [path for top in ("rules", "tests/data/mini")
             for path in sorted((folder / top).rglob("*.yaml"))]
    for path in files:
        name = schema_of(path)
        for fault in validator(folder, name).iter_errors(read_yaml(path)):
            print(f"{path}: {fault.json_path}: {fault.message}")
            faults += 1
        run = subprocess.run(
            [program, "validate", "--schema", name, "--assert-format", path],
            stdout=subprocess.PIPE, check=False)
        if run.returncode != 0:
            print(run.stdout.decode())
            faults += 1
    print(f"{len(files)} files of rulesets")
    return faults + (0 if files else 1)


def check_descriptions(folder):
    """An editor has something to say of every member of every schema."""
    faults = 0
    for path in sorted((folder / "schemas").glob("*.schema.json")):
        for pointer in undescribed(json.loads(path.read_text("utf-8"))):
            print(f"{path.name}: {pointer} lacks a title or a description")
            faults += 1
    return faults


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    samples = folder / "samples" / "kortlaegning-2022"
    corpus = folder / "tests" / "data" / "corpus"
    faults = check_descriptions(folder) + check_rulesets(program, folder)

    submission = validator(folder, "submission")
    good = [p for p in sorted(samples.glob("*.json")) if "370" not in p.name]
    for path in good:
        for fault in submission.iter_errors(json.loads(path.read_text("utf-8"))):
            print(f"{path.name}: {fault.json_path}: {fault.message}")
            faults += 1

    decision = validator(folder, "decision")
    made = decisions(program, folder, [samples, corpus / "records.ndjson",
                                       corpus / "validation.records.ndjson"])
    ruled = decisions(program, folder, ["--rulings",
                                        folder / "samples" / "rulings",
                                        "--today", "2026-11-25", samples])
    if not any(one.get("rulings") for one in ruled):
        print("expected rulings among the decisions")
        faults += 1
    made += ruled
    for one in made:
        for fault in decision.iter_errors(one):
            print(f"{one['file']}:{one['line']}: {fault.json_path}: "
                  f"{fault.message}")
            faults += 1
    verdicts = {one["verdict"] for one in made}
    print(f"{len(good)} submissions, {len(made)} decisions ({sorted(verdicts)})"
          f", {faults} faults")
    if len(verdicts) < 4:
        print("expected all four verdicts among the decisions")
        faults += 1
    sys.exit(1 if faults else 0)


main()
