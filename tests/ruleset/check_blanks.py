# SPDX-License-Identifier: MPL-2.0
"""What people cannot see decides nothing: records whose texts are set in, broken
into lines or pasted with other blanks get the verdicts that they got before.

Usage: check_blanks.py SIGTE SOURCE_FOLDER"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

TEXTS = ("title", "content", "purpose", "legal_basis")


def wrapped(text):
    return "\n".join(textwrap.wrap(text, 60, break_long_words=False,
                                   break_on_hyphens=False))


CHANGES = {
    "blanks around": lambda text: f"  {text}\n",
    "two blanks for one": lambda text: text.replace(" ", "  "),
    "blanks that do not break": lambda text: text.replace(" ", "\u00a0"),
    "tabs": lambda text: text.replace(" ", "\t"),
    "lines of 60": wrapped,
}
# Where a line breaks behind an abbreviation, or a number begins the next, a
# reader may be in doubt too.
MOST_DIFFERENT = {"lines of 60": 0.005}


def scopes(sigte, records, folder):
    path = pathlib.Path(folder) / "records.ndjson"
    lines = [json.dumps(r, ensure_ascii=False) for r in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    run = subprocess.run([sigte, "screen", "--format", "ndjson", path],
                         capture_output=True, text=True, encoding="utf-8",
                         check=False)
    decisions = [json.loads(line) for line in run.stdout.splitlines()]
    if len(decisions) != len(records):
        sys.exit(f"{len(decisions)} decisions of {len(records)}\n{run.stderr}")
    return [d["scope"] for d in decisions]


def main():
    sigte, source = sys.argv[1], pathlib.Path(sys.argv[2])
    records = []
    for path in sorted((source / "tests/data/corpus").glob("*records.ndjson")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            record["id"] = f"{len(records)}"
            records.append(record)
    if len(records) < 80:
        sys.exit(f"only {len(records)} records")
    with tempfile.TemporaryDirectory() as folder:
        before = scopes(sigte, records, folder)
        for name, change in CHANGES.items():
            changed = [
                {key: change(value) if key in TEXTS and isinstance(value, str)
                 and re.search(r"\w", value) else value
                 for key, value in record.items()} for record in records]
            after = scopes(sigte, changed, folder)
            different = sum(a != b for a, b in zip(before, after))
            if different > MOST_DIFFERENT.get(name, 0) * len(records):
                sys.exit(f"{name}: {different} of {len(records)} differ")


if __name__ == "__main__":
    main()
