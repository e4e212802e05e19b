# SPDX-License-Identifier: MPL-2.0

"""A type's name is defined once in a namespace. Two types of one name in two
files are no fault that a compiler or a linker sees, but their members may be
taken for one another's (the one-definition rule, C++20 [basic.def.odr]).

    one_definition.py ENGINE
"""

import collections
import pathlib
import re
import sys

OPENS = re.compile(r"namespace\s*([\w:]*)\s*\{")
CLOSES = re.compile(r"\}\s*// namespace")
DEFINES = re.compile(r"(?:template .*)?(?:class|struct|enum class|union)\s+(\w+)"
                     r"\s*(?:final\s*)?(?::(?!:)[^;]*)?\{")


def definitions(path):
    inside = []
    for line in path.read_text(encoding="utf-8").splitlines():
        opened = OPENS.match(line)
        if opened:
            inside.append(opened.group(1))
        elif CLOSES.match(line) and inside:
            inside.pop()
        else:
            defined = DEFINES.match(line)
            # In an unnamed namespace it is the file's own.
            if defined and inside and all(inside):
                yield "::".join(inside + [defined.group(1)])


def main():
    found = collections.defaultdict(set)
    files = sorted(p for p in pathlib.Path(sys.argv[1]).rglob("*")
                   if p.suffix in (".h", ".cc"))
    for path in files:
        for name in definitions(path):
            found[name].add(str(path))
    twice = {name: paths for name, paths in found.items() if len(paths) > 1}
    for name, paths in sorted(twice.items()):
        print(f"{name} is defined in {' and in '.join(sorted(paths))}")
    print(f"one_definition: {len(found)} types in {len(files)} files")
    return 1 if twice or not found else 0


sys.exit(main())
