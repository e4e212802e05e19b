# SPDX-License-Identifier: MPL-2.0

"""`sigte hook --staged` and the hook that `sigte hook install` writes."""

import os
import subprocess
import time

import repository
from repository import DEAR, DOUBTFUL, GOOD, submission

TOO_DEAR = "error: The outing is too dear. [K2 too_dear]"


class Staged(repository.TestCase):
    def stage(self, name, text):
        self.repo.write(name, text)
        self.repo.git("add", "-A")

    def staged(self, *words, **how):
        run = self.repo.sigte("hook", "--staged", *words, **how)
        self.assert_leaves_nothing()
        return run

    def test_what_is_good_passes_without_a_word(self):
        self.stage("a.json", submission(GOOD))
        run = self.staged()
        self.assertEqual((run.code, run.all), (0, ""))

    def test_nothing_staged_is_nothing_to_check(self):
        run = self.staged()
        self.assertEqual((run.code, run.all), (0, ""))

    def test_what_is_bad_is_told_without_its_values(self):
        self.stage("data/a.json", submission(DEAR))
        run = self.staged()
        self.assertEqual(run.code, 1, run.all)
        lines = run.out.splitlines()
        self.assertTrue(lines[0].startswith("data/a.json:1:"), run.out)
        self.assertTrue(lines[0].endswith(TOO_DEAR), run.out)
        self.assertEqual(len(lines), 2, run.out)
        self.assertIn("records read: 1", lines[1])
        self.assertNotIn("4321", run.all)
        self.assertNotIn("Hemmelig", run.all)

    def test_the_index_counts_and_not_the_work_tree(self):
        self.stage("a.json", submission(DEAR))
        self.repo.write("a.json", submission(GOOD))
        self.assertEqual(self.staged().code, 1)
        self.repo.git("add", "a.json")
        self.repo.write("a.json", submission(DEAR))
        self.assertEqual(self.staged().code, 0)

    def test_only_what_changes_is_checked(self):
        self.stage("old.json", submission(DEAR))
        self.repo.git("commit", "-q", "-m", "before the hook")
        self.stage("new.json", submission(GOOD, club=8))
        self.assertEqual(self.staged().code, 0)
        self.assertEqual(self.staged("--all").code, 1)

    def test_renamed_files_are_checked_and_deleted_ones_are_not(self):
        self.stage("a.json", submission(DEAR))
        self.stage("b.json", submission({**DEAR, "cost": 5000}, club=8))
        self.repo.git("commit", "-q", "-m", "before the hook")
        self.repo.git("mv", "a.json", "moved.json")
        self.repo.git("rm", "-q", "b.json")
        run = self.staged()
        self.assertEqual(run.code, 1)
        self.assertIn("moved.json:1:", run.out)
        self.assertNotIn("b.json", run.out)

    def test_names_may_hold_danish_letters_blanks_and_line_breaks(self):
        for name in ("æ ø å.json", "two\nlines.json", "-dash.json", "'q\".json"):
            self.stage("mappe med blank/" + name, submission(DEAR))
        run = self.staged()
        self.assertEqual(run.code, 1)
        self.assertIn("mappe med blank/æ ø å.json:1:", run.out)
        self.assertEqual(run.out.count("too_dear"), 4, run.out)

    def test_submodules_are_left_alone(self):
        other = self.repo.base / "other"
        self.repo.git("init", "-q", other, cwd=self.repo.base)
        self.repo.git("-c", "user.name=t", "-c", "user.email=t@example.org",
                      "commit", "-q", "--allow-empty", "-m", "x", cwd=other)
        self.repo.git("-c", "protocol.file.allow=always", "submodule", "add",
                      "-q", other, "sub.json")
        self.repo.git("add", "-A")
        run = self.staged()
        self.assertEqual((run.code, run.all), (0, ""))

    def test_links_are_followed_within_the_index(self):
        strict = f"ruleset: '{repository.MINI}'\nfail-on: borderline\n"
        self.repo.write("shared/cfg.yaml", strict)
        (self.repo.top / ".sigte.yaml").unlink()
        (self.repo.top / ".sigte.yaml").symlink_to("shared/cfg.yaml")
        self.stage("a.json", submission(DOUBTFUL))
        self.repo.write("shared/cfg.yaml", "nonsense: 1\n")  # not staged
        run = self.staged()
        self.assertEqual(run.code, 1, run.all)
        self.assertIn("a.json:1:1: warning: Whom is the outing for?", run.out)
        # A folder, a link to a link, and a way through a linked folder.
        subprocess.run(["cp", "-r", repository.MINI, self.repo.top / "mine"],
                       check=True)
        self.repo.write("shared/kend/r.yaml", "nonsense: 1\n")
        self.repo.write("shared/cfg.yaml", "ruleset: by/name\n")
        (self.repo.top / "by").mkdir()
        (self.repo.top / "by" / "name").symlink_to("../again")
        (self.repo.top / "again").symlink_to("mine/../mine")
        (self.repo.top / "rulings").symlink_to("shared/kend")
        self.repo.git("add", "-A")
        run = self.staged()
        self.assertEqual(run.code, 1, run.all)
        self.assertTrue(run.err.startswith(
            "rulings/r.yaml:1:1: error: unknown key 'nonsense';"), run.err)

    def test_linked_data_is_checked_once_and_as_it_is_staged(self):
        self.stage("store/one.raw", submission(DEAR))
        (self.repo.top / "a.json").symlink_to("store/one.raw")
        (self.repo.top / "b.json").symlink_to("a.json")
        self.stage("store/two.json", submission(GOOD, club=9))
        for words in ([], ["--all"]):
            run = self.staged(*words)
            self.assertEqual(run.code, 1, run.all)
            self.assertEqual(run.out.count("too_dear"), 1, run.out)
            self.assertTrue(run.out.startswith("a.json:1:"), run.out)
        self.repo.git("commit", "-q", "-m", "before the hook")
        self.stage("store/one.raw", submission({**DEAR, "cost": 5000}))
        self.assertEqual(self.staged().code, 1)  # its links change with it

    def test_links_that_cannot_be_followed_are_told(self):
        outside = self.repo.base / "outside.json"
        outside.write_text(submission(DEAR), "utf-8")
        (self.repo.top / "link.json").symlink_to(outside)
        (self.repo.top / "up.json").symlink_to("../outside.json")
        (self.repo.top / "round.json").symlink_to("round.json")
        self.stage("a.json", submission(GOOD))
        run = self.staged()
        self.assertEqual((run.code, run.out), (0, ""))
        self.assertIn(
            "warning: 'up.json' is a link to '../outside.json', which leads to "
            "nothing that is staged in this repository [H109 unfollowed-link]\n",
            run.err)
        self.assertEqual(run.err.count("H109 unfollowed-link]"), 3, run.err)
        # What is checked by would be something else than what was meant.
        self.repo.git("commit", "-q", "-m", "before the hook")
        self.repo.write("cfg.yaml", "fail-on: borderline\n")
        (self.repo.top / ".sigte.yaml").unlink()
        (self.repo.top / ".sigte.yaml").symlink_to("cfg.yaml")
        self.repo.git("add", ".sigte.yaml")
        run = self.staged()
        self.assertEqual(run.code, 2)
        self.assertTrue(run.err.startswith(
            "error: '.sigte.yaml' is a link to 'cfg.yaml', which leads to nothing "
            "that is staged in this repository [H109 unfollowed-link]\n"), run.err)
        self.repo.git("add", "cfg.yaml")
        self.assertEqual(self.staged().code, 0)
        (self.repo.top / "rulings").symlink_to("/nowhere")
        self.stage("b.json", submission(GOOD, club=8))
        run = self.staged()
        self.assertEqual(run.code, 2)
        self.assertIn("error: 'rulings' is a link to '/nowhere'", run.err)
        (self.repo.top / "b.json").unlink()
        self.repo.git("rm", "-q", "--cached", "b.json")
        self.repo.git("commit", "-q", "--no-verify", "-m", "so be it")
        self.stage("notes.txt", "no submission\n")
        self.assertEqual(self.staged().code, 0)

    def test_the_staged_configuration_rulings_and_rules_count(self):
        self.stage("a.json", submission(DOUBTFUL))
        self.stage(".sigte.yaml",
                   f"ruleset: '{repository.MINI}'\nfail-on: borderline\n")
        self.repo.write(".sigte.yaml", "nonsense: true\n")  # not staged
        run = self.staged()
        self.assertEqual(run.code, 1, run.all)
        self.assertIn("a.json:1:1: warning: Whom is the outing for? [I1 by_members]",
                      run.out)
        # A staged ruleset goes before the work tree's.
        subprocess.run(["cp", "-r", repository.MINI, self.repo.top / "rules"],
                       check=True)
        self.stage(".sigte.yaml", "ruleset: rules\n")
        self.assertEqual(self.staged().code, 0)
        self.repo.write("rules/rules.yaml", "- nonsense\n")
        self.assertEqual(self.staged().code, 0)
        self.repo.git("add", "-A")
        run = self.staged()
        self.assertEqual(run.code, 2)
        self.assertIn("rules.yaml:1:3: error:", run.err)

    def test_what_a_configuration_names_and_is_not_staged_does_not_count(self):
        names = {"rulings": ("kend", "nonsense: 1\n", "kend/r.yaml"),
                 "ruleset": ("./own", "- nonsense\n", "own/rules.yaml")}
        for key, (named, text, name) in names.items():
            self.stage(".sigte.yaml", f"{key}: {named}\n")
            self.stage("a.json", submission(GOOD))
            self.repo.write(name, text)
            run = self.staged()
            self.assertEqual(run.code, 2)
            self.assertTrue(run.err.startswith(
                f".sigte.yaml:1:10: error: the folder '{named}' is not among what "
                "is staged: git's index has no file in it [C114 not-staged]\n"),
                run.err)
            # Where nobody has it, it is told as anywhere else.
            (self.repo.top / name).unlink()
            (self.repo.top / name).parent.rmdir()
            run = self.staged()
            self.assertEqual(run.code, 2)
            self.assertIn("C107" if key == "rulings" else "C108", run.err)

    def test_what_is_named_absolutely_is_taken_from_the_index_too(self):
        self.repo.write("kend/r.yaml", "nonsense: 1\n")
        self.stage(".sigte.yaml", f"ruleset: '{repository.MINI}'\n"
                   f"rulings: '{self.repo.top}/kend'\n")
        self.stage("a.json", submission(GOOD))
        self.repo.write("kend/r.yaml", "")
        run = self.staged()
        self.assertEqual(run.code, 1, run.all)
        self.assertTrue(run.err.startswith(
            "kend/r.yaml:1:1: error: unknown key 'nonsense'"), run.err)

    def test_the_neighbour_of_a_repository_is_where_it_is(self):
        (self.repo.base / "beside").mkdir()
        (self.repo.base / "beside" / "r.yaml").write_text("nonsense: 1\n")
        self.stage("sub/.sigte.yaml", f"ruleset: '{repository.MINI}'\n"
                   "rulings: ../../beside\n")
        self.stage("sub/a.json", submission(GOOD))
        run = self.staged()
        self.assertEqual(run.code, 1, run.all)
        self.assertIn("beside/r.yaml:1:1: error: unknown key 'nonsense'", run.err)

    def test_a_staged_ruling_that_cannot_be_read_is_told(self):
        self.repo.write("data/rulings/r.yaml", "nonsense: 1\n")
        self.stage("data/a.json", submission(GOOD))
        (self.repo.top / "data/rulings/r.yaml").unlink()  # not staged
        run = self.staged()
        self.assertEqual(run.code, 1)
        self.assertIn("data/rulings/r.yaml:1:1: error: unknown key 'nonsense'",
                      run.err)

    def test_a_configuration_is_checked_before_it_is_committed(self):
        self.repo.git("commit", "-q", "--allow-empty", "-m", "begin")
        self.stage(".sigte.yaml", "fail-in: never\n")
        run = self.staged()
        self.assertEqual(run.code, 2)
        self.assertIn(".sigte.yaml:1:1: error: unknown key 'fail-in'", run.err)
        self.stage(".sigte.yaml", "fail-on: never\n")
        self.assertEqual(self.staged().code, 0)

    def test_what_decides_is_checked_with_all_that_it_decides(self):
        self.repo.write("old/a.json", submission(DOUBTFUL))
        self.repo.write("old/rulings/r.yaml", "nonsense: 1\n")
        self.stage("c.txt", "")
        (self.repo.top / "old/rulings/r.yaml").unlink()
        self.repo.git("add", "-A")
        self.repo.git("commit", "-q", "-m", "before the hook")
        begin = f"ruleset: '{repository.MINI}'\n"
        changes = {
            ".sigte.yaml": (begin + "fail-on: borderline\n", 1, "old/a.json:1:"),
            "old/rulings/r.yaml": ("nonsense: 1\n", 1, "old/rulings/r.yaml:1:1:"),
            "new/rulings/sub/r.yml": ("nonsense: 1\n", 1,
                                      "new/rulings/sub/r.yml:1:1:")}
        for name, (text, code, told) in changes.items():
            before = (self.repo.top / name).exists()
            self.stage(name, text)
            run = self.staged()
            self.assertEqual(run.code, code, run.all)
            self.assertIn("\n" + told, "\n" + run.all)
            self.repo.git("rm", "-q", "-f", name)
            if before:
                self.repo.git("checkout", "HEAD", "--", name)
            self.assertEqual(self.staged().code, 0)

    def test_rules_that_change_are_checked_without_data(self):
        subprocess.run(["cp", "-r", repository.MINI, self.repo.top / "mine"],
                       check=True)
        self.stage(".sigte.yaml", "ruleset: mine\n")
        self.repo.git("commit", "-q", "-m", "before the hook")
        self.stage("mine/rules.yaml", "- nonsense\n")
        run = self.staged()
        self.assertEqual(run.code, 2)
        self.assertTrue(run.err.startswith("rules.yaml:1:3: error:") or
                        run.err.startswith("mine/rules.yaml:1:3: error:"), run.err)
        self.repo.git("rm", "-q", "--cached", "-r", "mine")
        run = self.staged()
        self.assertEqual(run.code, 2)
        self.assertIn("C114 not-staged", run.err)

    def test_a_deleted_ruling_no_longer_decides(self):
        self.repo.write("a.json", submission(DOUBTFUL))
        self.stage(".sigte.yaml",
                   f"ruleset: '{repository.MINI}'\nfail-on: borderline\n")
        self.stage("rulings/r.yaml", "nonsense: 1\n")
        self.repo.git("commit", "-q", "-m", "before the hook")
        self.repo.git("rm", "-q", "rulings/r.yaml")
        run = self.staged()
        self.assertEqual(run.code, 1)
        self.assertTrue(run.out.startswith("a.json:1:1: warning:"), run.all)

    def test_where_inputs_are_named_these_are_what_is_decided(self):
        for name in ("data/a.json", "drafts/b.json"):
            self.stage(name, submission(DEAR))
        self.repo.git("commit", "-q", "-m", "before the hook")
        self.repo.write("drafts/c.json", submission(DEAR))
        self.stage(".sigte.yaml",
                   f"ruleset: '{repository.MINI}'\ninputs: [data]\n")
        run = self.staged()
        self.assertEqual(run.code, 1)
        told = [line.split(":")[0] for line in run.out.splitlines()[:-1]]
        self.assertEqual(told, ["data/a.json", "drafts/c.json"])

    def test_other_json_and_tables_do_not_stop_a_commit(self):
        self.stage("package.json", '{"name": "x", "version": "1.0.0"}\n')
        self.stage("tsconfig.json", "{ // a comment\n}\n")
        self.stage("prices.csv", "a;b\n1;2\n")
        self.stage("broken.xlsx", "no workbook\n")
        run = self.staged()
        self.assertEqual((run.code, run.all), (0, ""))
        told = self.staged("--verbose")
        self.assertIn("'package.json' is no submission and was passed over",
                      told.err)
        self.assertEqual(told.err.count("passed over"), 4, told.err)

    def test_a_broken_submission_is_one_all_the_same(self):
        self.stage("a.json", submission(GOOD)[:-4])
        self.stage("b.json", submission(GOOD).replace("outings", "outngs"))
        run = self.staged()
        self.assertEqual(run.code, 2, run.all)
        self.assertIn("a.json:1:", run.out)
        self.assertIn("b.json:1:", run.out)

    def test_what_the_inputs_name_is_never_something_else(self):
        self.stage("data/package.json", '{"name": "x"}\n')
        self.assertEqual(self.staged().code, 0)
        self.stage(".sigte.yaml",
                   f"ruleset: '{repository.MINI}'\ninputs: [data/]\n")
        run = self.staged()
        self.assertEqual(run.code, 2)
        self.assertIn("data/package.json:1:", run.out)

    def test_what_the_inputs_name_is_checked_whatever_its_ending(self):
        for name in ("indberetning", "data/a.json.old", "data/notes.txt"):
            self.repo.write(name, submission(DEAR, club=len(name)))
        self.stage(".sigte.yaml", f"ruleset: '{repository.MINI}'\n"
                   "inputs: [./indberetning, data, 'data/*.txt']\n")
        # Of folders and by patterns it is the data files, as everywhere.
        for words in ([], ["--all"]):
            run = self.staged(*words)
            self.assertEqual(run.code, 1, run.all)
            self.assertEqual(run.out.count("too_dear"), 1, run.out)
            self.assertIn("indberetning:1:", run.out)
        self.repo.git("commit", "-q", "-m", "before the hook")
        self.stage("data/b.json", submission(GOOD))
        self.assertEqual(self.staged().code, 0)
        self.stage("data/.sigte.yaml", f"ruleset: '{repository.MINI}'\n"
                   "inputs: [a.json.old]\n")
        self.stage("data/a.json.old", submission({**DEAR, "cost": 5000}))
        run = self.staged()
        self.assertEqual(run.code, 1)
        self.assertIn("data/a.json.old:1:", run.out)

    def test_inputs_are_known_however_they_are_named(self):
        self.stage("store/one.raw", submission(DEAR))
        (self.repo.top / "data").mkdir()
        (self.repo.top / "data" / "a.json").symlink_to("../store/one.raw")
        self.stage("other/b.json", submission(DEAR))
        begin = f"ruleset: '{repository.MINI}'\n"
        typed = self.repo.top / "typed.yaml"
        typed.write_text(begin + "inputs: [data]\n")
        runs = {"inputs: [data]\n": [], "inputs: ['data/*.json']\n": [],
                f"inputs: ['{self.repo.top}/data']\n": [],
                "inputs: [other]\n": ["--config", "typed.yaml"]}
        for inputs, words in runs.items():
            self.stage(".sigte.yaml", begin + inputs)
            run = self.staged("--all", *words)
            told = [line.split(":")[0] for line in run.out.splitlines()[:-1]]
            self.assertEqual(told, ["data/a.json"], inputs + run.all)

    def test_from_a_subfolder_it_is_the_same(self):
        self.stage("data/a.json", submission(DEAR))
        run = self.staged(cwd=self.repo.top / "data")
        self.assertEqual(run.code, 1)
        self.assertIn("data/a.json:1:", run.out)

    def test_outside_a_repository_it_says_so(self):
        run = self.repo.sigte("hook", "--staged", cwd=self.repo.base)
        self.assertEqual(run.code, 2)
        self.assertIn("H101 git-failed", run.err)

    def test_the_whole_index_is_compared_across_files(self):
        self.stage("a.json", submission(GOOD))
        self.stage("b.json", submission({**GOOD, "title": "Bus"}))
        self.assertEqual(self.staged().code, 0)
        run = self.staged("--all")
        self.assertEqual(run.code, 1)
        self.assertIn("b.json:1:1: error: 7 is in 'a.json' too; one submission "
                      "must be one file [H102 submitted-twice]", run.out)

    def test_a_stopped_check_leaves_nothing_behind(self):
        for i in range(40):
            self.repo.write(f"d/{i}.ndjson", "".join(
                f'{{"id": "{n}", "club": 1, "title": "t {n}", "cost": 1}}\n'
                for n in range(5000)))
        self.repo.git("add", "-A")
        # While git still lays the files out, and while they are screened.
        for last in ("0.ndjson", "9.ndjson"):
            check = subprocess.Popen(
                ["sigte", "hook", "--staged"], cwd=self.repo.top,
                env=self.repo.environment, stdout=subprocess.DEVNULL)
            while check.poll() is None and not list(
                    self.repo.temporary.glob("*/d/" + last)):
                time.sleep(0.002)
            self.assertIsNone(check.poll(), "it ended before it was stopped")
            check.terminate()
            self.assertEqual(check.wait(60), 2)
            self.assert_leaves_nothing()


