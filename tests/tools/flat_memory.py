#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Screens workbooks and CSV files of 10,000 and 100,000 rows and fails when
the larger takes much more memory: a table is read a row at a time, and its
texts do not stay.

    flat_memory.py SIGTE RULES
"""
import os
import pathlib
import subprocess
import sys
import tempfile

TOOLS = pathlib.Path(__file__).parent
sys.path.insert(0, str(TOOLS))
import convert_submission as convert  # noqa: E402

# The checks for duplicates keep some 50 bytes a record; the rest is slack for
# an allocator that two threads share.
MAY_GROW_MIB = 24


def row(number):
    note = f"A walk along the coast, number {number}, " + "with friends " * 20
    return [str(number), 1 + number % 9, f"Walk {number}", number % 1000,
            "members", note]


HEADING = ["Number", "Club", "Title", "Cost", "For", "Note"]


def write(path, rows):
    table = [HEADING] + [row(number) for number in range(rows)]
    options = {"strings": "shared", "separator": ";", "encoding": "utf-8",
               "decimal": ",", "line": "\n"}
    if path.suffix == ".csv":
        convert.write_csv(str(path), table, options)
    else:
        convert.write_xlsx(str(path), table, options)


def peak_mib(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command}: exit code {process.returncode}")
    return usage.ru_maxrss / 1024, usage.ru_utime


def main():
    if sys.argv[1] == "--write":
        write(pathlib.Path(sys.argv[2]), int(sys.argv[3]))
        return
    sigte, rules = sys.argv[1:3]
    failed = False
    with tempfile.TemporaryDirectory() as name:
        for ending in ("csv", "xlsx"):
            peaks = []
            for rows in (10_000, 100_000):
                path = pathlib.Path(name) / f"{rows}.{ending}"
                # By another process: what this one ever took would be counted
                # as its children's.
                subprocess.run([sys.executable, __file__, "--write", str(path),
                                str(rows)], check=True)
                peak, seconds = peak_mib([sigte, "screen", "--rules", rules,
                                          "--quiet", "--fail-on", "never",
                                          "--format", "ndjson", str(path)])
                size = path.stat().st_size / 2**20
                print(f"{ending} {rows} rows ({size:.1f} MiB): "
                      f"{peak:.0f} MiB, {seconds:.1f} s")
                peaks.append(peak)
            failed |= peaks[1] - peaks[0] > MAY_GROW_MIB
    if failed:
        sys.exit(f"more than {MAY_GROW_MIB} MiB for ten times the rows")


if __name__ == "__main__":
    main()
