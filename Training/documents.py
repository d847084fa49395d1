"""The one shape every corpus is read into: words, where sentences begin, and what is known of each word."""
from dataclasses import dataclass, field

import numpy as np

IGNORED = -100
NAME_TYPES = ("PER", "ORG", "LOC", "MISC")
ROLES = ("source", "cue", "content")


def bio_labels(types):
    """`O`, then `B-X`, `I-X` for each type, in order."""
    return ["O"] + [f"{mark}-{t}" for t in types for mark in "BI"]


NAME_LABELS = bio_labels(NAME_TYPES)
ATTRIBUTION_LABELS = bio_labels(ROLES)
# A name gold that has no MISC class: such a word may be outside of any name, or MISC.
OUTSIDE_OR_MISC = len(NAME_LABELS)


@dataclass
class Document:
    """A run of sentences. Arrays are over words; `IGNORED` (or NaN) means nobody said."""

    id: str
    corpus: str
    words: list
    sentences: list  # the first word of each sentence
    paragraphs: list = field(default_factory=list)  # the first word of each paragraph
    upos: np.ndarray = None
    features: np.ndarray = None
    lemmas: list = None
    heads: np.ndarray = None  # the head's word index in the document; -1 the root
    labels: np.ndarray = None
    names: np.ndarray = None
    names_weight: float = 1.0
    attribution: np.ndarray = None
    links: dict = field(default_factory=dict)  # first word of a source/content -> first words of its cues
    factuality: np.ndarray = None
    entities: dict = None  # head word of a mention -> entity; None where coreference is unknown
    chained: set = field(default_factory=set)  # entities with two or more mentions
    spans: list = None  # where each word stands in the text, where there is one


