#!/usr/bin/env python3
# SPDX-License-Identifier: MPL-2.0
"""Reads a log's entries and works out the root of its checkpoint.

A reader written from FORMAT.md alone, with nothing but Python's library: it
checks no signature and no tile. Exit code 0: the root is right.
"""
import base64, hashlib, pathlib, sys

log = pathlib.Path(sys.argv[1])
lines = (log / "checkpoint").read_bytes().decode().split("\n")
size, root = int(lines[1]), base64.b64decode(lines[2], validate=True)


def bundle(index, width):
    digits = f"{index % 1000:03}"
    while index := index // 1000:
        digits = f"x{index % 1000:03}/{digits}"
    path = log / "tile/entries" / digits
    part = pathlib.Path(f"{path}.p/{width}")
    data = (part if width < 256 and part.exists() else path).read_bytes()
    at = 0
    for _ in range(width):
        end = at + 2 + int.from_bytes(data[at:at + 2], "big")
        if end > len(data):
            sys.exit(f"bundle {index} is cut short")
        yield data[at + 2:end]
        at = end
    if path.name != part.name and at < len(data) and width == 256:
        sys.exit(f"bundle {index} has bytes left over")


stack = []  # (height, hash) of perfect subtrees
for n in range(0, size, 256):
    for entry in bundle(n // 256, min(256, size - n)):
        height, h = 0, hashlib.sha256(b"\0" + entry).digest()
        while stack and stack[-1][0] == height:
            h = hashlib.sha256(b"\1" + stack.pop()[1] + h).digest()
            height += 1
        stack.append((height, h))
h = stack.pop()[1] if stack else hashlib.sha256(b"").digest()
while stack:
    h = hashlib.sha256(b"\1" + stack.pop()[1] + h).digest()
sys.exit(0 if h == root else "the root is another one")
