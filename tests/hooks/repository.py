# SPDX-License-Identifier: MPL-2.0

"""A throw-away git repository, and how the tests of this folder are run.

Each test file is called with the program, the source folder and a folder to
write in. It exits with 77 (skipped) where git or pre-commit is not there, unless
SIGTE_REQUIRE_FOREIGN is set.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM, SOURCE, WORK = (pathlib.Path(part) for part in sys.argv[1:4])
MINI = SOURCE / "tests" / "data" / "mini"

GOOD = {"id": "1", "title": "Zoo", "cost": 10, "target": "members"}
DOUBTFUL = {"id": "1", "title": "Picnic", "cost": 30}
DEAR = {"id": "1", "title": "Hemmelig tur", "cost": 4321, "target": "members"}


def submission(*records, club=7):
    return json.dumps({"season": "2020", "club": club,
                       "outings": list(records)}, ensure_ascii=False) + "\n"


def require(name):
    if shutil.which(name):
        return
    if os.environ.get("SIGTE_REQUIRE_FOREIGN"):
        sys.exit(f"{name} is not installed, and SIGTE_REQUIRE_FOREIGN is set")
    print(f"skipped: {name} is not installed")
    sys.exit(77)


class Run:
    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout.decode("utf-8", "replace")
        self.err = done.stderr.decode("utf-8", "replace")
        self.all = self.out + self.err


class Repository:
    """In a folder of its own with a name that needs care; so is its home."""

    def __init__(self):
        WORK.mkdir(parents=True, exist_ok=True)
        self.base = pathlib.Path(tempfile.mkdtemp(prefix="hooks æ ", dir=WORK))
        self.top = self.base / "repo sø"
        self.temporary = self.base / "tmp"
        self.commands = self.base / "bin"
        for folder in (self.top, self.temporary, self.commands):
            folder.mkdir()
        (self.commands / "sigte").symlink_to(PROGRAM)
        self.environment = {
            "PATH": f"{self.commands}:/usr/bin:/bin", "HOME": str(self.base),
            "LANG": "en_GB.UTF-8", "TMPDIR": str(self.temporary),
            "PRE_COMMIT_HOME": str(WORK / "pre-commit-home"),
            "GIT_CONFIG_NOSYSTEM": "1",
            # The build folder may itself lie in a repository.
            "GIT_CEILING_DIRECTORIES": str(WORK)}
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "tests")
        self.git("config", "user.email", "tests@example.org")
        self.write(".sigte.yaml", f"ruleset: '{MINI}'\n")

    def remove(self):
        shutil.rmtree(self.base, ignore_errors=True)

    def write(self, name, text):
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def run(self, *words, cwd=None, environment=None):
        done = subprocess.run(
            [str(word) for word in words], cwd=cwd or self.top, check=False,
            env={**self.environment, **(environment or {})},
            stdin=subprocess.DEVNULL, capture_output=True, timeout=200)
        return Run(done)

    def git(self, *words, **how):
        run = self.run("git", *words, **how)
        if run.code != 0:
            raise AssertionError(f"git {words}: {run.all}")
        return run

    def commit(self, *words, **how):
        """`git commit`, whatever comes of it."""
        return self.run("git", "commit", "-q", "-m", "change", *words, **how)

    def sigte(self, *words, **how):
        return self.run("sigte", *words, **how)


class TestCase(unittest.TestCase):
    def needs_no_other_sigte(self):
        if shutil.which("sigte", path="/usr/bin:/bin"):
            self.skipTest("sigte is installed")

    def setUp(self):
        self.repo = Repository()
        self.addCleanup(self.repo.remove)

    def assert_leaves_nothing(self):
        """No submission stays behind in the folder for temporary files."""
        self.assertEqual(list(self.repo.temporary.iterdir()), [])


def main():
    unittest.main(argv=sys.argv[:1], verbosity=2)
