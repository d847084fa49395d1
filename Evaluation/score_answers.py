#!/usr/bin/env python3
"""Scores responses and anonymity on the bank of answers (Gold/answers), with a 95 % bootstrap interval over passages.

usage: score_answers.py [--binary FILE] [--split dev] [--errors] [--json] [--draws N]

What counts, in percent:
  precision   of the reader's responses, those with a gold response of the same kind whose cue and source they overlap
  recall      of the gold responses, those found so; f1 is of the two
  any         of the gold responses, those found whose `about` touches something that they answer (or both are empty)
  all         the same, and neither lacks what the other has
  silent      of the passages without a response, those in which the reader gives none
  sources     of the gold sources, those whose words a claim's source overlaps
  anonymity   of these, those whose class is right
  reason      of the gold reasons, those that a reason of the record overlaps
A gold source without words is not compared. Python standard library only.
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Gold/answers"))
import bank

SHARES = ("precision", "recall", "any", "all", "silent", "sources", "anonymity", "reason")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=str(ROOT / ".build/release/rapporteur"))
    parser.add_argument("--split", default="dev", choices=bank.SPLITS)
    parser.add_argument("--errors", action="store_true", help="print what was wrong")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--draws", type=int, default=1000)
    arguments = parser.parse_args()
    passages, faults = bank.read(bank.FOLDER / f"{arguments.split}.txt")
    if faults:
        raise SystemExit(f"score_answers: the bank has faults: {faults[0]}")
    scores = list(scored(passages, read_with(arguments.binary, passages)))
    if arguments.errors:
        print("".join(line + "\n" for score in scores for line in score["errors"]), end="")
    found = figures(scores, arguments.draws)
    if arguments.json:
        print(json.dumps(found))
        return
    for name, figure in found.items():
        print(f"{name:10} {figure['value']:5.1f}  [{figure['low']:.1f}, {figure['high']:.1f}]  n {figure['n']}")


def measure(binary, split="dev", draws=1000):
    """The figures of one split, each with value, low, high and n."""
    passages, _ = bank.read(bank.FOLDER / f"{split}.txt")
    return figures(list(scored(passages, read_with(binary, passages))), draws)


def read_with(binary, passages):
    lines = "".join(json.dumps({"id": p["id"], "text": p["text"]}) + "\n" for p in passages)
    run = subprocess.run([binary, "read", "--input", "jsonl", "--output", "jsonl"], input=lines.encode(),
                         stdout=subprocess.PIPE, check=True)
    return {record["report"]["key"]: record for record in map(json.loads, run.stdout.splitlines())}


def scored(passages, records):
    if missing := [p["id"] for p in passages if p["id"] not in records]:
        raise SystemExit(f"score_answers: no record of {', '.join(missing[:5])} ({len(missing)} in all)")
    return (score(passage, records[passage["id"]]) for passage in passages)


def score(passage, record):
    """Right and possible for each share in one passage, and a line for each error."""
    counts = {name: [0, 0] for name in SHARES}
    errors = []
    given = [c for c in record["claims"] if c["response"]]
    score_responses(passage, record, given, counts, errors)
    score_sources(passage, record, counts, errors)
    if not passage["responses"]:
        counts["silent"] = [int(not given), 1]
    return {**counts, "errors": [f"{passage['id']} {passage['family']}: {error}" for error in errors]}


def score_responses(passage, record, given, counts, errors):
    free = list(given)
    for gold in passage["responses"]:
        other = next((c for c in free if answers(gold, c)), None)
        for name in ("recall", "any", "all"):
            counts[name][1] += 1
        if other is None:
            errors.append(f"missed {gold['kind']} at {shown(record, gold['cue'])}")
            continue
        free.remove(other)
        counts["recall"][0] += 1
        some, every = about_is_right(gold["about"], other["about"], record)
        counts["any"][0] += some
        counts["all"][0] += every
        if not some:
            told = "; ".join(shown(record, *target(i, record)) for i in other["about"]) or "nothing"
            errors.append(f"{gold['kind']} is about {'; '.join(shown(record, s) for s in gold['about'])}, not {told}")
    counts["precision"] = [len(given) - len(free), len(given)]
    errors += [f"extra {c['response']} at {shown(record, *c['cue']['spans'])}" for c in free]


def answers(gold, claim):
    """Whether the reader's response is the gold one: its kind, its cue, its source."""
    return (claim["response"] == gold["kind"] and touch(gold["cue"], claim["cue"]["spans"])
            and (gold["source"] is None or touch(gold["source"], claim["source"]["spans"])))


def about_is_right(told, given, record):
    """Whether something in `about` is right, and whether all of it is."""
    places = [target(i, record) for i in given]
    if not told or not places:
        return not told and not places, not told and not places
    hit = [any(touch(words, spans) for words in told) for spans in places]
    met = [any(touch(words, spans) for spans in places) for words in told]
    return any(hit), all(hit) and all(met)


def target(name, record):
    """The words of what a response is about: an event's trigger or a claim's cue."""
    for event in record["events"]:
        if event["id"] == name:
            return event["trigger"]["spans"]
    return next(claim["cue"]["spans"] for claim in record["claims"] if claim["id"] == name)


def score_sources(passage, record, counts, errors):
    classes = {actor["id"]: actor["anonymity"] for actor in record["actors"]}
    reasons = [span for actor in record["actors"] for span in actor["anonymityReason"]]
    for gold in passage["sources"]:
        here = [c["source"]["actor"] for c in record["claims"] if touch(gold["words"], c["source"]["spans"])]
        counts["sources"][0] += bool(here)
        counts["sources"][1] += 1
        if here:
            theirs = [classes.get(name) for name in here]
            right = gold["class"] in theirs
            counts["anonymity"][0] += right
            counts["anonymity"][1] += 1
            errors += [] if right else [f"{shown(record, gold['words'])} is {gold['class']}, not {theirs[0]}"]
        if gold["reason"]:
            told = touch(gold["reason"], reasons)
            counts["reason"][0] += told
            counts["reason"][1] += 1
            errors += [] if told else [f"no reason: {shown(record, gold['reason'])}"]


def touch(span, others):
    return any(span[0] < end and start < span[1] for start, end in others)


def shown(record, *spans):
    return " … ".join(record["report"]["text"][start:end] for start, end in spans) or "no words"


def figures(scores, draws):
    dice = random.Random(5)
    samples = [dice.choices(scores, k=len(scores)) for _ in range(draws)]
    found = {}
    for name in ("f1", *SHARES):
        value = f1 if name == "f1" else (lambda some, name=name: share(some, name))
        drawn = sorted(value(sample) for sample in samples) or [value(scores)]
        size = sum(s["recall" if name == "f1" else name][1] for s in scores)
        found[name] = {"value": value(scores), "low": drawn[int(0.025 * len(drawn))],
                       "high": drawn[min(int(0.975 * len(drawn)), len(drawn) - 1)], "n": size}
    return found


def f1(scores):
    right = sum(s["recall"][0] for s in scores)
    both = sum(s["recall"][1] + s["precision"][1] for s in scores)
    return round(200 * right / both, 1) if both else 0.0


def share(scores, name):
    possible = sum(s[name][1] for s in scores)
    return round(100 * sum(s[name][0] for s in scores) / possible, 1) if possible else 0.0


if __name__ == "__main__":
    main()
