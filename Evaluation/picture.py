#!/usr/bin/env python3
"""Puts the reader's real output on a sample between the picture marks of README.md.

python3 Evaluation/picture.py [--binary PATH] [--check]     --check: change nothing; exit 1 where README.md is out of date
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARKED = re.compile(r"(<!-- picture: (\S+) -->\n```\n).*?(```\n<!-- end of picture -->)", re.S)


def published(sample):
    """The publication day of a sample."""
    lines = (ROOT / "Samples/published.tsv").read_text().splitlines()
    days = dict(line.split("\t") for line in lines if "\t" in line)
    return days[sample]


def page(binary, sample):
    """What `read` prints for a sample."""
    command = [binary, "read", "--published", published(sample), f"Samples/{sample}"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", default=str(ROOT / ".build/release/rapporteur"))
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    readme = ROOT / "README.md"
    before = readme.read_text()
    after, pictures = MARKED.subn(lambda m: m[1] + page(arguments.binary, m[2]) + m[3], before)
    if not pictures:
        sys.exit("README.md has no picture mark")
    if arguments.check:
        return 0 if after == before else sys.exit("README.md: the picture is out of date; run make picture")
    readme.write_text(after)


if __name__ == "__main__":
    main()
