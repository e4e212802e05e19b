# SPDX-License-Identifier: MPL-2.0

"""The same source in two folders, compiled as packages are, with debug
information on top, becomes the same object.

    path_independence.py BUILD SOURCE WORK
"""

import json
import pathlib
import shlex
import shutil
import subprocess
import sys

# A plain file, one that is told where things lie, one that asserts.
FILES = ["engine/base/utf8.cc", "engine/app/shipped_files.cc",
         "engine/record/record_key.cc"]


def command_of(build: pathlib.Path, file: pathlib.Path) -> list[str]:
    for entry in json.loads((build / "compile_commands.json").read_text()):
        if pathlib.Path(entry["file"]) == file:
            return shlex.split(entry["command"])
    raise SystemExit(f"nobody compiles {file}")


def compile_in(home: pathlib.Path, build: pathlib.Path, source: pathlib.Path,
               file: str) -> bytes:
    """Compiles `file` as if `home` held the sources and, in it, the build."""
    shutil.copytree(source / "engine", home / "engine", dirs_exist_ok=True)
    folder = home / "out"
    folder.mkdir(exist_ok=True)
    words = []
    for word in command_of(build, source / file):
        word = word.replace(str(build), str(folder))
        words.append(word.replace(str(source), str(home)))
    if "ccache" in words[0]:
        words = words[1:]
    # Only -o and the dependency options name files of the build.
    output = folder / "object.o"
    words[words.index("-o") + 1] = str(output)
    subprocess.run(words + ["-g", "-UNDEBUG"], cwd=folder, check=True)
    return output.read_bytes()


def main() -> None:
    build, source, work = (pathlib.Path(word) for word in sys.argv[1:4])
    shutil.rmtree(work, ignore_errors=True)
    for file in FILES:
        first = compile_in(work / "one", build, source, file)
        second = compile_in(work / "somewhere" / "else", build, source, file)
        if first != second:
            raise SystemExit(f"{file}: the object depends on its folder")
        if str(work).encode() in first:
            raise SystemExit(f"{file}: the object names its folder")
    print(f"path independence: {len(FILES)} objects compared")


if __name__ == "__main__":
    main()
