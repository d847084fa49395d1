#!/usr/bin/env python3
"""Checks the sentence bank and counts what is in it.

Usage: python3 Gold/sentences/check.py [FILE ...]
Without arguments every *.tsv of this folder is read. A fault is printed as FILE:LINE: REASON; the exit status is 1
if there is any. Standard library only.
"""
import collections
import pathlib
import re
import sys

MODES = {
    "AGREE": "", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}
STATUSES = {"historical", "future", "hypothetical", "negation"}
SPLITS = {"train", "dev"}
NEVER_FUTURE = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
WORDS = range(4, 51)


def stands_in(words, sentence):
    """Whether the words occur in the sentence, cut at the edges of words."""
    return re.search(r"(?<!\w)" + re.escape(words) + r"(?!\w)", sentence) is not None


def stem(trigger):
    """The first word of a trigger without its commonest endings: coarse, for counting families only."""
    first = trigger.lower().split()[0]
    for ending in ("ations", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ed", "es", "als", "al", "s", "e", "y"):
        if first.endswith(ending) and len(first) - len(ending) >= 3:
            first = first[: -len(ending)]
            break
    return first[:-1] if len(first) > 4 and first[-1] == first[-2] else first


def party_faults(role, field, sentence):
    """What is wrong with an actor or recipient field."""
    if field == "-":
        return
    for words in field.split(" & "):
        if not words.strip():
            yield f"empty {role}"
        elif not stands_in(words, sentence):
            yield f"{role} not in the sentence: {words}"


def event_faults(event, sentence):
    """What is wrong with one event, written trigger|TYPE|mode|status|actor|recipient."""
    fields = event.split("|")
    if len(fields) != 6:
        yield f"an event has 6 fields, not {len(fields)}: {event}"
        return
    trigger, kind, mode, status, actor, recipient = fields
    if not stands_in(trigger, sentence):
        yield f"trigger not in the sentence: {trigger}"
    if kind not in MODES:
        yield f"no PLOVER type: {kind}"
    elif mode != "-" and mode not in MODES[kind].split():
        yield f"no mode of {kind}: {mode}"
    statuses = [] if status == "-" else status.split("+")
    for name in statuses:
        if name not in STATUSES:
            yield f"no status: {name}"
    if "future" in statuses and kind in NEVER_FUTURE:
        yield f"future {kind} is {NEVER_FUTURE[kind]}"
    yield from party_faults("actor", actor, sentence)
    yield from party_faults("recipient", recipient, sentence)


def line_faults(line, seen):
    """What is wrong with one line; `seen` maps the ids and sentences that were read to True."""
    columns = line.split("\t")
    if len(columns) != 4:
        yield f"a line has 4 columns, not {len(columns)}"
        return
    name, split, sentence, events = columns
    if not re.fullmatch(r"[a-z]-\d{4}", name):
        yield f"no id: {name}"
    for key in (name, sentence):
        if key in seen:
            yield f"twice: {key}"
        seen[key] = True
    if split not in SPLITS:
        yield f"no split: {split}"
    if len(sentence.split()) not in WORDS or sentence != " ".join(sentence.split()):
        yield f"a sentence has {WORDS.start} to {WORDS.stop - 1} words with single spaces between them"
    if events != "-":
        for event in events.split(" ; "):
            yield from event_faults(event, sentence)


def rows_of(paths):
    """The files' well-formed rows as (split, sentence, events), and the faults of the others."""
    rows, faults, seen = [], [], {}
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = list(line_faults(line, seen))
            faults += [f"{path}:{number}: {reason}" for reason in found]
            if not found:
                _, split, sentence, events = line.split("\t")
                rows.append((split, sentence, [] if events == "-" else [e.split("|") for e in events.split(" ; ")]))
    return rows, faults


def print_counts(rows):
    """Sentences by main type and split, events by type, and how far dev's predicates stand in train."""
    main, events, extra = collections.Counter(), collections.Counter(), collections.Counter()
    stems = {split: set() for split in SPLITS}
    families = collections.Counter(stem(found[0][0]) for _, _, found in rows if found)
    for split, _, found in rows:
        main[found[0][1] if found else "none", split] += 1
        events.update(e[1] for e in found)
        extra.update(s for e in found for s in e[3].split("+") if s != "-")
        extra["two events or more"] += len(found) > 1
        stems[split].update(stem(e[0]) for e in found)
    print(f"{'main type':<12}{'train':>7}{'dev':>7}{'events':>8}")
    for kind in [k for k in list(MODES) + ["none"] if main[k, "train"] + main[k, "dev"]]:
        print(f"{kind:<12}{main[kind, 'train']:>7}{main[kind, 'dev']:>7}{events[kind]:>8}")
    totals = [sum(1 for r in rows if r[0] == split) for split in ("train", "dev")]
    print(f"{'all':<12}{totals[0]:>7}{totals[1]:>7}{sum(events.values()):>8}")
    for name, count in sorted(extra.items()):
        print(f"{name}: {count}")
    dev = [found for split, _, found in rows if split == "dev" and found]
    known = sum(stem(found[0][0]) in stems["train"] for found in dev)
    print(f"dev sentences whose main trigger is a trigger in train: {known} of {len(dev)}")
    common = sum(count for count in families.values() if count > 5)
    print(f"sentences that share their main trigger with five others or more: {common} of {sum(families.values())}")


def main(arguments):
    paths = [pathlib.Path(a) for a in arguments] or sorted(pathlib.Path(__file__).parent.glob("*.tsv"))
    rows, faults = rows_of(paths)
    for fault in faults:
        print(fault)
    print_counts(rows)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
