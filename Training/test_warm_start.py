from pathlib import Path

import torch

from export import load_folder, mixed, tensors_of
from warm_start import load_warm

MODEL = Path(__file__).parent.parent / "Sources/RapporteurEncoder/Resources/Model"


def test_a_warm_start_says_what_the_exported_model_says():
    warm, _ = load_warm(MODEL)
    shipped, _ = load_folder(MODEL)
    again, exported = tensors_of(warm), tensors_of(shipped)
    assert again.keys() == exported.keys()
    assert all(torch.equal(again[name], exported[name]) for name in exported if name.endswith("weight"))
    assert warm.training and warm.attribution.transition.min() > -100
    assert torch.equal(warm.helper.weight, warm.attribution.linear.weight)


def test_a_mixture_lies_between_both():
    shipped, _ = load_folder(MODEL)
    old = shipped.state_dict()
    other = {name: tensor + 1 for name, tensor in old.items() if not name.startswith("helper.")}
    between = mixed(other, MODEL, 0.25)
    assert torch.allclose(between["arc.bias"], old["arc.bias"] + 0.25, atol=1e-5)
    assert between.keys() == other.keys()
