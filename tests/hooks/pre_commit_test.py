# SPDX-License-Identifier: MPL-2.0

"""The ids of .pre-commit-hooks.yaml under the real pre-commit.

The hooks come from a repository with the manifest and `dev` of this source
folder. Nothing is built and nothing is fetched: network is cut where the system
lets us.
"""

import shutil
import subprocess
import time

import repository
from repository import DEAR, GOOD, submission

FEW_SECONDS = 15  # where others compile at the same time; 2 where nobody does


def cut_network():
    """A prefix under which a command has no network; empty where it may not."""
    prefix = ["unshare", "-rn"]
    tried = subprocess.run([*prefix, "true"], check=False, capture_output=True)
    return prefix if tried.returncode == 0 else []


class PreCommit(repository.TestCase):
    def setUp(self):
        super().setUp()
        self.hooks = self.repo.base / "hooks"
        self.hooks.mkdir()
        shutil.copy(repository.SOURCE / ".pre-commit-hooks.yaml", self.hooks)
        shutil.copy(repository.SOURCE / "dev", self.hooks)
        shutil.copy(repository.SOURCE / "CMakeLists.txt", self.hooks)
        for words in (("init", "-q", "-b", "main"), ("add", "-A"),
                      ("-c", "user.name=t", "-c", "user.email=t@example.org",
                       "commit", "-q", "-m", "hooks")):
            self.repo.git(*words, cwd=self.hooks)
        self.rev = self.repo.git("rev-parse", "HEAD",
                                 cwd=self.hooks).out.strip()

    def use(self, *ids):
        hooks = "".join(f"  - id: {name}\n" for name in ids)
        self.repo.write(".pre-commit-config.yaml",
                        f"repos:\n- repo: '{self.hooks}'\n  rev: {self.rev}\n"
                        f"  hooks:\n{hooks}")
        self.repo.git("add", "-A")

    def pre_commit(self, *words, **how):
        return self.repo.run(*cut_network(), "pre-commit", "run", *words, **how)

    def test_a_good_file_passes_and_nothing_is_said(self):
        self.use("sigte")
        self.repo.write("a.json", submission(GOOD))
        self.repo.git("add", "-A")
        run = self.pre_commit("--verbose")
        self.assertEqual(run.code, 0, run.all)
        self.assertIn("Passed", run.out)
        self.assertNotIn("records read", run.out)

    def test_a_file_that_is_called_like_an_option_is_one(self):
        for hook in ("sigte", "sigte-build"):
            self.use(hook)
            self.repo.write("--format.json", submission(GOOD))
            self.repo.git("add", "-A")
            run = self.pre_commit()
            self.assertEqual(run.code, 0, run.all)
        self.repo.write("--format.json", submission(DEAR))
        self.repo.git("add", "-A")
        run = self.pre_commit()
        self.assertEqual(run.code, 1, run.all)
        self.assertIn("--format.json:", run.all)

    def test_a_bad_file_fails_with_the_finding_and_one_line_of_totals(self):
        self.use("sigte")
        self.repo.write("a.json", submission(GOOD))
        self.repo.write("data/æ ø å.json", submission(DEAR, club=8))
        self.repo.git("add", "-A")
        run = self.pre_commit("--color", "always")  # a terminal for the hook
        self.assertEqual(run.code, 1)
        shown = [line for line in run.out.splitlines() if "sigte:" in line or
                 ".json:" in line]
        self.assertEqual(len(shown), 2, run.out)
        self.assertIn("data/æ ø å.json:1:", shown[0])
        self.assertIn("[K2 too_dear]", shown[0])
        self.assertIn("1 invalid", shown[1])
        self.assertNotIn("4321", run.out)
        self.assertNotIn("%", run.out)  # no progress

    def test_other_endings_are_seen_too(self):
        self.use("sigte")
        line = '{"id": "1", "club": 1, "title": "t", "cost": 4321}\n'
        for ending in ("ndjson", "jsonl", "NDJSON"):
            self.repo.write(f"a.{ending}", line)
        self.repo.git("add", "-A")
        run = self.pre_commit()
        self.assertEqual(run.out.count("too_dear"), 3, run.out)
        self.use("sigte-rules")
        self.repo.write("rulings/R.YAML", "nonsense: 1\n")
        self.repo.git("add", "-A")
        run = self.pre_commit()
        self.assertEqual(run.code, 1)
        self.assertIn("rulings/R.YAML:1:1: error: unknown key", run.out)

    def test_three_thousand_files_in_several_processes_take_seconds(self):
        self.use("sigte")
        for i in range(3000):
            record = DEAR if i in (7, 2990) else GOOD
            self.repo.write(f"indberetninger/2019/kommune nr {i:04} æøå.json",
                            submission(record, club=1 + i % 999))
        self.repo.git("add", "-A")
        start = time.monotonic()
        run = self.pre_commit()
        taken = time.monotonic() - start
        self.assertEqual(run.code, 1)
        self.assertEqual(run.out.count("too_dear"), 2, run.out)
        self.assertEqual(run.out.count("sigte: records read"), 2, run.out)
        self.assertLess(taken, FEW_SECONDS)
        print(f"3,000 files: {taken:.2f} s")

    def test_only_the_whole_tree_shows_that_somebody_submitted_twice(self):
        self.repo.write("a.json", submission(GOOD))
        self.repo.write("b.json", submission({**GOOD, "title": "Bus"}))
        self.use("sigte")
        # As when pre-commit splits the list.
        for name in ("a.json", "b.json"):
            self.assertEqual(self.pre_commit("--files", name).code, 0)
        self.use("sigte-all")
        run = self.pre_commit("--files", "a.json")
        self.assertEqual(run.code, 1)
        self.assertIn("[H102 submitted-twice]", run.out)

    def test_another_version_than_the_required_one_refuses(self):
        self.use("sigte")
        self.repo.write(".sigte.yaml", "required-version: \">=99.1, <100\"\n"
                        f"ruleset: '{repository.MINI}'\n")
        self.repo.write("a.json", submission(GOOD))
        self.repo.git("add", "-A")
        run = self.pre_commit()
        self.assertEqual(run.code, 1)  # pre-commit's own
        self.assertIn("exit code: 2", run.out)
        self.assertIn("sigte >=99.1, <100 is required here, but this is sigte ",
                      run.out)

    def test_a_fault_in_a_rule_file_is_found_in_its_ruleset(self):
        shutil.copytree(repository.MINI, self.repo.top / "rules" / "mine")
        self.use("sigte-rules")
        self.assertEqual(self.pre_commit("--all-files").code, 0)
        text = (self.repo.top / "rules/mine/rules.yaml").read_text("utf-8")
        self.repo.write("rules/mine/rules.yaml",
                        text.replace("cost > dear", "cost > deer"))
        self.repo.git("add", "-A")
        run = self.pre_commit("--files", "rules/mine/terms/boats.yaml")
        self.assertEqual(run.code, 1)
        self.assertIn("rules/mine/rules.yaml:", run.out)
        self.assertIn("deer", run.out)

    def test_the_script_takes_the_program_that_is_there(self):
        self.use("sigte-build")
        self.repo.write("a.json", submission(DEAR))
        self.repo.git("add", "-A")
        run = self.pre_commit()
        self.assertEqual(run.code, 1)
        self.assertIn("[K2 too_dear]", run.out)

    def test_a_folder_can_be_tried_before_it_is_used(self):
        self.repo.write("a.json", submission(DEAR))
        self.repo.git("add", "-A")
        run = self.repo.run("pre-commit", "try-repo", self.hooks, "sigte",
                            "--files", "a.json")
        self.assertEqual(run.code, 1)
        self.assertIn("[K2 too_dear]", run.out)


if __name__ == "__main__":
    for name in ("git", "pre-commit"):
        repository.require(name)
    repository.main()
