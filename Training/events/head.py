"""A classifier of event types over a word's vector: networks with one hidden layer, whose scores are averaged."""
import numpy
import torch
from torch import nn

HIDDEN, EPOCHS, RATE, DECAY, BATCH, SEEDS = 128, 14, 2e-3, 0.05, 128, (1, 2, 3)


def fit(vectors, types, outputs, seed):
    """A function from vectors to scores; the vectors are standardised before the first layer."""
    torch.manual_seed(seed)
    mean, scale = vectors.mean(0), vectors.std(0) + 1e-3
    x, y = torch.tensor((vectors - mean) / scale), torch.tensor(types)
    model = nn.Sequential(nn.Dropout(0.1), nn.Linear(vectors.shape[1], HIDDEN), nn.ReLU(), nn.Dropout(0.2),
                          nn.Linear(HIDDEN, outputs))
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * (len(x) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.02, 1 - step / steps))
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(x)).split(BATCH):
            optimiser.zero_grad()
            nn.functional.cross_entropy(model(x[batch]), y[batch]).backward()
            optimiser.step()
            schedule.step()
    model.eval()
    return lambda rows: model(torch.tensor((rows - mean) / scale)).detach().numpy()


def probabilities(scores, temperature=1.0):
    e = numpy.exp((scores - scores.max(1, keepdims=True)) / temperature)
    return e / e.sum(1, keepdims=True)


def temperature(scores, types):
    """The temperature with the least log loss, of a grid."""
    rows = numpy.arange(len(types))
    return min(numpy.arange(0.5, 3.01, 0.05), key=lambda t: -numpy.log(probabilities(scores, t)[rows, types] + 1e-9).mean())


def held_out(vectors, types, known, keys, outputs, folds=5):
    """The scores of each word by networks that saw no word of the same key; only words in `known` teach."""
    names = sorted(set(keys))
    numpy.random.default_rng(5).shuffle(names)
    fold = {name: i % folds for i, name in enumerate(names)}
    of = numpy.array([fold[key] for key in keys])
    result = numpy.zeros((len(types), outputs), numpy.float32)
    for i in range(folds):
        taught, asked = known & (of != i), of == i
        nets = [fit(vectors[taught], types[taught], outputs, seed) for seed in SEEDS]
        result[asked] = sum(net(vectors[asked]) for net in nets) / len(nets)
    return result
