# SPDX-License-Identifier: MPL-2.0

"""`./dev run`: which program it takes, and that it is built once. The build is
played by a cmake of our own, so that nothing is compiled.
"""

import concurrent.futures
import shutil

import repository

FAKE_CMAKE = """#!/bin/sh
echo "$*" >> "$CALLS"
test -z "$BREAKS" || { echo "no compiler here"; exit 1; }
while [ $# -gt 0 ]; do
  if [ "$1" = -B ]; then build=$2; fi
  if [ "$1" = --build ]; then
    sleep 0.3
    printf '#!/bin/sh\\necho "built: $*; in $(pwd)"\\n' > "$2/sigte"
    chmod +x "$2/sigte"
    exit 0
  fi
  shift
done
mkdir -p "$build"
"""


class BuildOnce(repository.TestCase):
    def setUp(self):
        super().setUp()
        self.needs_no_other_sigte()
        self.copy = self.repo.base / "copy of the source"
        self.copy.mkdir()
        for name in ("dev", "CMakeLists.txt"):
            shutil.copy(repository.SOURCE / name, self.copy)
        for name in ("rules", "schemas"):
            (self.copy / name).mkdir()
            (self.copy / name / "kept").write_text("x")
        for words in (("init", "-q"), ("add", "-A"),
                      ("-c", "user.name=t", "-c", "user.email=t@example.org",
                       "commit", "-q", "-m", "x")):
            self.repo.git(*words, cwd=self.copy)
        self.calls = self.repo.base / "calls"
        self.cache = self.repo.base / "cache"
        (self.repo.commands / "sigte").unlink()
        cmake = self.repo.commands / "cmake"
        cmake.write_text(FAKE_CMAKE)
        cmake.chmod(0o755)
        self.environment = {"CALLS": str(self.calls), "BREAKS": "",
                            "XDG_CACHE_HOME": str(self.cache),
                            # As git sets it for a hook of another repository.
                            "GIT_DIR": str(self.repo.top / ".git"),
                            "GIT_INDEX_FILE": ".git/index"}

    def dev_run(self, *words, **environment):
        return self.repo.run(self.copy / "dev", "run", *words,
                             environment={**self.environment, **environment})

    def builds(self):
        if not self.calls.exists():
            return 0
        return self.calls.read_text().count("--build")

    def test_it_is_built_once_however_many_ask_at_a_time(self):
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            runs = list(pool.map(lambda i: self.dev_run("hook", f"{i} a.json"),
                                 range(4)))
        for i, run in enumerate(runs):
            self.assertEqual(run.code, 0, run.all)
            self.assertEqual(run.out, f"built: hook {i} a.json; in "
                             f"{self.repo.top}\n")
        self.assertEqual(self.builds(), 1)
        self.assertEqual(self.dev_run("hook").err, "")
        self.assertEqual(self.builds(), 1)
        kept = list((self.cache / "sigte").iterdir())
        self.assertEqual(len(kept), 1)
        self.assertTrue((kept[0] / "rules" / "kept").exists())
        self.assertTrue((kept[0] / "schemas" / "kept").exists())

    def test_another_commit_is_built_anew(self):
        self.dev_run("hook")
        self.repo.git("-c", "user.name=t", "-c", "user.email=t@example.org",
                      "commit", "-q", "--allow-empty", "-m", "y", cwd=self.copy)
        self.dev_run("hook")
        self.assertEqual(self.builds(), 2)

    def test_a_program_that_is_there_is_taken(self):
        there = self.repo.base / "mine"
        there.write_text("#!/bin/sh\necho \"mine: $*\"\n")
        there.chmod(0o755)
        self.assertEqual(self.dev_run("hook", SIGTE_BIN=str(there)).out,
                         "mine: hook\n")
        (self.repo.commands / "sigte").symlink_to(there)
        self.assertEqual(self.dev_run("hook").out, "mine: hook\n")
        self.assertEqual(self.builds(), 0)

    def test_where_it_cannot_be_built_the_log_and_the_packages_are_named(self):
        run = self.dev_run("hook", BREAKS="1")
        self.assertEqual(run.code, 2)
        log = next((self.cache / "sigte").iterdir()) / "build.log"
        self.assertEqual(log.read_text(), "no compiler here\n")
        self.assertIn(str(log), run.err)
        self.assertIn("apt install g++ cmake", run.err)
        self.assertEqual(self.dev_run("hook").code, 0)


if __name__ == "__main__":
    for name in ("git", "flock"):
        repository.require(name)
    repository.main()
