#!/usr/bin/env python3
"""Measures title, day, authors and outlet of `rapporteur extract` on 40 pages of Zyte's benchmark, labelled by hand.

usage: pages_facts.py [--data DIR] [--command "rapporteur extract"] [--half tune|check] [--wrong]

The pages are the first 40 by the SHA-256 of their names. pages_facts.tsv holds no words of them: for each page and field the
hash of the right value in plain letters and figures, several where several are right, "none" where the page tells none.
Authors are hashed as a set. The halves are those of pages.py; the check half was looked at after it was first measured, so it
is no longer fully held out. Python standard library only.
"""
import argparse
import csv
import hashlib
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import pages  # noqa: E402

FIELDS = ["title", "published", "authors", "outlet"]
GOLD = pathlib.Path(__file__).parent / "pages_facts.tsv"


def plain(text):
    """Letters and figures in lower case."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def value(field, found):
    """A found value in the form that is hashed."""
    if field == "published":
        return (found or "")[:10]
    if field == "authors":
        return ";".join(sorted(plain(name) for name in found or []))
    return plain(found or "")


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16] if text else "none"


def gold():
    """Page -> field -> the right hashes."""
    with open(GOLD, encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {row["page"]: {field: set(row[field].split("|")) for field in FIELDS} for row in rows}


def extract(command, data, names):
    """The first 16 letters of a page's name -> what was extracted."""
    with tempfile.TemporaryDirectory() as folder:
        texts = pages.unpack(pathlib.Path(data) / "ingest" / "zyte-article-pages.tar.gz", pathlib.Path(folder))
        paths = [str(pathlib.Path(folder, name + ".html")) for name in sorted(texts) if name[:16] in names]
        run = subprocess.run(shlex.split(command) + paths, stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 2):
        sys.exit(f"pages_facts: {command} ended with {run.returncode}")
    articles = [json.loads(line) for line in run.stdout.splitlines() if line]
    return {pathlib.PurePath(a["key"]).stem: a for a in articles}


def measure(command, data, half=None, wrong=False):
    """Right values by field, of all pages and of each half."""
    right = gold()
    found = extract(command, data, right)
    figures = {part: dict.fromkeys(["n", *FIELDS], 0) for part in ("all", "tune", "check")}
    for name, article in sorted(found.items()):
        part = pages.half_of(name)
        if half not in (None, part):
            continue
        for counted in ("all", part):
            figures[counted]["n"] += 1
        for field in FIELDS:
            have = value(field, article[field])
            if digest(have) in right[name[:16]][field]:
                for counted in ("all", part):
                    figures[counted][field] += 1
            elif wrong:
                print(f"{name[:8]} {field}: {article[field]!r}", file=sys.stderr)
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default=pages.os.environ.get("RAPPORTEUR_DATA", str(pages.ROOT.parent / "shared" / "data")))
    parser.add_argument("--command", default=str(pages.ROOT / ".build" / "release" / "rapporteur") + " extract")
    parser.add_argument("--half", choices=["tune", "check"])
    parser.add_argument("--wrong", action="store_true", help="show what is wrong")
    arguments = parser.parse_args()
    print(json.dumps(measure(arguments.command, arguments.data, arguments.half, arguments.wrong)))


if __name__ == "__main__":
    main()
