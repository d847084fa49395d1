#!/usr/bin/env python3
"""Measures the text that `rapporteur extract` finds on the pages of Zyte's article extraction benchmark.

usage: pages.py [--data DIR] [--command "rapporteur extract"] [--worst N] [--half tune|check]

DIR holds ingest/zyte-article-pages.tar.gz. The figure is that of the benchmark: multisets of four-word shingles,
true and false positives shared out by page, precision and recall averaged over pages, F1 of the two averages.
The pages are split in halves by the last bit of their name's SHA-256: rules were tuned on one half only.
Python standard library only.
"""
import argparse
import collections
import gzip
import hashlib
import json
import os
import pathlib
import re
import shlex
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORD = re.compile(r"\w+")


def main():
    arguments = parse_arguments()
    figures = measure(arguments.command, arguments.data, arguments.worst, arguments.half)
    print(json.dumps(figures))


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default=os.environ.get("RAPPORTEUR_DATA", str(ROOT.parent / "shared" / "data")))
    parser.add_argument("--command", default=str(ROOT / ".build" / "release" / "rapporteur") + " extract")
    parser.add_argument("--worst", type=int, default=0, help="list the pages with the lowest F1")
    parser.add_argument("--half", choices=["tune", "check"], help="one half only")
    return parser.parse_args()


def measure(command, data, worst=0, half=None):
    """Figures for all pages and for each half: {"all": {"f1", "precision", "recall", "n"}, …, "pages_per_second"}."""
    with tempfile.TemporaryDirectory() as folder:
        gold = unpack(pathlib.Path(data) / "ingest" / "zyte-article-pages.tar.gz", pathlib.Path(folder))
        gold = {name: text for name, text in gold.items() if half in (None, half_of(name))}
        found, seconds = extract(command, folder, gold)
    counts = {name: compare(text, found.get(name, "")) for name, text in gold.items()}
    if worst:
        list_worst(counts, found, worst)
    figures = {"all": score(counts.values())}
    for part in ("tune", "check"):
        members = [values for name, values in counts.items() if half_of(name) == part]
        if members:
            figures[part] = score(members)
    figures["pages_per_second"] = round(len(gold) / seconds, 1)
    return figures


def half_of(name):
    return "tune" if hashlib.sha256(name.encode()).digest()[-1] & 1 else "check"


def unpack(archive, folder):
    """Writes the pages as NAME.html below the folder; returns the gold text by name."""
    gold = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            name = pathlib.PurePosixPath(member.name).name
            if name == "ground-truth.json":
                truth = json.load(tar.extractfile(member))
                gold = {key: value["articleBody"] for key, value in truth.items()}
            elif name.endswith(".html.gz"):
                (folder / name[:-3]).write_bytes(gzip.decompress(tar.extractfile(member).read()))
    return gold


def extract(command, folder, names):
    paths = [os.path.join(folder, name + ".html") for name in sorted(names)]
    start = time.perf_counter()
    run = subprocess.run(shlex.split(command) + paths, stdout=subprocess.PIPE, check=False)
    seconds = time.perf_counter() - start
    if run.returncode not in (0, 2):
        sys.exit(f"pages: {command} ended with {run.returncode}")
    articles = [json.loads(line) for line in run.stdout.splitlines() if line]
    return {pathlib.PurePath(a["key"]).stem: a["text"] for a in articles}, seconds


def shingles(text, n=4):
    """The multiset of n-word shingles; a text of fewer words is one shingle."""
    words = WORD.findall(text or "")
    return collections.Counter(tuple(words[i:i + n]) for i in range(0, max(1, len(words) - n + 1)))


def compare(gold, found):
    """(true positives, false positives, false negatives), as shares of their sum."""
    true, guess = shingles(gold), shingles(found)
    hits = sum((true & guess).values())
    values = (hits, sum(guess.values()) - hits, sum(true.values()) - hits)
    total = sum(values)
    return tuple(value / total for value in values) if total else values


def precision(hits, wrong, missed):
    return 1.0 if wrong == 0 and missed == 0 else 0.0 if hits == 0 else hits / (hits + wrong)


def recall(hits, wrong, missed):
    return 1.0 if wrong == 0 and missed == 0 else 0.0 if hits == 0 else hits / (hits + missed)


def score(counts):
    counts = list(counts)
    p = statistics.mean(precision(*values) for values in counts)
    r = statistics.mean(recall(*values) for values in counts)
    return {"f1": round(2 * p * r / (p + r), 4), "precision": round(p, 4), "recall": round(r, 4), "n": len(counts)}


def list_worst(counts, found, number):
    def f1(values):
        p, r = precision(*values), recall(*values)
        return 2 * p * r / (p + r) if p + r else 0

    for name in sorted(counts, key=lambda name: f1(counts[name]))[:number]:
        p, r = precision(*counts[name]), recall(*counts[name])
        print(f"{name[:12]} f1 {f1(counts[name]):.3f} precision {p:.3f} recall {r:.3f}", file=sys.stderr)


if __name__ == "__main__":
    main()
