"""The classifier: one hidden layer over a word's vector, and its training."""
import numpy
import torch
from torch import nn

HIDDEN, EPOCHS, RATE, DECAY, BATCH = 64, 14, 1e-3, 0.05, 128


def network(outputs, width=384):
    return nn.Sequential(nn.Dropout(0.2), nn.Linear(width, HIDDEN), nn.ReLU(), nn.Dropout(0.5),
                         nn.Linear(HIDDEN, outputs))


def fit(vectors, types, outputs, seed=5):
    """A network trained on standardised vectors; the standardisation is folded into its first layer."""
    torch.manual_seed(seed)
    mean, scale = vectors.mean(0), vectors.std(0) + 1e-3
    x, y = torch.tensor((vectors - mean) / scale), torch.tensor(types)
    model = network(outputs)
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * (len(x) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE * 3, total_steps=steps)
    loss = nn.CrossEntropyLoss(label_smoothing=0.02)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(x)).split(BATCH):
            optimiser.zero_grad()
            loss(model(x[batch]), y[batch]).backward()
            optimiser.step()
            schedule.step()
    return folded(model.eval(), mean, scale)


def folded(model, mean, scale):
    """`(hidden.weight, hidden.bias, output.weight, output.bias)` over plain vectors."""
    first, last = model[1], model[4]
    weight = first.weight.detach().numpy() / scale
    bias = first.bias.detach().numpy() - weight @ mean
    return weight, bias, last.weight.detach().numpy(), last.bias.detach().numpy()


def scores(weights, vectors):
    hidden_weight, hidden_bias, output_weight, output_bias = weights
    return numpy.maximum(vectors @ hidden_weight.T + hidden_bias, 0) @ output_weight.T + output_bias


def probabilities(scores, temperature=1.0):
    e = numpy.exp(scores / temperature - (scores / temperature).max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def temperature(scores, types):
    """The temperature with the least log loss, of a grid."""
    rows = numpy.arange(len(types))
    return min(numpy.arange(0.5, 3.01, 0.05), key=lambda t: -numpy.log(probabilities(scores, t)[rows, types] + 1e-9).mean())


def held_out(vectors, types, keys, outputs, folds=5):
    """The scores of each word by a network that saw no word of the same key."""
    names = sorted(set(keys))
    numpy.random.default_rng(5).shuffle(names)
    fold = {name: i % folds for i, name in enumerate(names)}
    of = numpy.array([fold[k] for k in keys])
    result = numpy.zeros((len(types), outputs), numpy.float32)
    for i in range(folds):
        result[of == i] = scores(fit(vectors[of != i], types[of != i], outputs), vectors[of == i])
    return result
