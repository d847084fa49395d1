#!/usr/bin/env python3
"""How far two annotations of the same texts agree, layer by layer, in Markdown.

python3 Gold/tools/agreement.py FIRST_FOLDER SECOND_FOLDER              the page
python3 Gold/tools/agreement.py FIRST_FOLDER SECOND_FOLDER --differences [LAYER]   what differs, by layer

Spans and whole items: F1, the same whichever side is first. Categories: Cohen's kappa and the plain share of agreement,
on items that both marked. Intervals: 95 %, bootstrap over reports, fixed seed. What counts as the same is defined where
records are scored, in Evaluation/gold/. Reports that only one folder holds are left out.
"""

import sys
from pathlib import Path

from authoring import read_report
from validate import files

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Evaluation"))
from gold.figures import figure
from score_gold import tally_of

# label, figure of the scorer
ITEMS = [
    ("Claims", [("found (cues overlap)", "claims found"), ("source, exact spans", "source exact"),
                ("source, characters", "source partial"), ("cue, exact spans", "cue exact"),
                ("cue, characters", "cue partial"), ("content, exact spans", "content exact"),
                ("content, characters", "content partial"), ("whole claim, three roles exact", "whole exact"),
                ("whole claim, relaxed", "whole relaxed"), ("whole chains, heads", "chains heads"),
                ("whole chains, exact spans", "chains exact"), ("whole chains, sources resolved", "chains resolved"),
                ("whole chains of two links and more, heads", "nested chains heads"),
                ("responses: kind, source, cue", "responses"), ("responses, something shared in `about`", "responses, any about"),
                ("responses, all of `about`", "responses, all about"), ("anonymity reason, half the words", "anonymity reason"),
                ("anonymity reason, exact", "anonymity reason exact")]),
    ("Events", [("trigger", "events, trigger"), ("type", "events, type"), ("type, one party on each side", "events, one party a side"),
                ("type, actor and recipient", "events"), ("modes (type and mode)", "modes"), ("statuses that are set", "status values"),
                ("dates", "event dates"), ("places", "event places"), ("casualty figures", "casualties"),
                ("contexts of shared events", "contexts"), ("carrying claims of shared events", "carrying claims")]),
    ("Who, when, where", [("name mentions", "name mentions"), ("actors", "actors"), ("sectors of shared actors", "actor sectors"),
                          ("offices", "offices exact"), ("times, overlapping", "times relaxed"), ("times, exact", "times strict"),
                          ("times, value", "times value"), ("toponyms", "toponyms exact"), ("demonyms", "demonyms exact"),
                          ("lineage", "lineage")]),
]
CATEGORIES = [("cue class", "claim class"), ("claim type", "claim type"), ("claim form", "claim form"),
              ("claim medium", "claim medium"), ("response, or none", "response or none"),
              ("anonymity of sources", "anonymity of sources"), ("anonymity of actors", "actor anonymity"),
              ("kind of actor", "actor kind"), ("country of actor", "actor country"), ("event type", "event type"),
              ("mode where the type agrees", "mode of a right type"), ("status", "status"),
              ("certainty, all holders", "factuality"), ("certainty for the author", "factuality, author"),
              ("certainty for the sources", "factuality, sources"), ("type of time", "time type"),
              ("country of toponym", "toponyms: country")]


def records(folder):
    """The records of a folder by the name of their file."""
    return {p.name: read_report(p.read_text(encoding="utf-8"), str(p))[0] for p in files([folder])}


def paired(first, second):
    """Tallies of the reports that both folders hold, by name."""
    one, other = records(first), records(second)
    return {name: tally_of(one[name], other[name]) for name in sorted(one) if name in other}


def percent(row):
    return "-" if row["value"] is None else f"{100 * row['value']:.1f}"


def interval(row, scale=100, digits=1):
    return "-" if row["low"] is None else f"{scale * row['low']:.{digits}f} to {scale * row['high']:.{digits}f}"


def count(tallies, name):
    one, other = (sum(t.counts[name, part] for t in tallies) for part in ("gold", "system"))
    return f"{one} / {other}"


def page(tallies):
    lines = []
    for section, rows in ITEMS:
        lines += ["", f"## {section}: spans and items", "", "| layer | F1 | 95 % interval | n first / second |", "|---|---:|---|---:|"]
        for label, name in rows:
            row = figure(tallies, name, "f1")
            lines.append(f"| {label} | {percent(row)} | {interval(row)} | {count(tallies, name)} |")
    lines += ["", "## Categories, on items that both marked", "",
              "| layer | kappa | 95 % interval | share alike | n |", "|---|---:|---|---:|---:|"]
    for label, name in CATEGORIES:
        row, share = figure(tallies, name, "kappa"), figure(tallies, name, "accuracy", draws=0)
        value = "-" if row["value"] is None else f"{row['value']:.2f}"
        lines.append(f"| {label} | {value} | {interval(row, 1, 2)} | {percent(share)} | {share['n']} |")
    swapped = figure(tallies, "roles swapped", "share", draws=0)
    lines += ["", f"Roles swapped: {round((swapped['value'] or 0) * swapped['n'])} of {swapped['n']} shared events of one type."]
    return "\n".join(lines)


def differences(tallies, wanted):
    found = {}
    for name, tally in tallies.items():
        for layer, words in tally.errors:
            found.setdefault(layer, []).append(f"{name} {' '.join(words.split())}")
    for layer in sorted(found):
        if wanted is None or wanted in layer:
            print(f"{layer}: {len(found[layer])}", *found[layer], sep="\n  ")


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 1
    tallies = paired(*arguments[:2])
    if not tallies:
        print("no report stands in both folders", file=sys.stderr)
        return 1
    if "--differences" in arguments:
        differences(tallies, (arguments[3:] or [None])[0])
    else:
        print(f"{len(tallies)} reports.", page(list(tallies.values())), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
