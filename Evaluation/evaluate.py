#!/usr/bin/env python3
"""Runs the reader over the development sets and writes Evaluation/scores.md.

usage: evaluate.py [--data DIR] [--binary FILE] [--only NAME …] [--write]

DIR holds the corpora and, beside it, tools/score.py and tools/inputs.py (default: $RAPPORTEUR_DATA, else
../shared/data). Each set goes through `rapporteur read`, so what is measured is what a user gets.
Python standard library only.
"""
import argparse
import datetime
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
for folder in ("Training", "Benchmarks"):
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / folder))
import conllu_score
import feeds
import meantime
import origins
import pages
import pages_facts
import pages_own
import relays
import score_gold
import score_sentences
import wires
from machine import machine
from splits import uner_is_reported
from reading import READING
from report_page import write_page

ROOT = pathlib.Path(__file__).resolve().parent.parent

# name, task of score.py, gold file below the data folder
SETS = [
    ("attribution: PolNeAR dev", "attribution", "polnear/dev.jsonl"),
    ("events: GSR dev", "events", "plover/gsr_dev.jsonl"),
    ("times: TimeBank", "times", "time/te3_timebank.jsonl"),
    ("times: AQUAINT", "times", "time/te3_aquaint.jsonl"),
    ("weekdays", "weekdays", "time/weekday_set.jsonl"),
    ("expressions", "expressions", "time/recognizers_datetime.jsonl"),
    ("places: LGL", "places", "places/lgl.jsonl"),
    ("places: GeoVirus", "places", "places/geovirus.jsonl"),
    ("names: UNER-EWT, half not trained on", "names", "names/uner_ewt_dev.jsonl"),
]
TREEBANKS = [("parse: EWT dev, given words", "ud/ewt-dev.conllu"), ("parse: GUM dev, given words", "ud/gum-dev.conllu")]


def page_text(binary, data):
    """F1 of all pages, of the half that rules were tuned on and of the other; pages a second."""
    figures = pages.measure(f"{binary} extract", data)
    percent = {name: round(100 * figures[name]["f1"], 1) for name in ("all", "tune", "check")}
    return {"n": figures["all"]["n"], **percent, "pages_per_second": figures["pages_per_second"]}


def feed_expectations(binary, data):
    figures, _ = feeds.measure(f"{binary} extract", data)
    return {"n": figures["all"]["n"], "met": round(100 * figures["all"]["share"], 1), "files": figures["files"],
            "crashes": figures["crashes"]}


def wire_verdicts(binary, data):
    figures, _ = wires.measure(binary, data)
    right = {name: round(100 * part["right"] / part["n"], 1) for name, part in figures.items() if isinstance(part, dict)}
    return {"n": figures["ninjs_2_and_3"]["n"], **right, "files": figures["files"], "crashes": figures["crashes"]}


def page_facts(binary, data):
    """Right titles, days, authors and outlets of the pages of the check half, which is no longer fully held out."""
    figures = pages_facts.measure(f"{binary} extract", data)["check"]
    return {"n": figures["n"], **{field: round(100 * figures[field] / figures["n"], 1) for field in pages_facts.FIELDS}}


def own_pages(binary, _):
    figures = pages_own.measure(f"{binary} extract")
    return {"n": figures["n"], **{field: round(100 * figures[field] / figures["n"], 1) for field in pages_own.FIELDS}}


def families(part):
    """Relays and origins on the families of one part of Gold/relays."""
    def measure(binary, _):
        reports = ROOT / "Gold" / "relays" / f"{part}.jsonl"
        found = origins.measure(str(binary), reports)
        return {**relays.measure(str(binary), reports), "origins": found["share"], "origins_n": found["found"],
                "given": found["given_share"]}
    return measure


MEASURED = [("pages: facts, half no longer fully held out", page_facts),
            ("pages: own, one for each way", own_pages),
            ("families: dev", families("dev")), ("families: test", families("test")),
            ("pages: Zyte", page_text), ("feeds: feedparser's suites", feed_expectations),
            ("wires: IPTC's suites", wire_verdicts), ("events: MEANTIME, half not tuned on", meantime.measure)]

SENTENCES = "sentences: dev"
GOLD = [("gold: dev", "dev"), ("gold: test", "test")]
PEERS, PEERS_ABSENT = "peers", 3  # the second is compare.py's exit code where they are not installed


def main():
    options = run_options(__doc__, "Evaluation/scores.md")
    options.add_argument("--only", nargs="*", default=[], help="sets whose name contains one of these words")
    arguments = options.parse_args()
    data, work = corpora(arguments.data)
    figures = {}
    for name, task, gold in SETS:
        if wanted(name, arguments.only):
            figures[name] = score_records(arguments.binary, data, task, gold, work)
            print(name, json.dumps(figures[name]), flush=True)
    for name, gold in TREEBANKS:
        if wanted(name, arguments.only):
            figures[name] = score_trees(arguments.binary, data / gold, work)
            print(name, json.dumps(figures[name]), flush=True)
    for name, measured in READING + MEASURED:
        if wanted(name, arguments.only):
            figures[name] = measured(arguments.binary, data)
            print(name, json.dumps(figures[name]), flush=True)
    gold = {name: score_folder(arguments.binary, folder) for name, folder in GOLD
            if wanted(name, arguments.only) and (ROOT / "Gold" / folder).is_dir()}
    if wanted(SENTENCES, arguments.only):
        print(SENTENCES, json.dumps(score_sentences.measure(arguments.binary)), flush=True)
    if wanted(PEERS, arguments.only):
        beside_peers(arguments)
    if arguments.write:
        write_page(ROOT / "Evaluation" / "scores.md", figures, facts(arguments.binary), gold)