class All(repository.TestCase):
    def test_without_inputs_it_reads_what_git_tracks_from_here(self):
        self.repo.write("tracked/a.json", submission(DEAR))
        self.repo.write("tracked/æ ø/b.json", submission(DEAR, club=8))
        self.repo.write("other/c.json", submission(DEAR, club=9))
        self.repo.git("add", "-A")
        self.repo.write("tracked/draft.json", submission(DEAR, club=10))
        (self.repo.top / "tracked" / "a.json").unlink()
        run = self.repo.sigte("hook", "--all", cwd=self.repo.top / "tracked")
        self.assertEqual(run.code, 1)
        self.assertEqual(run.out.count("too_dear"), 1, run.out)
        self.assertIn("æ ø/b.json:1:", run.out)

    def test_links_are_followed(self):
        (self.repo.base / "outside.json").write_text(submission(DEAR), "utf-8")
        (self.repo.top / "link.json").symlink_to("../outside.json")
        (self.repo.top / "gone.json").symlink_to("../gone.json")
        (self.repo.top / "again.json").symlink_to("link.json")
        self.repo.git("add", "-A")
        run = self.repo.sigte("hook", "--all")
        self.assertEqual(run.code, 1, run.all)
        self.assertEqual(run.out.count("too_dear"), 1, run.out)

    def test_an_empty_repository_is_no_fault(self):
        self.assertEqual(self.repo.sigte("hook", "--all").code, 0)


