"""From tallies to figures, each with n and a 95 % bootstrap interval over documents."""

import random
from collections import Counter

SEED, DRAWS = 20310306, 1000


def share(tallies, figure, kind):
    """(value, n) of precision, recall or F1; value is None where nothing is counted."""
    hit, system, gold = (sum(t.counts[figure, part] for t in tallies) for part in ("hit", "system", "gold"))
    below = {"p": system, "r": gold, "f1": (system + gold) / 2}[kind]
    return (hit / below if below else None), (system if kind == "p" else gold)


def pooled(tallies, figure):
    total = Counter()
    for tally in tallies:
        total.update(tally.labels.get(figure, {}))
    return total


def accuracy(tallies, figure):
    """Share of pairs with the same label."""
    total = pooled(tallies, figure)
    n = sum(total.values())
    return (sum(v for (g, s), v in total.items() if g == s) / n if n else None), n


def macro(tallies, figure):
    """Mean F1 over the labels that occur in the gold."""
    total = pooled(tallies, figure)
    scores = []
    for label in {g for g, _ in total} - {None}:
        hit = total[label, label]
        gold = sum(v for (g, _), v in total.items() if g == label)
        system = sum(v for (_, s), v in total.items() if s == label)
        scores.append(2 * hit / (gold + system))
    return (sum(scores) / len(scores) if scores else None), sum(v for (g, _), v in total.items() if g is not None)


def kappa(tallies, figure):
    """Cohen's kappa of two annotators; None where chance alone would agree always."""
    total = pooled(tallies, figure)
    n = sum(total.values())
    if not n:
        return None, 0
    first, second = Counter(), Counter()
    for (g, s), v in total.items():
        first[g] += v
        second[s] += v
    chance = sum(first[label] * second[label] for label in first) / n ** 2
    seen = sum(v for (g, s), v in total.items() if g == s) / n
    return ((seen - chance) / (1 - chance) if chance < 1 else None), n


def true_count(tallies, figure):
    """How many pairs were marked True on the system's side, as a share."""
    total = pooled(tallies, figure)
    n = sum(total.values())
    return (sum(v for (_, s), v in total.items() if s is True) / n if n else None), n


MEASURES = {"p": lambda t, f: share(t, f, "p"), "r": lambda t, f: share(t, f, "r"), "f1": lambda t, f: share(t, f, "f1"),
            "accuracy": accuracy, "macro-f1": macro, "kappa": kappa, "share": true_count}


def figure(tallies, name, kind, draws=DRAWS):
    """{"value", "low", "high", "n"}: shares from 0 to 1, the 2.5th and 97.5th of `draws` resamplings of the documents."""
    measure = MEASURES[kind]
    value, n = measure(tallies, name)
    chance = random.Random(SEED)
    drawn = []
    for _ in range(draws if value is not None else 0):
        got, _ = measure(chance.choices(tallies, k=len(tallies)), name)
        if got is not None:
            drawn.append(got)
    drawn.sort()
    bound = lambda q: drawn[min(len(drawn) - 1, int(q * len(drawn)))] if drawn else None
    return {"value": value, "low": bound(0.025), "high": bound(0.975), "n": n}
