#!/usr/bin/env python3
"""Holds the reader to what it finds in Samples/: the accuracy floor of the test run.

usage: floor.py [--binary FILE] [--pin]

Reads each sample, compares the record with Samples/expected/*.tsv, and fails (exit 1) where a row that
Samples/pinned.tsv lists does not hold any more. --pin rewrites the list and Samples/missed.md.
"""
import argparse
import csv
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "Samples"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "rapporteur"))
    parser.add_argument("--pin", action="store_true")
    arguments = parser.parse_args()
    held, missed = [], []
    for name, published in samples():
        view = View(read(arguments.binary, name, published))
        for row in expected(name):
            (held if view.holds(row) else missed).append((name, row))
    if arguments.pin:
        pin(held, missed)
    lost = sorted(set(pinned()) - {key(*item) for item in held})
    for item in lost:
        print(f"lost: {item}", file=sys.stderr)
    total = len(held) + len(missed)
    print(f"samples: {len(held)} of {total} expected findings hold; {len(pinned())} are pinned, {len(lost)} lost")
    sys.exit(1 if lost or not held else 0)


def samples():
    for line in (SAMPLES / "published.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def expected(name):
    with open(SAMPLES / "expected" / (pathlib.Path(name).stem + ".tsv"), encoding="utf-8", newline="") as rows:
        yield from csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)


def read(binary, name, published):
    command = [binary, "read", "--input", "text", "--output", "jsonl", "--published", published, str(SAMPLES / name)]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def key(name, row):
    return f"{name} {row['id']}"


def pinned():
    path = SAMPLES / "pinned.tsv"
    return [line for line in path.read_text("utf-8").splitlines() if line] if path.exists() else []


def pin(held, missed):
    (SAMPLES / "pinned.tsv").write_text("".join(key(*item) + "\n" for item in held), encoding="utf-8")
    lines = ["# What the reader misses in the samples", "",
             f"{len(missed)} of {len(held) + len(missed)} expected findings do not hold.", ""]
    for name, row in missed:
        wants = "; ".join(f"{k} {v}" for k, v in row.items() if v and k not in ("id", "kind"))
        lines.append(f"- `{name}` {row['id']}: {row['kind']}: {wants}")
    (SAMPLES / "missed.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


class View:
    """One record, asked whether a row of the expected findings holds."""

    def __init__(self, record):
        self.record = record
        self.text = record["report"]["text"]
        self.actors = {a["id"]: a for a in record["actors"]}
        self.claims = {c["id"]: c for c in record["claims"]}

    def words(self, spans):
        return " ".join(self.text[s:e] for s, e in spans)

    def holds(self, row):
        return getattr(self, "holds_" + row["kind"])(row)

    def holds_lineage(self, row):
        return any(link["role"] == row["what"] and same_name(link["name"], row["words"])
                   for link in self.record["report"]["lineage"])

    def holds_claim(self, row):
        return any(self.is_claim(claim, row) for claim in self.record["claims"])

    def is_claim(self, claim, row):
        parent = self.claims.get(claim["parent"])
        return (row["words"] in self.words(claim["cue"]["spans"])
                and self.is_source(claim, row["actor"])
                and (not row["what"] or claim["response"] == row["what"])
                and (not row["parent"] or (parent is not None and self.is_source(parent, row["parent"]))))

    def is_source(self, claim, words):
        """An empty cell asks nothing; otherwise the words, or the name of whom they mean."""
        said = self.words(claim["source"]["spans"]).strip(" ,")
        meant = [self.actors[a]["name"] for a in claim["source"]["actors"] if a in self.actors]
        return not words or said == words.strip(" ,") or words in meant

    def holds_anonymity(self, row):
        for actor in self.record["actors"]:
            if actor["anonymity"] == row["what"] and row["words"] in self.words(actor["anonymityReason"]):
                if row["actor"] in [actor["name"]] + [self.words(m["spans"]) for m in actor["mentions"]]:
                    return True
        return False

    def holds_event(self, row):
        return any(self.is_event(event, row) for event in self.record["events"])

    def is_event(self, event, row):
        kind, _, mode = row["what"].partition(".")
        date = (event["date"] or {}).get("value", "")
        return (event["type"] == kind and (not mode or event["mode"] == mode)
                and any(row["words"] in self.words(spans) for spans in self.mentions(event))
                and self.has(event["actor"], row["actor"]) and self.has(event["recipient"], row["recipient"])
                and (not row["status"] or row["status"] in event["status"]) and date.startswith(row["date"]))

    def mentions(self, event):
        """The trigger, and the other words for the same act."""
        return [event["trigger"]["spans"]] + [why["spans"] for why in event["why"] if why["rule"] == "rule:same-act"]

    def has(self, participants, names):
        """Each name is that of a participant, of a mention of it, or stands in the words that put it there."""
        def names_of(participant):
            actor = self.actors[participant["id"]]
            return [actor["name"], self.words(participant["spans"])] + [self.words(m["spans"]) for m in actor["mentions"]]
        return all(any(same_name(known, name) for p in participants for known in names_of(p))
                   for name in names.split("|") if name)

    def holds_toll(self, row):
        return any(count["kind"] == row["what"] and int(row["words"]) in (count["low"], count["high"])
                   for event in self.record["events"] for count in event["casualties"])


def same_name(known, wanted):
    bare = lambda s: s.strip(" ,").removeprefix("The ").removeprefix("the ").removesuffix("'s")
    return bare(wanted) == bare(known) or bare(wanted) in bare(known)


if __name__ == "__main__":
    main()