class Installed(repository.TestCase):
    def setUp(self):
        super().setUp()
        self.hook = self.repo.top / ".git" / "hooks" / "pre-commit"

    def install(self, *words, **how):
        run = self.repo.sigte("hook", "install", *words, **how)
        self.assertEqual(run.code, 0, run.all)
        return run

    def test_it_checks_the_first_commit_and_every_other(self):
        self.assertIn(".git/hooks/pre-commit' now checks every commit",
                      self.install().out)
        self.repo.write("a.json", submission(DEAR))
        self.repo.git("add", "-A")
        run = self.repo.commit()
        self.assertEqual(run.code, 1)
        self.assertIn(TOO_DEAR, run.all)
        self.repo.write("a.json", submission(GOOD))
        self.repo.git("add", "-A")
        run = self.repo.commit()
        self.assertEqual((run.code, run.all), (0, ""))
        self.assert_leaves_nothing()

    def test_commit_all_and_commit_only_are_checked_as_they_will_be(self):
        self.repo.write("a.json", submission(GOOD))
        self.repo.write("b.json", submission(GOOD, club=8))
        self.repo.git("add", "-A")
        self.repo.git("commit", "-q", "-m", "begin")
        self.install()
        self.repo.write("a.json", submission(DEAR))
        self.repo.write("b.json", submission({**GOOD, "cost": 11}, club=8))
        self.assertEqual(self.repo.commit("-a").code, 1)
        run = self.repo.commit("--only", "b.json")
        self.assertEqual(run.code, 0, run.all)
        run = self.repo.commit("--only", "a.json", cwd=self.repo.top)
        self.assertEqual(run.code, 1)
        self.assert_leaves_nothing()

    def test_a_merge_that_people_settled_is_checked(self):
        self.repo.write("a.json", submission(GOOD))
        self.repo.git("add", "-A")
        self.repo.git("commit", "-q", "-m", "begin")
        self.install()
        self.repo.git("checkout", "-q", "-b", "side")
        self.repo.write("a.json", submission({**GOOD, "cost": 20}))
        self.assertEqual(self.repo.commit("-a").code, 0)
        self.repo.git("checkout", "-q", "main")
        self.repo.write("a.json", submission({**GOOD, "cost": 30}))
        self.assertEqual(self.repo.commit("-a").code, 0)
        self.assertNotEqual(self.repo.run("git", "merge", "side").code, 0)
        self.repo.write("a.json", submission(DEAR))
        self.repo.git("add", "-A")
        self.assertEqual(self.repo.commit().code, 1)
        self.repo.write("a.json", submission(GOOD))
        self.repo.git("add", "-A")
        self.assertEqual(self.repo.commit().code, 0)

    def test_again_changes_nothing_and_other_options_change_ours(self):
        self.install()
        before = self.hook.read_bytes()
        self.assertTrue(os.access(self.hook, os.X_OK))
        self.install()
        self.assertEqual(self.hook.read_bytes(), before)
        self.install("--all")
        self.assertIn(" hook --staged --all || exit $?\n", self.hook.read_text())

    def test_lines_that_somebody_added_are_kept_and_run(self):
        self.install()
        ours = self.hook.read_text()
        self.assertTrue(ours.startswith("#!/bin/sh\n"))
        above, below = "echo above >&2\n", "echo below >&2"
        theirs = ours.replace("#!/bin/sh\n", "#!/bin/sh\n" + above) + below
        self.hook.write_text(theirs)
        self.install()
        self.assertEqual(self.hook.read_text(), theirs)
        self.install("--all")
        self.assertEqual(self.hook.read_text(),
                         theirs.replace("--staged", "--staged --all"))
        self.repo.write("a.json", submission(GOOD))
        self.repo.git("add", "-A")
        run = self.repo.commit()
        self.assertEqual((run.code, run.all), (0, "above\nbelow\n"))
        self.repo.write("a.json", submission(DEAR))
        run = self.repo.commit("-a")
        self.assertEqual(run.code, 1)
        self.assertNotIn("below", run.all)
        run = self.repo.sigte("hook", "uninstall")
        self.assertEqual(run.out, "the lines of sigte were removed from "
                         "'.git/hooks/pre-commit'; the others are still there\n")
        self.assertEqual(self.hook.read_text(), "#!/bin/sh\n" + above + below)
        self.assertTrue(os.access(self.hook, os.X_OK))
        # Without our lines, or with a part of them, it is somebody else's.
        for text in ("#!/bin/sh\n" + above, ours.rsplit("#", 1)[0]):
            self.hook.write_text(text)
            self.assertEqual(self.repo.sigte("hook", "install").code, 2)
            self.assertEqual(self.repo.sigte("hook", "uninstall").code, 2)
            self.assertEqual(self.hook.read_text(), text)

    def test_where_git_runs_no_hooks_none_is_written(self):
        self.repo.git("config", "core.hooksPath", "")
        for command in ("install", "uninstall"):
            run = self.repo.sigte("hook", command)
            self.assertEqual(run.code, 2)
            self.assertTrue(run.err.startswith(
                "error: core.hooksPath is empty, so git runs no hooks here [H110 "
                "no-hooks-folder]\n"), run.err)
        self.assertFalse((self.repo.top / "pre-commit").exists())

    def test_somebody_elses_hook_is_never_touched(self):
        theirs = "#!/bin/sh\nexit 0\n"
        self.hook.parent.mkdir(exist_ok=True)
        for make in ("file", "link"):
            if make == "file":
                self.hook.write_text(theirs)
            else:
                self.hook.unlink()
                elsewhere = self.repo.base / "theirs"
                elsewhere.write_text(theirs)
                self.hook.symlink_to(elsewhere)
            run = self.repo.sigte("hook", "install")
            self.assertEqual(run.code, 2)
            self.assertEqual(
                run.err,
                "error: '.git/hooks/pre-commit' is there already and was made by "
                "others; it was not changed [H105 foreign-hook]\n"
                "      = help: add this line to it: sigte hook --staged || exit "
                "$?\n"
                "      = more: sigte explain H105\n")
            run = self.repo.sigte("hook", "uninstall")
            self.assertEqual(run.code, 2)
            self.assertIn("H107 not-ours", run.err)
            self.assertEqual(self.hook.read_text(), theirs)

    def test_uninstall_removes_ours(self):
        self.install()
        run = self.repo.sigte("hook", "uninstall")
        self.assertEqual(run.code, 0, run.all)
        self.assertFalse(self.hook.exists())
        self.assertEqual(self.repo.sigte("hook", "uninstall").code, 0)

    def test_it_goes_where_git_looks(self):
        self.repo.git("config", "core.hooksPath", "my hooks")
        (self.repo.top / "sub").mkdir()
        run = self.install(cwd=self.repo.top / "sub")
        self.assertEqual(run.out,
                         "'../my hooks/pre-commit' now checks every commit\n")
        self.assertTrue((self.repo.top / "my hooks" / "pre-commit").exists())
        self.assertFalse(self.hook.exists())
        self.repo.write("a.json", submission(DEAR))
        self.repo.git("add", "-A")
        self.assertEqual(self.repo.commit().code, 1)

    def test_a_second_work_tree_shares_it(self):
        self.repo.git("commit", "-q", "--allow-empty", "-m", "begin")
        tree = self.repo.base / "second"
        self.repo.git("worktree", "add", "-q", tree)
        self.install(cwd=tree)
        self.assertTrue(self.hook.exists())
        (tree / ".sigte.yaml").write_text(f"ruleset: '{repository.MINI}'\n")
        (tree / "a.json").write_text(submission(DEAR), "utf-8")
        self.repo.git("add", "-A", cwd=tree)
        run = self.repo.commit(cwd=tree)
        self.assertEqual(run.code, 1)
        self.assertIn("a.json:1:", run.all)

    def test_a_submodule_has_one_of_its_own(self):
        other = self.repo.base / "other"
        self.repo.git("init", "-q", other, cwd=self.repo.base)
        as_somebody = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        self.repo.git(*as_somebody, "commit", "-q", "--allow-empty", "-m", "x",
                      cwd=other)
        self.repo.git("-c", "protocol.file.allow=always", "submodule", "add",
                      "-q", other, "sub")
        sub = self.repo.top / "sub"
        self.install(cwd=sub)
        self.assertFalse(self.hook.exists())
        (sub / ".sigte.yaml").write_text(f"ruleset: '{repository.MINI}'\n")
        (sub / "a.json").write_text(submission(DEAR), "utf-8")
        self.repo.git("add", "-A", cwd=sub)
        run = self.repo.run("git", *as_somebody, "commit", "-q", "-m", "y",
                            cwd=sub)
        self.assertEqual(run.code, 1)
        self.assertIn("a.json:1:", run.all)

    def test_without_the_program_a_commit_says_what_to_do(self):
        self.needs_no_other_sigte()
        self.install()
        text = self.hook.read_text().replace(str(repository.PROGRAM.resolve()),
                                             "/nowhere/sigte")
        self.hook.write_text(text)
        (self.repo.commands / "sigte").unlink()
        self.repo.write("a.json", submission(GOOD))
        self.repo.git("add", "-A")
        run = self.repo.commit()
        self.assertNotEqual(run.code, 0)
        self.assertIn("sigte is not installed here", run.all)
        self.assertEqual(self.repo.commit("--no-verify").code, 0)


if __name__ == "__main__":
    repository.require("git")
    repository.main()