def run_options(doc, page):
    """The options that every evaluation on the corpora takes; `page` is what --write writes."""
    parser = argparse.ArgumentParser(description=doc.splitlines()[0])
    parser.add_argument("--data", default=os.environ.get("RAPPORTEUR_DATA", str(ROOT.parent / "shared" / "data")))
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "rapporteur"))
    parser.add_argument("--write", action="store_true", help=f"write {page}")
    return parser


def corpora(folder):
    """The corpora's folder, and one to work in; ends the run where the corpora or the scorer are missing."""
    data, work = pathlib.Path(folder), ROOT / "Evaluation" / "work"
    if not (data / "polnear").is_dir() or not (data.parent / "tools" / "score.py").is_file():
        sys.exit(f"{pathlib.Path(sys.argv[0]).stem}: no corpora at {data} (or no tools/score.py beside it); "
                 "set RAPPORTEUR_DATA to the folder that holds polnear/, ud/, time/ and the others")
    work.mkdir(exist_ok=True)
    return data, work


def wanted(name, only):
    return not only or any(word in name for word in only)


def score_records(binary, data, task, gold, work):
    """The figures of score.py for one gold set, and n, the number of gold documents."""
    gold_path = data / gold
    if task == "names":
        gold_path = unseen_half(gold_path, data, work)
    inputs, records = work / f"{gold_path.stem}.in.jsonl", work / f"{gold_path.stem}.out.jsonl"
    tools = data.parent / "tools"
    with open(inputs, "w", encoding="utf-8") as out:
        subprocess.run([sys.executable, tools / "inputs.py", gold_path], stdout=out, check=True)
    with open(inputs, "rb") as source, open(records, "wb") as out:
        read = subprocess.run([binary, "read", "--input", "jsonl", "--output", "jsonl"], stdin=source, stdout=out,
                              stderr=subprocess.PIPE, check=False)
    complaints = read.stderr.decode().splitlines()
    if records.stat().st_size == 0:
        sys.exit(f"evaluate: the reader wrote no record for {gold}: {' '.join(complaints[:3]) or read.returncode}")
    scored = subprocess.run([sys.executable, tools / "score.py", task, gold_path, records], capture_output=True,
                            text=True, check=True)
    figures = json.loads(scored.stdout.splitlines()[-1])
    return {"n": sum(1 for _ in open(gold_path, encoding="utf-8")), "not_read": len(complaints), **figures}


def score_folder(binary, folder):
    """Prints the gold corpus' figures for one folder and gives them back; aggregates only."""
    gold, inputs = score_gold.read_gold(ROOT / "Gold" / folder)
    records = score_gold.read_with(binary, inputs)
    rows = score_gold.measure([score_gold.tally_of(record, records.get(key)) for key, record in gold.items()])
    print(f"gold: {folder}: {score_gold.table(rows, len(gold))}", flush=True)
    return {"reports": len(gold), "rows": rows}


def beside_peers(arguments):
    """The peers' page, where they are installed; else how to install them. Their absence is no failure."""
    command = [sys.executable, ROOT / "Evaluation" / "peers" / "compare.py", "--data", arguments.data, "--binary",
               arguments.binary] + (["--write"] if arguments.write else [])
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if run.returncode not in (0, PEERS_ABSENT):
        sys.exit(f"evaluate: the peers failed: {run.stderr.strip()}")
    print(f"peers: left out: {run.stderr.strip()}" if run.returncode else run.stdout, flush=True)


def unseen_half(path, data, work):
    """The names file without the documents that the model was trained on; its rows are EWT dev's sentences in order."""
    kept = work / "uner_unseen.jsonl"
    documents = conllu_score.documents(data / "ud" / "ewt-dev.conllu")
    rows = open(path, encoding="utf-8").read().splitlines()
    if len(rows) != len(documents):
        raise ValueError(f"{path}: {len(rows)} rows for {len(documents)} sentences")
    with open(kept, "w", encoding="utf-8") as out:
        out.writelines(row + "\n" for row, document in zip(rows, documents) if uner_is_reported(document))
    return kept


def score_trees(binary, gold, work):
    output = work / f"{gold.stem}.out.conllu"
    with open(gold, "rb") as source, open(output, "wb") as out:
        subprocess.run([binary, "read", "--input", "conllu", "--output", "conllu"], stdin=source, stdout=out, check=True)
    return conllu_score.compare(gold, output)


def facts(binary):
    """Date, commit, machine and engine of a run."""
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    return {"date": datetime.date.today().isoformat(), "commit": commit.stdout.strip(),
            "machine": machine(), "binary": binary}


if __name__ == "__main__":
    main()
