#!/usr/bin/env python3
"""Scores the reader on single sentences (Gold/sentences), with n and a 95 % bootstrap interval over sentences.

usage: score_sentences.py [--binary FILE] [--folder DIR] [--split dev] [--bank c] [--json] [--draws N]

What counts:
  type       an event whose trigger overlaps a gold trigger has its type, of all gold events
  precision  the same, of all events that the reader gives
  actor      of the events with the right type: both sides have none, or each gold party shares a content word
  recipient  with the words of one that the reader gives, and there are as many
  silent     of the sentences that hold no event: those in which the reader gives none
Python standard library only.
"""
import argparse
import csv
import json
import pathlib
import random
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIGURES = ("type", "precision", "actor", "recipient", "silent")
SMALL = {"the", "and", "of", "for", "in", "on", "to", "from", "by", "with", "its", "their", "his", "her", "two", "at"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / ".build/release/rapporteur"))
    parser.add_argument("--folder", default=ROOT / "Gold/sentences", type=pathlib.Path)
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    parser.add_argument("--bank", default="", help="only the files whose names begin so")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--draws", type=int, default=1000)
    arguments = parser.parse_args()
    found = measure(arguments.binary, arguments.folder, arguments.split, arguments.draws, arguments.bank)
    if arguments.json:
        print(json.dumps(found))
        return
    for name in FIGURES:
        figure = found[name]
        print(f"{name:10} {figure['value']:5.1f}  [{figure['low']:.1f}, {figure['high']:.1f}]  n {figure['n']}")
    print(f"{'extra':10} {found['extra']}")


def measure(binary, folder=ROOT / "Gold/sentences", split="dev", draws=1000, bank=""):
    """The figures in percent with n and interval, and the number of extra events."""
    rows = list(read_rows(folder, split, bank))
    records = read_with(binary, rows)
    if missing := [row["id"] for row in rows if row["id"] not in records]:
        raise SystemExit(f"score_sentences: no record of {', '.join(missing[:5])} ({len(missing)} in all)")
    counts = [score(row, records[row["id"]]) for row in rows]
    found = {name: figure(counts, name, draws) for name in FIGURES}
    return {"sentences": len(rows), "extra": sum(c["extra"] for c in counts), **found}


def read_rows(folder, split, bank=""):
    for path in sorted(folder.glob(f"{bank}*.tsv")):
        with path.open(encoding="utf-8") as lines:
            for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if len(row) > 2 and row[1] == split:
                    yield {"id": row[0], "text": row[2], "events": list(read_events(row[3] if len(row) > 3 else ""))}


def read_events(cell):
    for part in cell.split(" ; "):
        if "|" in part:
            trigger, kind, _, _, actor, recipient = part.split("|")
            yield {"trigger": trigger, "type": kind, "actor": parties(actor), "recipient": parties(recipient)}


def parties(cell):
    return [] if cell.strip() in ("", "-") else cell.split(" & ")


def read_with(binary, rows):
    lines = "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in rows)
    run = subprocess.run([binary, "read", "--input", "jsonl", "--output", "jsonl"], input=lines.encode(),
                         stdout=subprocess.PIPE, check=True)
    return {record["report"]["key"]: record for record in map(json.loads, run.stdout.splitlines())}


def score(row, record):
    """Right and possible for each figure, in one sentence."""
    counts = {name: [0, 0] for name in FIGURES}
    told, given = row["events"], record["events"]
    pairs = aligned(row["text"], told, given)
    same = [(a, b) for a, b in pairs if a["type"] == b["type"]]
    counts["type"] = [len(same), len(told)]
    counts["precision"] = [len(same), len(given)]
    for side in ("actor", "recipient"):
        counts[side] = [sum(side_is_right(a[side], b[side], record) for a, b in same), len(same)]
    if not told:
        counts["silent"] = [int(not given), 1]
    return {**counts, "extra": len(given) - len(pairs)}


def aligned(text, told, given):
    """Each gold event with one event of the reader whose trigger overlaps it, rather one of its type."""
    free, pairs = list(given), []
    for event in told:
        here = [other for other in free if touches(places(event["trigger"], text), other["trigger"]["spans"])]
        if here:
            best = max(here, key=lambda other: other["type"] == event["type"])
            free.remove(best)
            pairs.append((event, best))
    return pairs


def places(words, text):
    return [match.span() for match in re.finditer(r"(?<!\w)" + re.escape(words) + r"(?!\w)", text)]


def touches(some, others):
    return any(a < d and c < b for a, b in some for c, d in others)


def side_is_right(told, given, record):
    text, names = record["report"]["text"], {actor["id"]: actor["name"] for actor in record["actors"]}
    found = [content(" ".join(text[a:b] for a, b in party["spans"]) or names.get(party["id"], "")) for party in given]
    wanted = [content(words) for words in told]
    return len(found) == len(wanted) and all(any(words & other for other in found) for words in wanted)


def content(words):
    """The words that tell parties apart, lower-cased; all of them where none does."""
    every = set(re.findall(r"\w+", words.lower()))
    return {word for word in every if len(word) > 1 and word not in SMALL} or every


def figure(counts, name, draws):
    pairs = [tuple(count[name]) for count in counts]
    dice = random.Random(5)
    drawn = sorted(share(dice.choices(pairs, k=len(pairs))) for _ in range(draws)) if draws else [share(pairs)]
    low, high = drawn[int(0.025 * len(drawn))], drawn[min(int(0.975 * len(drawn)), len(drawn) - 1)]
    return {"value": share(pairs), "low": low, "high": high, "n": sum(n for _, n in pairs)}


def share(pairs):
    possible = sum(n for _, n in pairs)
    return round(100 * sum(right for right, _ in pairs) / possible, 1) if possible else 0.0


if __name__ == "__main__":
    main()
