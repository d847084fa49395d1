"""Dev figures of an exported model folder.

    python evaluate_dev.py --model MODEL --corpora DIR [--out scores.json] [--only NAME ...] [--rounded]

- EWT and GUM dev with gold words: UAS, LAS on universal relations (the CoNLL 2018 convention) and on full
  ones, UPOS, features (the bundles of the model), lemmas. Heads are greedy: no tree is enforced.
- UDS factuality over EWT dev: sign accuracy and Pearson.
- GUM dev: the antecedent is right when it's any earlier mention of the same entity in the window.
- PolNeAR dev: exact F1 of source, cue and content fragments on words; links given gold spans.
- UNER: exact F1 of PER, ORG, LOC on the half of the documents that no training saw.
`--rounded` lets the encoder's matrices see int8 inputs, as the reader's arithmetic does.
"""
import argparse
import json
from pathlib import Path

import torch

from corpora import polnear, uner
from corpora.everything import read_parsed
from export import load_folder
from lemma import Scripts
from measures import measure
from splits import uner_is_reported

KEPT = {
    "ewt": ("uas", "las", "las full", "upos", "features", "lemma", "factuality sign", "factuality pearson"),
    "gum": ("uas", "las", "las full", "upos", "features", "lemma", "anaphors", "pronouns", "first mentions",
            "all names", "PER", "ORG", "LOC"),
    "polnear": ("source", "cue", "content", "all attribution", "links"),
    "uner": ("all names", "PER", "ORG", "LOC"),
}


def documents_of(name, corpora, labels):
    if name in ("ewt", "gum"):
        return read_parsed(corpora, name, "dev", labels)
    if name == "polnear":
        return [v[0] for v in polnear.read_documents(corpora / "polnear/dev.jsonl").values()]
    named = uner.read_documents(corpora / "names/uner_ewt_dev.jsonl", corpora / "ud/ewt-dev.conllu", outside=0)
    return [d for d in named if uner_is_reported(d.id)]


def evaluate(model, wordpiece, corpora, names=tuple(KEPT)):
    """{set: {figure: value}}; documents are read anew so that memory stays small."""
    scripts = Scripts(model.labels["lemma"])
    result = {}
    for name in names:
        figures = measure(model, documents_of(name, corpora, model.labels), wordpiece, scripts)
        result[name] = {k: figures[k] for k in KEPT[name] if k in figures}
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--only", nargs="+", choices=tuple(KEPT), default=tuple(KEPT))
    parser.add_argument("--rounded", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    o = parser.parse_args()
    torch.set_num_threads(o.threads)
    model, wordpiece = load_folder(o.model)
    model.see_rounded(o.rounded)
    result = evaluate(model, wordpiece, o.corpora, o.only)
    text = json.dumps(result, indent=1)
    print(text)
    if o.out:
        o.out.write_text(text + "\n")


if __name__ == "__main__":
    main()
