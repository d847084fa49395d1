#!/usr/bin/env python3
"""Measures title, day, authors, outlet and text of `rapporteur extract` on pages of our own writing (Gold/pages).

usage: pages_own.py [--command "rapporteur extract"] [--wrong]

One page for each way in which news pages of today tell their facts; rules are written with these pages in view, so the figure
says what is covered, not what is to be expected elsewhere. Authors: F1 over all names. Python standard library only.
"""
import argparse
import json
import pathlib
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIELDS = ["title", "published", "authors", "outlet", "text"]


def measure(command, wrong=False):
    """Right values by field, and the authors' F1."""
    gold = [json.loads(line) for line in (ROOT / "Gold/pages/facts.jsonl").read_text(encoding="utf-8").splitlines()]
    paths = [str(ROOT / "Gold/pages" / item["page"]) for item in gold]
    run = subprocess.run(shlex.split(command) + paths, stdout=subprocess.PIPE, check=True)
    found = {pathlib.PurePath(a["key"]).name: a for a in map(json.loads, run.stdout.splitlines())}
    figures, both, have, want = dict.fromkeys(FIELDS, 0), 0, 0, 0
    for item in gold:
        article = found[item["page"]]
        is_right = {
            "title": article["title"] == item["title"],
            "published": (article["published"] or "")[:10] == item["published"],
            "authors": sorted(map(str.casefold, article["authors"])) == sorted(map(str.casefold, item["authors"])),
            "outlet": article["outlet"] == item["outlet"],
            "text": article["text"].split() == " ".join(item["text"]).split(),
        }
        names, right = ({n.casefold() for n in a} for a in (article["authors"], item["authors"]))
        both, have, want = both + len(names & right), have + len(names), want + len(right)
        for field in FIELDS:
            figures[field] += is_right[field]
            if wrong and not is_right[field]:
                print(f"{item['page']} {field}: {article[field]!r}", file=sys.stderr)
    return {"n": len(gold), **figures, "authors_f1": round(2 * both / max(1, have + want), 3)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--command", default=str(ROOT / ".build" / "release" / "rapporteur") + " extract")
    parser.add_argument("--wrong", action="store_true", help="show what is wrong")
    arguments = parser.parse_args()
    print(json.dumps(measure(arguments.command, arguments.wrong)))


if __name__ == "__main__":
    main()
