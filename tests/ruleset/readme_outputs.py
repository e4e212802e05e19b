# SPDX-License-Identifier: MPL-2.0
"""What README.md shows as output is what the program prints: an indented block
below a `sigte …` with samples in it, up to the next one or the next heading,
stands in that command's output, in order. "…" stands for what is left out.

Usage: readme_outputs.py SIGTE SOURCE_FOLDER"""

import os
import pathlib
import re
import subprocess
import sys

# Rulings are in force on some days only; the samples' are on this one.
DAY = "2026-11-25"


def shown_outputs(readme):
    """(command, [piece, …]) in the order of the text; a piece is a list of
    lines without blank ones."""
    shown = []
    parts = re.split(r"^(## .*)$|`(sigte [^`]*)`", readme, flags=re.MULTILINE)
    for heading, command, text in zip(parts[1::3], parts[2::3], parts[3::3]):
        command = " ".join((command or "").split())
        if heading or " samples/" not in command:
            # No output of its own: the text belongs to the command before.
            if heading:
                shown.append((None, []))
        else:
            shown.append((command, []))
        if not shown:
            continue
        for block in re.findall(r"(?:^ {4}.*\n)+", text, re.MULTILINE):
            lines = [line[4:].rstrip() for line in block.splitlines()]
            piece = []
            for line in lines + ["…"]:
                if line != "…":
                    piece.append(line)
                elif piece:
                    shown[-1][1].append(piece)
                    piece = []
    return [(command, pieces) for command, pieces in shown if command and pieces]


def lines_of(sigte, source, command):
    words = command.split()[1:]
    if "--rulings" in words:
        words += ["--today", DAY]
    run = subprocess.run(
        [sigte, *words, "--lang", "da"], cwd=source, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, check=False,
        env={**os.environ, "SIGTE_RULES": "rules/kortlaegning-2022"})
    return [line.rstrip() for line in run.stdout.splitlines()]


def find(piece, lines, begin):
    for at in range(begin, len(lines) - len(piece) + 1):
        if lines[at:at + len(piece)] == piece:
            return at + len(piece)
    return None


def main():
    sigte, source = sys.argv[1], pathlib.Path(sys.argv[2])
    shown = shown_outputs((source / "README.md").read_text(encoding="utf-8"))
    if len(shown) < 5:
        sys.exit(f"README.md shows the output of {len(shown)} commands only")
    for command, pieces in shown:
        lines, at = lines_of(sigte, source, command), 0
        for piece in pieces:
            at = find(piece, lines, at)
            if at is None:
                sys.exit("\n".join([f"README.md shows of '{command}':", *piece,
                                    "", "which prints:", *lines]))


if __name__ == "__main__":
    main()
