#!/usr/bin/env python3
"""Participants and factuality of events on MEANTIME's development reports (news of Wikinews, CC BY 4.0).

usage: meantime.py DATA [--binary FILE]

MEANTIME marks every event word, PLOVER's kinds only some of them, so both figures are counted on events that both
sides have: a trigger of ours overlaps an event mention of MEANTIME's whose attributes were annotated (those of each
report's first sentences).
  participants  MEANTIME's: arguments Arg0, Arg1 and Arg2 that are a person, an organisation or a place; ours: actors and
                recipients with words. One is right if its words overlap one of the other side's, each taken once.
  with roles    the same, but Arg0 only against actors, Arg1 and Arg2 only against recipients.
  factual       MEANTIME's: certain, positive, not of the future; ours: no status future, hypothetical or negation.
Half of the documents (every second one, by place in the file) is for tuning, the other to report on. Events of ours that
have no partner are not counted as wrong. Python standard library only.
"""
import argparse
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ACTORS = {"PER", "ORG", "LOC"}
SIDES = {"Arg0": "actor", "Arg1": "recipient", "Arg2": "recipient"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "rapporteur"))
    arguments = parser.parse_args()
    print(json.dumps(measure(arguments.binary, pathlib.Path(arguments.data))))


def measure(binary, data):
    """The figures of the half to report on, and of the other as `tune`."""
    path = data / "meantime" / "dev.jsonl"
    reports = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    records = read(binary, reports)
    halves = {"tune": reports[0::2], "report": reports[1::2]}
    figures = {name: score([(report, records.get(report["id"])) for report in half]) for name, half in halves.items()}
    return {**figures["report"], "tune": figures["tune"]}


def read(binary, reports):
    lines = [json.dumps({"id": r["id"], "text": r["text"], "published": r["dct"]}) for r in reports]
    run = subprocess.run([binary, "read", "--input", "jsonl", "--output", "jsonl"], input="\n".join(lines) + "\n",
                         capture_output=True, text=True, check=False)
    if not run.stdout.strip():
        sys.exit(f"meantime: the reader wrote no record: {run.stderr.strip()[:300] or run.returncode}")
    return {r["report"]["key"]: r for r in map(json.loads, run.stdout.splitlines())}


def score(pairs):
    """Figures in per cent over (report, record) pairs; a report without a record has no events."""
    counts = {"participants": [0, 0, 0], "with_roles": [0, 0, 0]}
    matched = agreed = 0
    for report, record in pairs:
        for gold, ours in matches(report, record or {"events": []}):
            matched += 1
            agreed += is_factual(gold) == states_as_fact(ours)
            wanted, found = arguments_of(gold, report), parties(ours)
            for name, with_roles in (("participants", False), ("with_roles", True)):
                add(counts[name], wanted, found, with_roles)
    return {"n": len(pairs), "events": matched, **{name: f1(*part) for name, part in counts.items()},
            "named_by_meantime": counts["participants"][2], "factual_or_not": percent(agreed, matched)}


def matches(report, record):
    """Each event of MEANTIME's with the first of ours whose trigger overlaps it, each of ours once."""
    taken = set()
    for gold in (event for event in report["events"] if event.get("certainty")):
        for ours in record["events"]:
            if ours["id"] not in taken and overlaps((gold["start"], gold["end"]), ours["trigger"]["spans"]):
                taken.add(ours["id"])
                yield gold, ours
                break


def is_factual(gold):
    return gold["certainty"] == "CERTAIN" and gold["polarity"] == "POS" and gold["time"] == "NON_FUTURE"


def states_as_fact(ours):
    return not {"future", "hypothetical", "negation"} & set(ours["status"])


def arguments_of(gold, report):
    """(side, (start, end)) of each argument that can act or be acted on."""
    known = {e["m_id"]: e for e in report["entities"]}
    found = []
    for part in report["participants"]:
        entity = known.get(part["arg"])
        if part["event"] == gold["m_id"] and part["role"] in SIDES and entity and entity["ent_type"] in ACTORS:
            found.append((SIDES[part["role"]], (entity["start"], entity["end"])))
    return found


def parties(ours):
    return [(side, p["spans"]) for side in ("actor", "recipient") for p in ours[side] if p["spans"]]


def add(count, wanted, found, with_roles):
    left = list(found)
    for side, span in wanted:
        hit = next((p for p in left if overlaps(span, p[1]) and (not with_roles or p[0] == side)), None)
        if hit:
            left.remove(hit)
            count[0] += 1
    count[1] += len(found)
    count[2] += len(wanted)


def overlaps(span, spans):
    return any(span[0] < end and start < span[1] for start, end in spans)


def f1(right, found, wanted):
    return percent(2 * right, found + wanted)


def percent(part, whole):
    return round(100 * part / whole, 1) if whole else None


if __name__ == "__main__":
    main()
