"""UDS It Happened: how much readers hold each predicate of EWT to have happened, -3...3. Standard library only.

An annotator says whether it happened and, 0...4, how sure they are; the value is three quarters of
the sureness with the sign of the answer, averaged over annotators.
Source: White et al. 2016 and Rudinger et al. 2018, https://aclanthology.org/N18-1067.
"""
import json
import zipfile
from statistics import fmean


def read_values(path, part):
    """{sentence number: {word number: value}}, both from 1, for `part` of EWT ("train" or "dev")."""
    with zipfile.ZipFile(path) as archive:
        nodes = json.loads(archive.read("factuality.json"))["data"]
    values = {}
    for graph, predicates in nodes.items():
        prefix, number = graph.rsplit("-", 1)
        if prefix != f"ewt-{part}":
            continue
        for node, answer in predicates.items():
            factual = answer["factuality"]["factual"]
            scores = [0.75 * factual["confidence"][a] * (1 if v else -1) for a, v in factual["value"].items()]
            values.setdefault(int(number), {})[int(node.rsplit("-", 1)[1])] = fmean(scores)
    return values


def aligned(values, sentences, shifts=(0, 1, -1)):
    """Moves the sentence numbers of an older release of EWT onto `sentences`, each a list of ten-column rows.

    A newer release split or joined a sentence here and there, which shifts every later number. The
    annotated words are all verbs; each stretch of 50 numbers takes the shift under which most are,
    and each sentence then the one that leaves none astray. What fits no shift is left out.
    Gives {index in `sentences`: {word number: value}}.
    """
    found = {}

    def verbs(number, words):
        if not 1 <= number <= len(sentences):
            return 0
        rows = sentences[number - 1]
        return sum(w <= len(rows) and rows[w - 1][3] == "VERB" for w in words)

    numbers = sorted(values)
    for begin in range(0, len(numbers), 50):
        stretch = numbers[begin:begin + 50]
        order = sorted(shifts, key=lambda s: -sum(verbs(n + s, values[n]) for n in stretch))
        for number in stretch:
            shift = next((s for s in order if verbs(number + s, values[number]) == len(values[number])), None)
            if shift is not None:
                found.setdefault(number + shift - 1, values[number])
    return found
