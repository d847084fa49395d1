#!/usr/bin/env python3
"""Our attributions beside the peers': exact F1 of source, cue, content and whole attributions.

usage: compare.py [--data DIR] [--binary FILE] [--python FILE] [--settings] [--write]

The peers run in a virtual environment of their own (--python, default Evaluation/work/peers/bin/python):
  python3 -m venv Evaluation/work/peers && Evaluation/work/peers/bin/pip install -r Evaluation/peers/requirements.txt
--settings tries every setting of every peer on PolNeAR dev and prints them, the highest sum of the four F1 first; BEST
holds what came out. --write writes results.md. Intervals: 95 %, bootstrap over documents.
"""
import argparse
import datetime
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))
from gold.figures import figure
from gold.spans import fragments, overlap
from gold.tally import Tally
from score_gold import read_gold, read_with

ROLES = ("source", "cue", "content")
COLUMNS = (*ROLES, "whole")
NOT_INSTALLED = 3  # exit code
BEST = {"textacy": "paragraph all-marks subtree", "spacy-rules": "listed ccomp+xcomp verb-group"}
NAMES = {"ours": "Rapporteur", "textacy": "textacy 0.13, direct_quotations", "spacy-rules": "rules over spaCy's parse (sm)"}


def main():
    arguments = parse_arguments()
    python = pathlib.Path(arguments.python)
    if not python.exists():
        print(missing(python), file=sys.stderr)
        sys.exit(NOT_INSTALLED)
    sets = corpora(pathlib.Path(arguments.data))
    if arguments.settings:
        search(python, sets)
        return
    results = {name: compare(python, arguments.binary, name, gold) for name, gold in sets.items()}
    page = table(results)
    print(page)
    if arguments.write:
        (HERE / "results.md").write_text(heading(arguments.binary) + page, encoding="utf-8")


def missing(python):
    return (f"the peers are not installed ({python} is not there): make peers, or python3 -m venv {python.parent.parent} && "
            f"{python.parent}/pip install -r Evaluation/peers/requirements.txt")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("RAPPORTEUR_DATA", str(ROOT.parent / "shared" / "data")))
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "rapporteur"))
    parser.add_argument("--python", default=os.environ.get("RAPPORTEUR_PEERS") or str(ROOT / "Evaluation/work/peers/bin/python"))
    parser.add_argument("--settings", action="store_true")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


def corpora(data):
    """Name to {key: (text, gold attributions as {role: spans}, the line a reader gets)}."""
    found = {}
    path = data / "polnear" / "dev.jsonl"
    if path.is_file():
        found["PolNeAR dev"] = {}
        for row in map(json.loads, open(path, encoding="utf-8")):
            gold = [{r: [f for mention in a[r] for f in mention] for r in ROLES} for a in row["attributions"]]
            key = f"{row['doc']} {row['annotator']}"  # some documents were annotated twice: each counts
            line = {"id": key, "text": row["text"], "published": row["date"]}
            found["PolNeAR dev"][key] = (row["text"], gold, json.dumps(line))
    else:
        print(f"no {path}: PolNeAR is left out", file=sys.stderr)
    for split in ("dev", "test"):
        folder = ROOT / "Gold" / split
        if folder.is_dir():
            records, inputs = read_gold(folder)
            found[f"Gold {split}"] = {
                key: (r["report"]["text"], [{role: c[role]["spans"] for role in ROLES} for c in r["claims"]], line)
                for (key, r), line in zip(records.items(), inputs)}
    return found


def compare(python, binary, name, gold):
    """Figures of every system on one corpus."""
    work = ROOT / "Evaluation" / "work" / "peer-output"
    work.mkdir(parents=True, exist_ok=True)
    ours = read_with(binary, [line for _, _, line in gold.values()])
    systems = {"ours": {key: r["claims"] for key, r in ours.items()}}
    for peer, setting in BEST.items():
        systems[peer] = run(python, peer, [setting], gold, work)[setting]
    flat = name.startswith("PolNeAR")  # its attributions do not nest: ours are the outermost, as in its scorer
    rows = {}
    for system, claims in systems.items():
        tallies = [tally(text, wanted, [c for c in claims.get(key, []) if not flat or c["parent"] is None])
                   for key, (text, wanted, _) in gold.items()]
        rows[system] = {column: figure(tallies, column, "f1") for column in COLUMNS}
    return {"documents": len(gold), "attributions": sum(len(w) for _, w, _ in gold.values()), "rows": rows}


