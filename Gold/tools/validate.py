#!/usr/bin/env python3
"""Validates report files: python3 Gold/tools/validate.py [--counts] [FILE or FOLDER…]. Exit 1 with file:line."""

import sys
from collections import Counter
from pathlib import Path

from authoring import Fault, Faults, read_report
from checks import check

GOLD = Path(__file__).resolve().parent.parent
FRONT = ("id", "notice", "genre", "topic", "continent", "published", "outlet", "title")
FOLDERS = ("test", "train", "dev")


def files(arguments):
    roots = [Path(a) for a in arguments] or [GOLD / f for f in FOLDERS if (GOLD / f).is_dir()]
    return [p for r in roots for p in (sorted(r.glob("*.txt")) if r.is_dir() else [r])]


def faults_of(path):
    """(faults, record, front) of one file; record is None if the file can't be read."""
    try:
        record, front, lines = read_report(path.read_text(encoding="utf-8"), str(path))
    except (Fault, Faults) as fault:
        return str(fault).split("\n"), None, None
    found = [f"{path}:1: front matter lacks {k!r}" for k in FRONT if k not in front]
    if "fiction" not in (front.get("notice") or "").lower():
        found.append(f"{path}:1: the notice must say that this is fiction")
    if front.get("id") != path.stem:
        found.append(f"{path}:1: id {front.get('id')!r} is not the file's name")
    return found + [f"{path}:{lines.get(i, 1)}: {i}: {reason}" for i, reason in check(record)], record, front


def tally(record, counts):
    counts["reports"] += 1
    counts["words"] += len(record["report"]["text"].split())
    counts["lineage entries"] += len(record["report"]["lineage"])
    for layer in ("actors", "claims", "events", "times", "places"):
        counts[layer] += len(record[layer])
    counts["mentions"] += sum(len(a["mentions"]) for a in record["actors"])
    counts["offices"] += sum(len(a["offices"]) for a in record["actors"])
    counts["anonymity reasons"] += sum(len(a["anonymityReason"]) for a in record["actors"])
    counts["casualty figures"] += sum(len(e["casualties"]) for e in record["events"])
    depth = {c["id"]: c["parent"] for c in record["claims"]}
    for ident in depth:
        steps, at = 1, ident
        while depth[at]:
            steps, at = steps + 1, depth[at]
        counts[f"claims at depth {steps}"] += 1
    for actor in record["actors"]:
        counts[f"anonymity: {actor['anonymity']}"] += 1
    for claim in record["claims"]:
        counts[f"cue class: {claim['cue']['class']}"] += 1
        counts[f"form: {claim['form']}"] += 1
        counts[f"claim type: {claim['type']}"] += 1
        if claim["response"]:
            counts[f"response: {claim['response']}"] += 1
    for event in record["events"]:
        counts[f"event: {event['type']}"] += 1
        counts["events with a mode"] += event["mode"] is not None
        counts["events with a date"] += event["date"] is not None
        counts["events with a place"] += event["place"] is not None
        counts["events on a claim"] += bool(event["claims"])
        for status in event["status"]:
            counts[f"status: {status}"] += 1
        for letter in event["factuality"]:
            who = "author" if letter["holder"] == "author" else "source"
            counts[f"factuality ({who}): {letter['value']}"] += 1


def main(arguments):
    show = "--counts" in arguments
    counts, keys, bad = Counter(), set(), 0
    for path in files([a for a in arguments if a != "--counts"]):
        found, record, front = faults_of(path)
        for fault in found:
            print(fault)
        bad += len(found)
        if record:
            tally(record, counts)
            if front.get("id") in keys:
                print(f"{path}:1: id {front.get('id')!r} is taken")
                bad += 1
            keys.add(front.get("id"))
    if show:
        for key in sorted(counts, key=lambda k: (": " in k, "depth" in k, k if ": " in k else "")):
            print(f"{key}\t{counts[key]}")
    print(f"{counts['reports']} reports, {bad} faults", file=sys.stderr)
    return 1 if bad or not counts["reports"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
