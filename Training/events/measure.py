#!/usr/bin/env python3
"""Says what a classifier over the encoder's vectors would add to the frame lexicon, by cross-validation on train data.

usage: measure.py [--binaries DIR] > figures.json

DIR holds the built `WordVectors` and `rapporteur` (default: .build/release). Words of one sentence or report are
held out together, then words of one lemma. A veto drops a coding whose type has less than the threshold; a proposal
takes a word that the lexicon left alone; a change gives the reader's event the classifier's type.
"""
import argparse
import json
import pathlib
import tempfile

import numpy
import torch

from examples import NONE, ROOT, TYPES, load
from head import held_out, probabilities, temperature

VETO = (0.005, 0.01, 0.02, 0.05)
PROPOSE = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
CHANGE = 0.5


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binaries", default=ROOT / ".build/release", type=pathlib.Path)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as work:
        examples = load(arguments.binaries, pathlib.Path(work.name))
    none = TYPES.index(NONE)
    found = {"words": len(examples.types), "triggers": int((examples.types != none).sum())}
    for name, keys in (("unseen texts", examples.groups), ("unseen lemmas", examples.lemmas)):
        scores = held_out(examples.vectors, examples.types, examples.known, keys, len(TYPES))
        warmth = temperature(scores[examples.known], examples.types[examples.known])
        chance = probabilities(scores, warmth)
        found[name] = {"temperature": round(float(warmth), 2), "macro F1": macro_f1(chance, examples),
                       "reports": beside_lexicon(chance, examples, examples.in_report),
                       "sentences": beside_lexicon(chance, examples, ~examples.in_report)}
    print(json.dumps(found, indent=1))


def macro_f1(chance, examples):
    best, types, none = chance.argmax(1)[examples.known], examples.types[examples.known], TYPES.index(NONE)
    return round(float(numpy.mean([f1(best == kind, types == kind) for kind in range(none)])), 3)


def f1(found, wanted):
    return 2 * (found & wanted).sum() / max(found.sum() + wanted.sum(), 1)


def beside_lexicon(chance, examples, here):
    """Counts `[taken, right]` for codings, vetoes (right: codings that were right and would go) and proposals."""
    none = TYPES.index(NONE)
    coded = here & (examples.coded != "")
    silent = here & (examples.coded == "")
    right = coded & (examples.coded == examples.told)
    place = {kind: i for i, kind in enumerate(TYPES)}
    own = numpy.array([row[place[kind]] if kind else 1 for row, kind in zip(chance, examples.coded)])
    best, top = numpy.array(TYPES)[chance[:, :none].argmax(1)], chance[:, :none].max(1)
    changed = coded & (top > CHANGE) & (best != examples.coded)
    return {"coded": pair(coded, right),
            "veto": {str(t): pair(coded & (own < t), right) for t in VETO},
            "propose": {str(t): pair(silent & (top >= t), best == examples.told) for t in PROPOSE},
            "change": {"taken": int(changed.sum()), "right before": int((changed & right).sum()),
                       "right after": int((changed & (best == examples.told)).sum())}}


def pair(taken, right):
    return [int(taken.sum()), int((taken & right).sum())]


if __name__ == "__main__":
    main()
