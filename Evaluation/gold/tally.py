"""What one document adds to the figures: counts, pairs of labels, and errors to list."""

from collections import Counter, defaultdict


class Tally:
    """`counts` is keyed by (figure, "hit" | "system" | "gold"); `labels` holds (gold, system) pairs for each figure."""

    def __init__(self):
        self.counts = Counter()
        self.labels = defaultdict(Counter)
        self.errors = []

    def add(self, figure, hit=0, system=0, gold=0):
        for part, value in (("hit", hit), ("system", system), ("gold", gold)):
            self.counts[figure, part] += value

    def add_sets(self, figure, gold, system):
        gold, system = set(gold), set(system)
        self.add(figure, len(gold & system), len(system), len(gold))

    def label(self, figure, gold, system):
        self.labels[figure][gold, system] += 1

    def error(self, layer, words):
        self.errors.append((layer, words))
