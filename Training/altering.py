"""Documents as they might have been written: of other people and places, or without stops and commas."""
from dataclasses import replace

import numpy as np

from documents import ATTRIBUTION_LABELS, IGNORED, NAME_LABELS
from world_names import plain, world

MARKS = {".", ",", ";", ":"}


def renamed(document, rng):
    """A copy with other persons and places, word for word, and the same one wherever the same one stood.

    Everything known of the words stays true: a name of two words becomes another of two. Names with signs or
    capitals inside stay as they are.
    """
    if document.names is None:
        return document
    words, known = list(document.words), {}
    lemmas = list(document.lemmas) if document.lemmas is not None else None
    for kind, first, last in _names(document.names):
        old = document.words[first:last]
        if kind == "PER" and last - first <= 3 and all(map(plain, old)):
            new = [_person(word, i + 1 == len(old), known, rng) for i, word in enumerate(old)]
        elif kind == "LOC" and last - first in world().places and all(map(plain, old)):
            new = known.setdefault(tuple(old), rng.choice(rng.choice(world().places[last - first])).split(" "))
        else:
            continue
        words[first:last] = new
        if lemmas is not None:
            lemmas[first:last] = new
    return replace(document, words=words, lemmas=lemmas)


def _names(tags):
    """(type, first, last) of each PER and LOC span."""
    found, i = [], 0
    while i < len(tags):
        label = NAME_LABELS[tags[i]] if 0 <= tags[i] < len(NAME_LABELS) else "O"
        last = i + 1
        if label in ("B-PER", "B-LOC"):
            while last < len(tags) and tags[last] == tags[i] + 1:
                last += 1
            found.append((label[2:], i, last))
        i = last
    return found


def _person(word, is_last, known, rng):
    """Another family name (or, before one, a given name) for a word of a person's name."""
    if word not in known:
        known[word] = rng.choice(rng.choice(world().family if is_last else world().given))
    return known[word]


def unmarked(document):
    """A copy without stops and commas; what hung on one of them is unsaid."""
    kept = [i for i, word in enumerate(document.words) if word not in MARKS]
    if len(kept) == len(document.words) or not kept:
        return document
    to = {old: new for new, old in enumerate(kept)}

    def starts(edges):
        """The first kept word at or after each edge, before the next edge."""
        bounds = list(edges) + [len(document.words)]
        found = (next((i for i in range(a, b) if i in to), None) for a, b in zip(bounds, bounds[1:]))
        return [to[i] for i in found if i is not None]

    def part(values):
        return None if values is None else values[kept]

    heads = None
    if document.heads is not None:
        heads = np.array([h if h < 0 else to.get(h, IGNORED) for h in document.heads[kept].tolist()])
    links = {to[k]: [to[c] for c in cues if c in to] for k, cues in document.links.items() if k in to}
    entities = document.entities
    return replace(
        document, words=[document.words[i] for i in kept], sentences=starts(document.sentences),
        paragraphs=starts(document.paragraphs), upos=part(document.upos), features=part(document.features),
        lemmas=None if document.lemmas is None else [document.lemmas[i] for i in kept], heads=heads,
        labels=part(document.labels), names=_legal(part(document.names), len(NAME_LABELS)),
        attribution=_legal(part(document.attribution), len(ATTRIBUTION_LABELS)), links=links,
        factuality=part(document.factuality), spans=None,
        entities=None if entities is None else {to[i]: e for i, e in entities.items() if i in to})


def _legal(tags, classes):
    """Turns an I that lost its beginning into a B."""
    if tags is None:
        return None
    tags = tags.copy()
    for i, tag in enumerate(tags):
        if 0 < tag < classes and tag % 2 == 0 and (i == 0 or tags[i - 1] not in (tag, tag - 1)):
            tags[i] = tag - 1
    return tags


def alterer(rename, unmark):
    """A function (document, rng) that renames and unmarks this share of documents."""

    def alter(document, rng):
        if rng.random() < rename:
            document = renamed(document, rng)
        return unmarked(document) if rng.random() < unmark else document

    return alter
