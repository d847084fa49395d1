#!/usr/bin/env python3
"""Scores records against the gold corpus, with n and a 95 % bootstrap interval over documents for every figure.

usage: score_gold.py FOLDER RECORDS.jsonl [--json] [--errors N [--layer NAME]] [--draws N]
       score_gold.py FOLDER --binary FILE …

FOLDER holds gold reports (Gold/dev). RECORDS is what `rapporteur read --output jsonl` wrote for
`Gold/tools/convert.py inputs FOLDER`; with --binary the reader is run. --errors lists what went wrong, only for
folders named dev and train: the test reports are not read while rules are built.

What counts as right is said where it is counted, in Evaluation/gold/. In short:
  exact     the same characters, blanks at the edges aside
  heads     source: each side holds a head word of the other; cue: a word in common that is no auxiliary or particle
  chain     from the outermost claim to one that holds no other; whole if every link stands, in order.
            The goal is held to chains by heads, found among the gold's; exact and resolved ones stand beside it.
  event     triggers overlap, or the same type and parties at another mention; all parties of each side must be right
Python standard library only.
"""
import argparse
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "Evaluation"), str(ROOT / "Gold" / "tools")]
from gold.actors import score_actors, score_lineage
from gold.align import Alignment
from gold.claims import reasons, score_claims
from gold.events import score_events
from gold.figures import DRAWS, figure
from gold.table import FIGURES
from gold.tally import Tally
from gold.times_places import score_places, score_times

OPEN = ("dev", "train")


def main():
    arguments = parse_arguments()
    folder = pathlib.Path(arguments.folder).resolve()
    if arguments.errors and folder.name not in OPEN:
        sys.exit(f"score_gold: errors are listed for {' and '.join(OPEN)} only, not for {folder.name}")
    gold, inputs = read_gold(folder)
    if arguments.binary:
        records = read_with(arguments.binary, inputs)
    elif arguments.records:
        records = keyed(pathlib.Path(arguments.records).read_text("utf-8"))
    else:
        sys.exit("score_gold: give RECORDS.jsonl or --binary FILE")
    tallies = [tally_of(record, records.get(key)) for key, record in gold.items()]
    if arguments.errors:
        list_errors(gold, tallies, arguments.errors, arguments.layer)
        return
    found = measure(tallies, arguments.draws)
    print(json.dumps(found) if arguments.json else table(found, len(gold)))


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("records", nargs="?")
    parser.add_argument("--binary", help="run this reader instead of taking RECORDS.jsonl")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list up to N errors of each layer")
    parser.add_argument("--layer", help="with --errors, only layers whose name contains this")
    parser.add_argument("--draws", type=int, default=DRAWS)
    return parser.parse_args()


def read_gold(folder):
    """The gold records of a folder by key, and the lines that a reader gets for them."""
    from authoring import read_report
    from convert import reader_input
    from validate import files
    gold, inputs = {}, []
    for path in files([str(folder)]):
        record, front, _ = read_report(path.read_text(encoding="utf-8"), str(path))
        gold[record["report"]["key"]] = record
        inputs.append(json.dumps(reader_input(record, front), ensure_ascii=False))
    if not gold:
        sys.exit(f"score_gold: no reports in {folder}")
    return gold, inputs


def read_with(binary, inputs):
    """The reader's records by key. A report that it can't read stays out, and counts as an empty record."""
    command = [binary, "read", "--input", "jsonl", "--output", "jsonl"]
    run = subprocess.run(command, input="\n".join(inputs) + "\n", capture_output=True, text=True, check=False)
    if not run.stdout.strip():
        sys.exit(f"score_gold: the reader wrote no record: {run.stderr.strip()[:300] or run.returncode}")
    if run.stderr.strip():
        print(run.stderr.strip(), file=sys.stderr)
    return keyed(run.stdout)


def keyed(lines):
    return {r["report"]["key"]: r for r in map(json.loads, lines.splitlines())}


def tally_of(gold, system):
    """All counts of one document. Without a record all of the gold is missed."""
    system = system or {"report": {**gold["report"], "lineage": []}, "actors": [], "claims": [], "events": [],
                        "times": [], "places": []}
    tally = Tally()
    alignment = Alignment(gold, system)
    score_claims(alignment, gold, system, tally)
    reasons(alignment, gold, system, tally)
    score_events(alignment, gold, system, tally)
    score_actors(alignment, gold, system, tally)
    score_lineage(gold, system, tally)
    score_times(alignment.text, gold, system, tally)
    score_places(alignment.text, gold, system, tally)
    return tally


def measure(tallies, draws=DRAWS):
    """One row a figure: section, label, measure, value, low, high, n, goal; event types by F1 at the end."""
    rows = []
    for section, figures in FIGURES:
        for label, name, kind, goal in figures:
            rows.append({"section": section, "figure": label, "measure": kind, **figure(tallies, name, kind, draws),
                         "goal": goal})
    kinds = sorted({name for t in tallies for name, part in t.counts if name.startswith("type ")})
    rows += [{"section": "Events by type", "figure": name[5:], "measure": "f1", **figure(tallies, name, "f1", draws),
              "goal": None} for name in kinds]
    letters = sorted({g for t in tallies for g, _ in t.labels.get("factuality", {})})
    rows += [{"section": "Certainty by letter", "figure": letter, "measure": "f1",
              **figure([one_label(t, "factuality", letter) for t in tallies], letter, "f1", draws), "goal": None}
             for letter in letters]
    swapped = next(r for r in rows if r["figure"] == "roles swapped")
    swapped["count"] = round((swapped["value"] or 0) * swapped["n"])
    return rows


def one_label(tally, name, label):
    """The pairs of one label as counts, so that it has an F1."""
    counted = Tally()
    for (gold, system), n in tally.labels.get(name, {}).items():
        counted.add(label, n * (gold == system == label), n * (system == label), n * (gold == label))
    return counted


MEASURED = {"p": "precision", "r": "recall", "f1": "F1", "accuracy": "accuracy", "macro-f1": "macro-F1", "share": "share",
            "kappa": "kappa"}


def table(rows, reports):
    lines, section = [f"{reports} reports; per cent, with a 95 % bootstrap interval over reports"], None
    for row in rows:
        if row["section"] != section:
            section = row["section"]
            lines += ["", section]
        goal = "" if row["goal"] is None else f"  goal {100 * row['goal']:.0f}{'' if row['value'] and row['value'] >= row['goal'] else ' (missed)'}"
        count = f"  ({row['count']})" if "count" in row else ""
        lines.append(f"  {row['figure']:54} {MEASURED[row['measure']]:9} {shown(row)}  n {row['n']}{goal}{count}")
    return "\n".join(lines)


def shown(row):
    if row["value"] is None:
        return "    -               "
    return f"{100 * row['value']:5.1f} [{100 * row['low']:5.1f}, {100 * row['high']:5.1f}]"


def list_errors(gold, tallies, most, layer):
    found = {}
    for key, tally in zip(gold, tallies):
        for name, words in tally.errors:
            found.setdefault(name, []).append(f"{key} {words}")
    for name in sorted(found):
        if layer is None or layer in name:
            print(f"{name}: {len(found[name])}")
            print("".join(f"  {' '.join(words.split())}\n" for words in found[name][:most]))


if __name__ == "__main__":
    main()
