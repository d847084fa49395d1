"""Scores the origins that a ledger counts against those labelled by hand.

    python3 Evaluation/origins.py Gold/relays/test.jsonl [--binary .build/release/rapporteur] [--wrong] [--ledger FILE]

The families go into a new ledger. A labelled happening is found where the ledger has an event on its words in any of its
reports. Its origins are those of the ledger's happening that holds most of these events; they are exactly right where each
labelled origin is there under one of its names and nothing is there that is neither labelled nor optional. Reports that
an update has superseded count by their live copies, as in the ledger's own count.

Two figures: of the happenings found, as they are; and of these with only those origins asked for in whose reports the reader
found the event at all, which tells the ledger's faults from the reader's. Interval: Wilson, 95 %.
"""

import argparse
import json
import math
import sqlite3
import subprocess
import tempfile
from collections import Counter
from pathlib import Path


def lines(path):
    return [json.loads(line) for line in path.read_text().splitlines() if line.strip()]


def fill(binary, reports, ledger):
    subprocess.run([binary, "ingest", "--ledger", str(ledger), str(reports)], check=True, capture_output=True)


def events(db):
    """Report key -> the events on its words: spans and happening."""
    found = {}
    rows = db.execute("SELECT r.key, e.trigger_spans, h.happening FROM events e JOIN reports r ON r.id = e.report "
                      "JOIN happening_events h ON h.event = e.id")
    for key, spans, happening in rows:
        found.setdefault(key, []).append((json.loads(spans), happening))
    return found


def anchored(item, found):
    """The happenings that stand on the labelled words, with how many events each; and the reports where events do."""
    votes, reports = Counter(), set()
    for key, spans in item["spans"].items():
        for triggers, happening in found.get(key, []):
            if any(a < y and x < b for a, b in spans for x, y in triggers):
                votes[happening] += 1
                reports.add(key)
    return votes, reports


def origins(db, happening):
    """Who asserts it, by name, with the live reports that lead there."""
    rows = db.execute("SELECT max(o.name), group_concat(DISTINCT r.key) FROM happening_events h "
                      "JOIN events e ON e.id = h.event JOIN origins o ON o.event = e.id JOIN reports r ON r.id = e.report "
                      "WHERE h.happening = ? AND r.status = 'live' AND o.stance = 'asserts' GROUP BY o.root", [happening])
    return {name: set(members.split(",")) for name, members in rows}


def words(name):
    return set("".join(c if c.isalnum() else " " for c in name.lower()).split()) - {"the", "s", "of"}


def is_same(name, other):
    return words(name) <= words(other) or words(other) <= words(name)


def judge(item, have, live):
    """What is missing, and what is too much."""
    want = [o for o in item["origins"] if live & set(o["members"])]
    missing = [o["names"] for o in want if not any(is_same(n, h) for n in o["names"] for h in have)]
    known = [n for o in item["origins"] for n in o["names"]] + item["optional"]
    return missing, [h for h in have if not any(is_same(n, h) for n in known)]


def interval(right, n):
    """Wilson's 95 % interval, in points of 100."""
    if n == 0:
        return (0, 100)
    z, p = 1.96, right / n
    middle, half = p + z * z / 2 / n, z * math.sqrt(p * (1 - p) / n + z * z / 4 / n / n)
    return tuple(round(100 * (middle + side * half) / (1 + z * z / n)) for side in (-1, 1))


def measure(binary, source, ledger=None, wrong=False):
    """The figures of one set; prints what is wrong where asked."""
    gold = lines(source.with_suffix(".origins.jsonl"))
    with tempfile.TemporaryDirectory() as folder:
        ledger = ledger or Path(folder, "families.sqlite")
        if not ledger.exists():
            fill(binary, source, ledger)
        db = sqlite3.connect(ledger)
        found, live = events(db), {k for (k,) in db.execute("SELECT key FROM reports WHERE status = 'live'")}
        right = given = seen = 0
        for item in gold:
            votes, reports = anchored(item, found)
            if not votes:
                if wrong:
                    print("no event:", item["family"], "-", item["happening"])
                continue
            seen += 1
            have = origins(db, votes.most_common(1)[0][0])
            missing, extra = judge(item, have, live)
            right += not missing and not extra
            unread, _ = judge(item, have, live & reports)
            given += not unread and not extra
            if wrong and (missing or extra):
                print("WRONG:", item["family"], "-", item["happening"], dict(votes), "missing", missing, "too many", extra,
                      {name: sorted(m) for name, m in have.items()})
        db.close()
    return {"n": len(gold), "found": seen, "right": right, "share": round(100 * right / max(1, seen), 1),
            "interval": interval(right, seen), "given": given, "given_share": round(100 * given / max(1, seen), 1),
            "given_interval": interval(given, seen), "of_all": round(100 * right / len(gold), 1)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--binary", default=".build/release/rapporteur")
    parser.add_argument("--ledger", type=Path, help="a ledger of these reports; made where there is none")
    parser.add_argument("--wrong", action="store_true", help="show what is wrong or was not found")
    args = parser.parse_args()
    figures = measure(args.binary, args.reports, args.ledger, args.wrong)
    print(f"happenings labelled {figures['n']}, with an event in the ledger {figures['found']}")
    print(f"origins exactly right: {figures['right']} of {figures['found']}, {figures['share']} % "
          f"[{figures['interval'][0]}, {figures['interval'][1]}]; of all labelled {figures['of_all']} %")
    print(f"given the events that were read: {figures['given']} of {figures['found']}, {figures['given_share']} % "
          f"[{figures['given_interval'][0]}, {figures['given_interval'][1]}]")


if __name__ == "__main__":
    main()
