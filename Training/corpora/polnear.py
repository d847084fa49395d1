"""PolNeAR: who says what by which words, in US political reports; with CoreNLP's names on the same texts.

Source: Newell et al. 2018, https://aclanthology.org/L18-1524. The set states no licence; its texts
belong to their publishers and are never shipped.
"""
import json
from bisect import bisect_right

import numpy as np

from documents import ATTRIBUTION_LABELS, NAME_LABELS, Document
from ud_words import sentence_starts, word_spans

CORENLP_TYPES = {"PERSON": "PER", "LOCATION": "LOC", "ORGANIZATION": "ORG", "MISC": "MISC"}
SILVER_WEIGHT = 0.3


class Cut:
    """One text, cut into words once."""

    def __init__(self, text):
        self.text = text
        self.spans = word_spans(text)
        self.ends = [b for _, b in self.spans]
        self.words = [text[a:b] for a, b in self.spans]
        self.sentences = sentence_starts(text, self.spans)
        self.paragraphs = [i for i in self.sentences
                           if i == 0 or "\n" in text[self.spans[i - 1][1]:self.spans[i][0]]]

    def between(self, start, end):
        """Half-open range of the words that share a code point with [start, end)."""
        first = bisect_right(self.ends, start)
        last = first
        while last < len(self.spans) and self.spans[last][0] < end:
            last += 1
        return first, last


def paint(tags, labels, kind, first, last):
    """Writes one BIO span over whatever stood there."""
    if first < last:
        tags[first] = labels.index(f"B-{kind}")
        tags[first + 1:last] = labels.index(f"I-{kind}")


def attribution_layers(cut, attributions):
    """BIO tags [words], and links: first word of a source or content fragment -> first words of its cues."""
    tags = np.zeros(len(cut.words), dtype=np.int64)
    links = {}
    for role in ("content", "source", "cue"):  # the later wins the few words that two roles claim
        for attribution in attributions:
            cues = [cut.between(*fragment)[0] for mention in attribution["cue"] for fragment in mention[:1]]
            for mention in attribution[role]:
                for fragment in mention:
                    first, last = cut.between(*fragment)
                    paint(tags, ATTRIBUTION_LABELS, role, first, last)
                    if role != "cue" and first < last:
                        known = links.setdefault(first, [])
                        known.extend(c for c in cues if c not in known)
    return _legal(tags), links


def _legal(tags):
    """Turns an I that lost its beginning to another role into a B."""
    for i, tag in enumerate(tags):
        if tag and tag % 2 == 0 and (i == 0 or tags[i - 1] not in (tag, tag - 1)):
            tags[i] = tag - 1
    return tags


def silver_names(cut, entities):
    tags = np.zeros(len(cut.words), dtype=np.int64)
    for e in entities:
        paint(tags, NAME_LABELS, CORENLP_TYPES[e["type"]], *cut.between(e["start"], e["end"]))
    return _legal(tags)


def read_documents(path, silver_path=None):
    """{document: [Document of each annotator, the primary first]}."""
    silver = {}
    if silver_path:
        with open(silver_path, encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                silver[row["id"]] = row
    cuts, versions = {}, {}
    with open(path, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            cut = cuts.get(row["text"])
            if cut is None:
                cut = cuts[row["text"]] = Cut(row["text"])
            tags, links = attribution_layers(cut, row["attributions"])
            document = Document(row["doc"], "polnear", cut.words, cut.sentences, cut.paragraphs,
                                attribution=tags, links=links, spans=cut.spans)
            named = silver.get(row["doc"])
            if named and named["text"] == row["text"]:
                document.names = silver_names(cut, named["entities"])
                document.names_weight = SILVER_WEIGHT
            known = versions.setdefault(row["doc"], [])
            known.insert(0 if row["primary"] else len(known), document)
    return versions
