# SPDX-License-Identifier: MPL-2.0
"""Every question of the shipped ruleset is a yes or no: answers are taken as
"the rule holds" or "it does not". Whether "yes" is the right one, only a reader
can say; a question that asks how much, which or why, or that offers two halves
to choose from, is told here.

Usage: yes_or_no.py SOURCE_FOLDER"""

import pathlib
import re
import sys

try:
    import yaml
except ImportError:
    sys.exit(77)

BEGINS = {
    "da": r"(Begyndte|Betales|Bor|Bruges|Bygger|Består|Er|Findes|Følger|"
          r"Gennemføres|Gennemførte|Gives|Går|Handler|Har|Henviser|Hjælper|Hænger|Kan|Ligger|Mangler|Nævner|"
          r"Siger|Skal|Sluttede) ",
    "en": r"(Are|Can|Did|Do|Does|Has|Have|Is|May|Was|Were) ",
}
# "A or B?" between things that one yes cannot tell apart.
CHOICE = {"da": r", eller ", "en": r", or (is|are|does|do|has) "}


def main():
    rules = pathlib.Path(sys.argv[1]) / "rules/kortlaegning-2022"
    faults = []
    count = 0
    for path in sorted(rules.glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        if not isinstance(content, list):
            continue
        for rule in content:
            for lang, text in rule.get("ask", {}).items():
                count += 1
                if (not re.match(BEGINS[lang], text) or text.count("?") != 1
                        or re.search(CHOICE[lang], text)):
                    faults.append(f"{path.name}: {rule['rule']}: {text}")
    if count == 0:
        sys.exit(f"no questions in {rules}")
    if faults:
        sys.exit("no yes or no:\n" + "\n".join(faults))


if __name__ == "__main__":
    main()
