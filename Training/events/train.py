#!/usr/bin/env python3
"""Trains the classifier of event types over the encoder's vectors and writes its resource.

usage: train.py [--vectors FILE] [--sentences DIR] [--model DIR] [--out DIR] [--look]

--vectors   the built WordVectors (default .build/release/WordVectors)
--model     the encoder's folder, whose sha256 the manifest names
--look      cross-validate and print only
"""
import argparse
import datetime
import json
import pathlib
import tempfile

import numpy
import torch

from examples import NONE, ROOT, TYPES, load
from head import fit, held_out, probabilities, scores, temperature
from tensors import write_safetensors


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vectors", default=ROOT / ".build/release/WordVectors", type=pathlib.Path)
    parser.add_argument("--sentences", default=ROOT / "Gold/sentences", type=pathlib.Path)
    parser.add_argument("--model", default=ROOT / "Sources/RapporteurEncoder/Resources/Model", type=pathlib.Path)
    parser.add_argument("--out", default=ROOT / "Sources/RapporteurEncoder/Resources/Events", type=pathlib.Path)
    parser.add_argument("--look", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as work:
        data = load(arguments.vectors, ROOT / "Gold", arguments.sentences, pathlib.Path(work.name))
    vectors, types, lemmas, groups = data
    by_group = held_out(vectors, types, groups, len(TYPES))
    by_lemma = held_out(vectors, types, lemmas, len(TYPES))
    warmth = float(temperature(by_lemma, types))
    figures = {"unseen sentences": table(by_group, types, warmth), "unseen lemmas": table(by_lemma, types, warmth)}
    print(json.dumps({"words": len(types), "triggers": int((types != TYPES.index(NONE)).sum()),
                      "temperature": round(warmth, 2), **figures}, indent=1))
    if not arguments.look:
        save(arguments, fit(vectors, types, len(TYPES)), warmth, figures, types)


def table(found, types, warmth):
    """Macro-F1 over the types; precision and recall of proposals, and of vetoes, at thresholds."""
    none = TYPES.index(NONE)
    chance = probabilities(found, warmth)
    best = chance.argmax(1)
    f1 = []
    for kind in range(none):
        right = ((best == kind) & (types == kind)).sum()
        f1.append(2 * right / max((best == kind).sum() + (types == kind).sum(), 1))
    result = {"macroF1": round(float(numpy.mean(f1)), 3), "propose": {}, "veto": {}}
    kinds, top = chance[:, :none].argmax(1), chance[:, :none].max(1)
    for threshold in (0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        taken = top >= threshold
        right = (taken & (kinds == types)).sum()
        result["propose"][str(threshold)] = [round(float(right / max(taken.sum(), 1)), 3),
                                             round(float(right / (types != none).sum()), 3)]
    own = chance[numpy.arange(len(types)), types][types != none]
    for threshold in (0.01, 0.02, 0.05, 0.1):
        result["veto"][str(threshold)] = round(float((own < threshold).mean()), 3)
    return result


def save(arguments, weights, warmth, figures, types):
    """Weights with the temperature folded in, and the manifest beside them."""
    hidden_weight, hidden_bias, output_weight, output_bias = weights
    arguments.out.mkdir(parents=True, exist_ok=True)
    write_safetensors(arguments.out / "weights.safetensors", {
        "hidden.weight": hidden_weight, "hidden.bias": hidden_bias,
        "output.weight": output_weight / warmth, "output.bias": output_bias / warmth})
    encoder = json.loads((arguments.model / "manifest.json").read_text("utf-8"))
    (arguments.out / "manifest.json").write_text(json.dumps({
        "date": datetime.date.today().isoformat(), "labels": TYPES,
        "encoder": {"version": encoder["version"], "sha256": encoder["sha256"]},
        "trainingData": [{"name": "Gold/train and the train sentences of Gold/sentences", "words": len(types),
                          "triggers": int((types != TYPES.index(NONE)).sum())}],
        "crossValidation": figures}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
