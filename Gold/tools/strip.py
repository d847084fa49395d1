#!/usr/bin/env python3
"""Writes report files without their annotation, for a second, blind annotator.

python3 Gold/tools/strip.py FOLDER [FILE or FOLDER…]     the given files (default: test), stripped, into FOLDER
"""

import sys
from pathlib import Path

from validate import GOLD, files


def stripped(source):
    head, mark, _ = source.partition("\n--- annotation")
    if not mark:
        raise ValueError("no line '--- annotation'")
    return head + mark + "\n"


def main(arguments):
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 1
    target = Path(arguments[0])
    target.mkdir(parents=True, exist_ok=True)
    chosen = files(arguments[1:] or [str(GOLD / "test")])
    for path in chosen:
        (target / path.name).write_text(stripped(path.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{len(chosen)} reports in {target}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