def run(python, peer, settings, gold, work):
    source = work / "input.jsonl"
    source.write_text("".join(json.dumps({"id": k, "text": t}) + "\n" for k, (t, _, _) in gold.items()), encoding="utf-8")
    done = subprocess.run([python, HERE / "run.py", peer, source, work, *settings], stdout=subprocess.PIPE, text=True, check=True)
    for line in map(json.loads, done.stdout.splitlines()):
        if line["refused"]:
            print(f"{peer} refused {line['refused']} of {line['texts']} texts ({line['setting']})", file=sys.stderr)
    read = lambda setting: (work / f"{peer}.{setting.replace(' ', '_')}.jsonl").read_text("utf-8").splitlines()
    settings = settings or [json.loads(line)["setting"] for line in done.stdout.splitlines()]
    return {s: {r["report"]["key"]: r["claims"] for r in map(json.loads, read(s))} for s in settings}


def tally(text, wanted, claims):
    """Fragments of each role, each once; whole ones pair by the cue, or by the content where a cue has no words."""
    counted = Tally()
    gold = [{r: fragments(text, a[r]) for r in ROLES} for a in wanted]
    system = [{r: fragments(text, c[r]["spans"]) for r in ROLES} for c in claims]
    for role in ROLES:
        counted.add_sets(role, {f for a in gold for f in a[role]}, {f for a in system for f in a[role]})
    ranked = [(-sum(overlap(g[r], s[r]) for r in ROLES), i, j) for i, g in enumerate(gold) for j, s in enumerate(system)
              if overlap(g["cue"], s["cue"]) or (not (g["cue"] and s["cue"]) and overlap(g["content"], s["content"]))]
    pairs, used = {}, set()
    for _, i, j in sorted(ranked):
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    counted.add("whole", sum(gold[i] == system[j] for i, j in pairs.items()), len(system), len(gold))
    return counted


def search(python, sets):
    """Every setting of every peer on PolNeAR dev."""
    gold = sets["PolNeAR dev"]
    work = ROOT / "Evaluation" / "work" / "peer-output"
    work.mkdir(parents=True, exist_ok=True)
    for peer in BEST:
        scored = []
        for setting, claims in run(python, peer, [], gold, work).items():
            tallies = [tally(text, wanted, claims.get(key, [])) for key, (text, wanted, _) in gold.items()]
            values = [100 * (figure(tallies, c, "f1", draws=0)["value"] or 0) for c in COLUMNS]
            scored.append((sum(values), setting, values))
        for _, setting, values in sorted(scored, reverse=True):
            print(peer, setting, " / ".join(f"{v:.1f}" for v in values))


def table(results):
    lines = []
    for name, result in results.items():
        lines += ["", f"## {name}: {result['documents']} documents, {result['attributions']} attributions", "",
                  "| system | source | cue | content | whole |", "|---|---|---|---|---|"]
        for system, row in result["rows"].items():
            cells = [f"{100 * row[c]['value']:.1f} [{100 * row[c]['low']:.1f}, {100 * row[c]['high']:.1f}]"
                     if row[c]["value"] is not None else "-" for c in COLUMNS]
            lines.append(f"| {NAMES[system]} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def heading(binary):
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True)
    settings = "; ".join(f"{NAMES[p]}: `{s}`" for p, s in BEST.items())
    return (f"# Attributions beside the peers\n\nExact F1 in per cent with 95 % bootstrap intervals over documents, measured on "
            f"{datetime.date.today().isoformat()} at commit {commit.stdout.strip()} by `Evaluation/peers/compare.py --write`, on "
            f"{os.cpu_count()} cores of {os.uname().machine}. A part is a fragment of one span; a whole attribution has all "
            "three parts exact. On the gold corpus all claims count, nested ones too.\n\n"
            f"Settings, the best on PolNeAR dev of those that `--settings` tries: {settings}. textacy says that it finds "
            "direct speech only; the rules are our own code after a published description (`syntax_rules.py`).\n")


if __name__ == "__main__":
    main()
