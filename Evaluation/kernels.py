#!/usr/bin/env python3
"""What int8 costs, and whether all kernels agree: the development figures in float and on each instruction set.

python3 Evaluation/kernels.py [--data DIR] [--binary FILE] [--write]      --write: Evaluation/kernels.md
"""
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from evaluate import ROOT, corpora, facts, run_options, score_records, score_trees

# Portable C gives the same results (its tests prove it) but takes too long for whole corpora.
KERNELS = ("float", "avx512", "avx2", "neon")
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
    said = score_records(command, data, "attribution", "polnear/dev.jsonl", work)
    done = score_records(command, data, "events", "plover/gsr_dev.jsonl", work)
    return [ewt["las"], ewt["upos"], gum["las"], names["all"]["f1"], *(said[f"{part}_exact"]["f1"] for part in ("source", "cue", "content")),
            said["whole"]["f1"], done["type_recall"], done["dyad_recall"]]


def page(rows, about):
    lines = ["# Kernels", "", f"{about['date']}, commit {about['commit']}, {about['machine']}. `python3 Evaluation/kernels.py --write`.", "",
             "The development figures of `scores.md` in float and in int8 on each instruction set that this processor has. Goal: int8 loses at most 0.2 points, and all sets agree.", "",
             "| | " + " | ".join(HEAD) + " |", "|---|" + "---:|" * len(HEAD)]
    lines += [f"| {'float' if name == 'float' else 'int8, ' + name} | " + " | ".join(f"{f:.2f}" for f in figures) + " |" for name, figures in rows.items()]
    if "avx512" in rows:
        worst = max(p - f for p, f in zip(rows["float"], rows["avx512"]))
        lines += ["", f"The most that int8 loses: {max(worst, 0):.2f} points."]
    return "\n".join(lines) + "\n"


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
    if arguments.write:
        (ROOT / "Evaluation/kernels.md").write_text(page(rows, facts(arguments.binary)), encoding="utf-8")


if __name__ == "__main__":
    main()
