# SPDX-License-Identifier: MPL-2.0
"""The rule that README.md shows is one: it can be put in the shipped ruleset,
and its examples hold.

Usage: readme_rule.py SIGTE SOURCE_FOLDER"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def main():
    sigte, source = sys.argv[1], pathlib.Path(sys.argv[2])
    readme = (source / "README.md").read_text(encoding="utf-8")
    shown = re.search(
        r"^## How to write a rule$.*?^```yaml\n(.*?)^```$", readme,
        re.MULTILINE | re.DOTALL)
    if shown is None:
        sys.exit("README.md shows no rule")
    with tempfile.TemporaryDirectory() as folder:
        rules = pathlib.Path(folder) / "rules"
        shutil.copytree(source / "rules/kortlaegning-2022", rules)
        (rules / "shown.yaml").write_text(shown[1], encoding="utf-8")
        for command in ("check", "test"):
            run = subprocess.run(
                [sigte, "rules", command, "--rules", rules, "--lang", "en"],
                capture_output=True, text=True, check=False)
            if run.returncode != 0:
                sys.exit(run.stdout + run.stderr)


if __name__ == "__main__":
    main()
