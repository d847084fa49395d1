"""A trained reader from a model folder, as a place to go on training from.

The folder's int8 rows come back as floats. Two things that it doesn't hold are made up: the moves that no tag
row may take, which it holds as -10000 and training keeps at zero, and the helper layer, which begins as a
copy of the emissions that it helped.
"""
import torch

from export import load_folder


@torch.no_grad()
def load_warm(folder):
    """(model, wordpiece) of an exported folder, ready to be trained on."""
    model, wordpiece = load_folder(folder)
    tagger = model.attribution
    tagger.transition.masked_fill_(tagger.illegal, 0.0)
    tagger.start.masked_fill_(tagger.illegal_start, 0.0)
    model.helper.weight.copy_(tagger.linear.weight)
    model.helper.bias.copy_(tagger.linear.bias)
    return model.train(), wordpiece
