#!/usr/bin/env python3
"""Which rounding changes names: the exported model over UNER-EWT dev with one group of matrices at a time seeing int8.

python3 rounding.py --corpora DIR --model DIR      A sentence is a window; one line for each group.

Compared with float: the relative error of the words' vectors, tags changed, F1 over the sentences that training did
not see, and the changed sentences that have more or fewer right names.
"""
import argparse
from pathlib import Path

import torch

from corpora import uner
from export import load_folder
from lemma import Scripts
from measures import NAME_LABELS, f1, legal_bio_moves, spans_of, viterbi
from model import LAYERS, round_rows
from splits import uner_is_reported
from windows import batches, collate, singles

MATRICES = ("query, key, value", "attention output", "up", "down")
EVERY = {(layer, matrix) for layer in range(LAYERS) for matrix in MATRICES}


def watch(model, rounded):
    """Lets the matrices in the set `rounded` see their input rounded; each half of a layer has two, in turn."""
    for number, layer in enumerate(model.layers):
        for half, matrices in ((layer.attention, MATRICES[:2]), (layer.feedforward, MATRICES[2:])):
            half.seen = seen_in_turn([(number, matrix) for matrix in matrices], rounded)


def seen_in_turn(keys, rounded):
    turn = 0

    def seen(x):
        nonlocal turn
        key, turn = keys[turn], 1 - turn
        return round_rows(x) if key in rounded else x
    return seen


@torch.no_grad()
def read(model, groups):
    """(vectors, tags of each sentence)."""
    vectors, tags, moves = [], [], legal_bio_moves(len(NAME_LABELS))
    for batch in groups:
        for h, known in zip(model.encode(batch), batch["known"]):
            words = h[:int(known.sum())]
            vectors.append(words)
            tags.append(viterbi(model.names(words), *moves))
    return torch.cat(vectors), tags


def right(tags, gold):
    """(right names, names of the model, names of the gold) of each sentence."""
    found = [spans_of(row, NAME_LABELS) for row in tags]
    return [(len(a & b), len(a), len(b)) for a, b in zip(found, gold)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("../Sources/RapporteurEncoder/Resources/Model"))
    options = parser.parse_args()
    model, wordpiece = load_folder(options.model)
    scripts = Scripts(model.labels["lemma"])
    documents = uner.read_documents(options.corpora / "names/uner_ewt_dev.jsonl", options.corpora / "ud/ewt-dev.conllu", outside=0)
    windows = batches([w for d in documents if uner_is_reported(d.id) for w in singles(d, wordpiece.cut)], 2000)
    groups = [collate(group, wordpiece, scripts) for group in windows]
    gold = [spans_of([int(t) for t in w.document.names[w.first:w.last]], NAME_LABELS) for group in windows for w in group]
    rounded = set()
    watch(model, rounded)
    plain, plain_tags = read(model, groups)
    before = right(plain_tags, gold)
    print(f"{len(gold)} sentences, {len(plain)} words; float: F1 {f1(*map(sum, zip(*before)))}")
    chosen = [("all", EVERY)] + [(m, {k for k in EVERY if k[1] == m}) for m in MATRICES]
    chosen += [(f"layer {n + 1}", {k for k in EVERY if k[0] == n}) for n in range(LAYERS)]
    for name, keys in chosen:
        rounded.clear()
        rounded.update(keys)
        vectors, tags = read(model, groups)
        after = right(tags, gold)
        changed = sum(a != b for old, new in zip(plain_tags, tags) for a, b in zip(old, new))
        more, fewer = (sum(sign * (a[0] - b[0]) > 0 for a, b in zip(after, before)) for sign in (1, -1))
        print(f"{name:20} error {float((vectors - plain).norm() / plain.norm()):.3f}, tags changed {changed}, "
              f"F1 {f1(*map(sum, zip(*after)))}, more right in {more}, fewer in {fewer}", flush=True)


if __name__ == "__main__":
    main()
