#!/usr/bin/env python3
"""Reads and checks the bank of answers, and counts what is in it.

Usage: python3 Gold/answers/bank.py
A fault is printed as FILE:LINE: REASON; the exit status is 1 if there is any. The format stands in README.md.
Standard library only.
"""
import collections
import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
SPLITS = ("train", "dev")
KINDS = ("denied", "confirmed", "retracted", "declined-to-comment", "did-not-respond", "could-not-be-reached",
         "neither-confirmed-nor-denied")
CLASSES = ("named", "role-only", "described", "granted")
WORDS = range(12, 81)


def read(path):
    """The passages of one file, and its faults as (line number, reason).

    A passage has id, family, text, responses and sources; words are given as half-open spans of the text in
    letters, and none where the bank writes "-".
    """
    passages, faults = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("# "):
            continue
        try:
            add(line, passages)
        except ValueError as reason:
            faults.append((number, str(reason)))
    return passages, faults


def add(line, passages):
    """Adds one line of the bank to the passages; a ValueError says what is wrong with it."""
    mark, _, rest = line.partition(" ")
    if mark == ">":
        passages.append(heading(rest))
        return
    if not passages:
        raise ValueError("a line before the first passage")
    passage = passages[-1]
    if mark == "=":
        passage["responses"].append(response(rest, text_of(passage)))
    elif mark == "@":
        passage["sources"].append(source(rest, text_of(passage)))
    elif passage["text"]:
        raise ValueError("a second line of text")
    else:
        passage["text"] = checked_text(line)


def heading(rest):
    found = re.fullmatch(r"([a-z]\d{3}) ([a-z-]+)", rest)
    if not found:
        raise ValueError(f"not an id and a family: {rest}")
    return {"id": found[1], "family": found[2], "text": "", "responses": [], "sources": []}


def text_of(passage):
    if not passage["text"]:
        raise ValueError(f"{passage['id']} has no text yet")
    return passage["text"]


def checked_text(line):
    if line != " ".join(line.split()):
        raise ValueError("blanks that are not single")
    if len(line.split()) not in WORDS:
        raise ValueError(f"{len(line.split())} words, not {WORDS.start} to {WORDS.stop - 1}")
    return line


def response(rest, text):
    """One answer: kind | source | cue | about & about."""
    parts = rest.split(" | ")
    if len(parts) != 4:
        raise ValueError(f"an answer has 4 parts, not {len(parts)}")
    if parts[0] not in KINDS:
        raise ValueError(f"no kind of answer: {parts[0]}")
    about = [] if parts[3] == "-" else [span(words, text) for words in parts[3].split(" & ")]
    return {"kind": parts[0], "source": span(parts[1], text), "cue": span(parts[2], text), "about": about}


def source(rest, text):
    """One source: class | words, and | reason where anonymity is granted for one."""
    parts = rest.split(" | ")
    if len(parts) not in (2, 3):
        raise ValueError(f"a source has 2 or 3 parts, not {len(parts)}")
    if parts[0] not in CLASSES:
        raise ValueError(f"no class of anonymity: {parts[0]}")
    if len(parts) == 3 and parts[0] != "granted":
        raise ValueError("a reason without granted anonymity")
    return {"class": parts[0], "words": span(parts[1], text), "reason": span(parts[2], text) if len(parts) == 3 else None}


def span(words, text):
    """The place of whole words; "words #2" is their second place, "-" none."""
    if words == "-":
        return None
    numbered = re.fullmatch(r"(.+) #(\d)", words)
    bare, turn = (numbered[1], int(numbered[2])) if numbered else (words, 1)
    places = [m.span() for m in re.finditer(r"(?<!\w)" + re.escape(bare) + r"(?!\w)", text)]
    if len(places) < turn:
        raise ValueError(f"not in the text: {words}")
    return places[turn - 1]


def faults_between(files):
    """Ids and texts that stand twice, passages without text, and families on both sides of the split."""
    seen, home = set(), {}
    for split, passages in files.items():
        for passage in passages:
            if not passage["text"]:
                yield split, f"{passage['id']} has no text"
            for key in (passage["id"], passage["text"]):
                if key in seen:
                    yield split, f"twice: {key}"
                seen.add(key)
            if home.setdefault(passage["family"], split) != split:
                yield split, f"{passage['id']}: the family {passage['family']} stands in {home[passage['family']]}, too"


def print_counts(files):
    for split, passages in files.items():
        kinds = collections.Counter(r["kind"] for p in passages for r in p["responses"])
        classes = collections.Counter(s["class"] for p in passages for s in p["sources"])
        words = sum(len(p["text"].split()) for p in passages)
        silent = sum(not p["responses"] for p in passages)
        print(f"{split}: {len(passages)} passages, {words} words, {silent} without an answer")
        print("  answers: " + ", ".join(f"{kind} {kinds[kind]}" for kind in KINDS))
        print("  sources: " + ", ".join(f"{name} {classes[name]}" for name in CLASSES))


def main():
    files, told = {}, 0
    for split in SPLITS:
        path = FOLDER / f"{split}.txt"
        files[split], faults = read(path)
        for number, reason in faults:
            print(f"{path}:{number}: {reason}")
            told += 1
    for split, reason in faults_between(files):
        print(f"{FOLDER / split}.txt: {reason}")
        told += 1
    print_counts(files)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
