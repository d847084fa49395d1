"""From the end of a run to a finished model folder: choose weights, export, measure, write the card.

    python finish.py --run RUN --base DIR --corpora DIR --out MODEL --version V

Chooses between the averaged and the last weights by the held-out documents (`RUN/held_out.json`, where
there is one; else the average). The scores in manifest and card are those of int8 weights and int8 inputs;
`scores.json` also holds the same figures in float, and the loss between them.
"""
import argparse
import json
from pathlib import Path

import torch

from evaluate_dev import evaluate
from export import export, load_folder, mixed
from model import Reader
from wordpiece import WordPiece

DECIDE_BY = ("las", "all attribution", "all names", "links")


def chosen_weights(run):
    """The name of the weights in the checkpoint that did better on the held-out documents."""
    path = run / "held_out.json"
    if not path.exists():
        return "average"
    figures = json.loads(path.read_text())
    totals = {name: sum(f.get(k, 0.0) for k in DECIDE_BY) for name, f in figures.items()}
    return "model" if totals.get("last", -1.0) > totals.get("average", 0.0) else "average"


def float_model(checkpoint, weights, options):
    """The model before anything was rounded."""
    folder = options.out
    state = torch.load(checkpoint, weights_only=True)[weights]
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    model = Reader(labels, len(WordPiece(folder / "vocabulary.txt").pieces))
    model.load_state_dict(mixed(state, options.previous, options.share) if options.share < 1 else state)
    return model.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--without-polnear", action="store_true")
    parser.add_argument("--previous", type=Path, help="the model folder that the run went on from")
    parser.add_argument("--share", type=float, default=1.0, help="of the run's weights, beside those of --previous")
    parser.add_argument("--no-float", action="store_true", help="skip the float figures")
    parser.add_argument("--threads", type=int, default=2)
    o = parser.parse_args()
    torch.set_num_threads(o.threads)
    weights = chosen_weights(o.run)
    checkpoint = o.run / "checkpoint.pt"
    print(f"weights: {weights}")
    export(checkpoint, o.base, o.out, weights, o.version, not o.without_polnear, None, o.previous, o.share)
    model, wordpiece = load_folder(o.out)
    model.see_rounded()
    scores = evaluate(model, wordpiece, o.corpora)
    print(json.dumps(scores, indent=1), flush=True)
    export(checkpoint, o.base, o.out, weights, o.version, not o.without_polnear, scores, o.previous, o.share)
    if not o.no_float:
        exact = evaluate(float_model(checkpoint, weights, o), wordpiece, o.corpora)
        lost = {s: {k: round(exact[s][k] - v, 2) for k, v in figures.items()} for s, figures in scores.items()}
        print(json.dumps({"lost by int8": lost}, indent=1))
        (o.run / "scores.json").write_text(json.dumps({"int8": scores, "float": exact, "lost": lost}, indent=1) + "\n")


if __name__ == "__main__":
    main()
