#!/usr/bin/env python3
"""What int8 costs, and whether all kernels agree: the development figures in float and on each instruction set.

python3 Evaluation/kernels.py [--data DIR] [--binary FILE] [--write]      --write: Evaluation/kernels.md
"""
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from evaluate import ROOT, corpora, facts, run_options, score_records, score_trees

# Portable C gives the same results (its tests prove it) but takes too long for whole corpora.
KERNELS = ("float", "avx512", "avx2", "neon")
DRAWS = 5000
HEAD = ["EWT LAS", "EWT UPOS", "GUM LAS", "names F1", "source F1", "cue F1", "content F1", "whole F1", "GSR type", "GSR dyad"]


def wrapper(binary, kernels, folder):
    """A command that reads with some kernels; None where this processor lacks them."""
    probe = subprocess.run([binary, "read", "--kernels", kernels], input=b"Kyiv agreed.", capture_output=True, check=False)
    if probe.returncode:
        return None
    path = pathlib.Path(folder) / kernels
    path.write_text(f'#!/bin/sh\nshift\nexec "{pathlib.Path(binary).resolve()}" read --kernels {kernels} "$@"\n')
    path.chmod(0o755)
    return str(path)


def row(command, data, work):
    ewt, gum = (score_trees(command, data / f"ud/{name}-dev.conllu", work) for name in ("ewt", "gum"))
    names = score_records(command, data, "names", "names/uner_ewt_dev.jsonl", work)
    shutil.copy(work / "uner_unseen.out.jsonl", work / f"names-{pathlib.Path(command).name}.jsonl")
    said = score_records(command, data, "attribution", "polnear/dev.jsonl", work)
    done = score_records(command, data, "events", "plover/gsr_dev.jsonl", work)
    return [ewt["las"], ewt["upos"], gum["las"], names["all"]["f1"], *(said[f"{part}_exact"]["f1"] for part in ("source", "cue", "content")),
            said["whole"]["f1"], done["type_recall"], done["dyad_recall"]]


def name_counts(score, gold, path):
    """(hits, names of the reader, names of the gold) of each sentence."""
    records = {str(r["report"]["key"]): r for r in map(json.loads, open(path, encoding="utf-8"))}
    return [score.names([row], records)["all"] for row in gold]


def f1(counts):
    hits, system, gold = map(sum, zip(*counts))
    return 200 * hits / (system + gold)


def names_interval(data, work):
    """What is said about the loss in names: its 95 % interval over sentences drawn anew, both readings together."""
    sys.path.insert(0, str(data.parent / "tools"))
    import score
    score.prf = lambda *counts: counts
    gold = [json.loads(line) for line in open(work / "uner_unseen.jsonl", encoding="utf-8")]
    pairs = list(zip(*(name_counts(score, gold, work / f"names-{kernels}.jsonl") for kernels in ("float", "avx512"))))
    draws = random.Random(1)
    losses = sorted(f1([a for a, _ in some]) - f1([b for _, b in some])
                    for some in (draws.choices(pairs, k=len(pairs)) for _ in range(DRAWS)))
    fewer, more = sum(a[0] > b[0] for a, b in pairs), sum(a[0] < b[0] for a, b in pairs)
    return ["", f"Names, {sum(g for (_, _, g), _ in pairs)} in {len(pairs)} sentences: int8 finds fewer of them than float in {fewer} "
            f"sentences and more in {more}. The paired bootstrap over sentences ({DRAWS} draws) gives the loss a 95 % interval of "
            f"{losses[DRAWS // 40]:.1f} to {losses[-DRAWS // 40]:.1f} points."]


def page(rows, about, notes):
    lines = ["# Kernels", "", f"{about['date']}, commit {about['commit']}, {about['machine']}. `python3 Evaluation/kernels.py --write`.", "",
             "The development figures of `scores.md` in float and in int8 on each instruction set that this processor has; plain C, whose bits are the same by test, takes too long for whole corpora and is left out. "
             "Goal: int8 loses at most 0.2 points, and all sets agree.", "",
             "| | " + " | ".join(HEAD) + " |", "|---|" + "---:|" * len(HEAD)]
    lines += [f"| {'float' if name == 'float' else 'int8, ' + name} | " + " | ".join(f"{f:.2f}" for f in figures) + " |" for name, figures in rows.items()]
    if "avx512" in rows:
        worst = max(p - f for p, f in zip(rows["float"], rows["avx512"]))
        lines += ["", f"The most that int8 loses: {max(worst, 0):.2f} points."]
    return "\n".join(lines + notes) + "\n"


def main():
    arguments = run_options(__doc__, "Evaluation/kernels.md").parse_args()
    data, work = corpora(arguments.data)
    rows = {}
    with tempfile.TemporaryDirectory() as folder:
        for kernels in KERNELS:
            command = wrapper(arguments.binary, kernels, folder)
            if command:
                rows[kernels] = row(command, data, work)
                print(kernels, rows[kernels], flush=True)
    notes = names_interval(data, work) if {"float", "avx512"} <= rows.keys() else []
    print(*notes, sep="\n")
    if arguments.write:
        (ROOT / "Evaluation/kernels.md").write_text(page(rows, facts(arguments.binary), notes), encoding="utf-8")


if __name__ == "__main__":
    main()
