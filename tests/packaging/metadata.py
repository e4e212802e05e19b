# SPDX-License-Identifier: MPL-2.0

"""What catalogues and lawyers read: publiccode.yml has what its standard (0.4)
asks for, and every file says under which licence it is.

    metadata.py ROOT
"""

import datetime
import fnmatch
import pathlib
import re
import subprocess
import sys
import tomllib

import yaml

IDENTIFIER = "SPDX-License-Identifier: MPL-2.0"
# Files that can say it themselves, and do so in their first lines.
OWN_WORDS = (".cc", ".h", ".js", ".go", ".py", ".sh", ".cmake", ".in", ".map")
OWN_WORDS_NAMES = ("CMakeLists.txt", "dev", "run", ".clang-format",
                   ".clang-tidy")
# Templates whose comments would end up in what is made of them.
TEMPLATES = ("engine/packaging/debian/",)

# The standard's vocabularies, as far as we use them.
CATEGORIES = {"budgeting", "compliance-management", "data-analytics",
              "data-collection"}
SCOPES = {"local-authorities", "society"}

faults: list[str] = []


def check(holds: bool, fault: str) -> None:
    if not holds:
        faults.append(fault)


def check_publiccode(root: pathlib.Path) -> None:
    with open(root / "publiccode.yml", encoding="utf-8") as file:
        data = yaml.safe_load(file)
    for key in ("publiccodeYmlVersion", "name", "url", "platforms",
                "categories", "developmentStatus", "softwareType",
                "description", "legal", "maintenance", "localisation"):
        check(key in data, f"publiccode.yml: no '{key}'")
    check(data["publiccodeYmlVersion"] == "0.4", "publiccode.yml: version")
    check(data["url"].startswith("https://"), "publiccode.yml: url")
    check(set(data["categories"]) <= CATEGORIES, "publiccode.yml: categories")
    check(set(data["intendedAudience"]["scope"]) <= SCOPES,
          "publiccode.yml: scope")
    check(data["developmentStatus"] in {"concept", "development", "beta",
                                        "stable", "obsolete"},
          "publiccode.yml: developmentStatus")
    datetime.date.fromisoformat(data["releaseDate"])
    check(data["legal"]["license"] == "MPL-2.0", "publiccode.yml: license")
    kind = data["maintenance"]["type"]
    check(kind in {"internal", "contract", "community", "none"},
          "publiccode.yml: maintenance")
    check(("contacts" in data["maintenance"]) == (kind in {"internal",
                                                           "community"}),
          "publiccode.yml: contacts")
    check(isinstance(data["localisation"]["localisationReady"], bool),
          "publiccode.yml: localisationReady")
    languages = data["localisation"]["availableLanguages"]
    check(set(languages) == set(data["description"]),
          "publiccode.yml: a language without a description")
    for language, text in data["description"].items():
        where = f"publiccode.yml: description/{language}"
        check(len(text["shortDescription"]) <= 150, f"{where}: too long")
        check(150 <= len(text["longDescription"]) <= 10000, f"{where}: length")
        check(len(text["features"]) > 0, f"{where}: features")


def files_of(root: pathlib.Path) -> list[str]:
    try:
        listed = subprocess.run(
            ["git", "-C", root, "ls-files", "-z", "--cached", "--others",
             "--exclude-standard"],
            capture_output=True, check=True, text=True).stdout
        names = [name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = [str(path.relative_to(root)) for path in root.rglob("*")
                 if path.is_file()]
        names = [name for name in names
                 if not re.match(r"build|\.git/|\.cache/", name)]
    return [name for name in names if (root / name).is_file()]


def speaks_for_itself(name: str) -> bool:
    path = pathlib.PurePath(name)
    if name.startswith(TEMPLATES) and path.suffix != ".cmake":
        return False
    return path.name in OWN_WORDS_NAMES or path.suffix in OWN_WORDS


def check_licences(root: pathlib.Path) -> None:
    with open(root / "REUSE.toml", "rb") as file:
        annotations = tomllib.load(file)["annotations"]
    patterns = [pattern for annotation in annotations
                if annotation.get("SPDX-License-Identifier") == "MPL-2.0"
                for pattern in annotation["path"]]
    for name in files_of(root):
        if speaks_for_itself(name):
            head = (root / name).read_text(encoding="utf-8").split("\n")[:3]
            check(any(IDENTIFIER in line for line in head),
                  f"{name}: the first lines do not say '{IDENTIFIER}'")
            continue
        if name.startswith("LICENSE"):
            continue
        # "**" is any depth, as in REUSE; fnmatch's "*" crosses folders anyway.
        check(any(fnmatch.fnmatch(name, pattern) for pattern in patterns),
              f"{name}: REUSE.toml does not name it")
    check((root / "LICENSES/MPL-2.0.txt").read_bytes() ==
          (root / "LICENSE").read_bytes(), "LICENSES/MPL-2.0.txt differs")


def main() -> None:
    root = pathlib.Path(sys.argv[1])
    check_publiccode(root)
    check_licences(root)
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
