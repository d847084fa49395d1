"""MEANTIME: names in the annotated sentences of Wikinews reports; half of the documents train, half report.

Source: Minard et al. 2016, https://aclanthology.org/L16-1699.
Only the first sentences of a report have every name marked; the words after them are left out. Products and
sums of money count as MISC; an adjective made of a place is unsaid.
"""
import json

import numpy as np

from corpora.gum_entities import TITLES
from corpora.polnear import Cut, paint
from documents import IGNORED, NAME_LABELS, Document
from splits import meantime_is_reported

MARKED_SENTENCES = 6
WEIGHT = 0.7
HONOURS = TITLES | {"Spokesman", "Spokeswoman", "Analyst", "CEO"}
INSIDE = {"of", "and", "the", "&", "-", "'", "'s", "for", "de"}


def read_documents(path):
    """The training half, with names only."""
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [_document(row) for row in rows if not meantime_is_reported(row["id"])]


def _document(row):
    marked = "\n".join(row["text"].split("\n")[:MARKED_SENTENCES])
    cut = Cut(marked)
    tags = np.zeros(len(cut.words), dtype=np.int64)
    named = [e for e in row["entities"] if e.get("syn") in ("NAM", "PRE.NAM") and e["end"] <= len(marked)]
    for first, last, kind in sorted((_span(cut, e) for e in named), key=lambda s: s[0] - s[1]):
        if first < last and _is_name(cut.words[first:last]) and not (tags[first:last] != 0).any():
            if kind is None:
                tags[first:last] = IGNORED
            else:
                paint(tags, NAME_LABELS, kind, first, last)
    return Document(row["id"], "meantime", cut.words, cut.sentences, names=tags, names_weight=WEIGHT)


def _span(cut, entity):
    """(first, last, class) without a leading article; the class is None where nobody can say."""
    first, last = cut.between(entity["start"], entity["end"])
    while first < last and cut.words[first].lower() in ("the", "a", "an"):
        first += 1
    kind = entity.get("ent_type")
    while kind == "PER" and last - first > 1 and cut.words[first] in HONOURS:
        first += 1
    if kind == "LOC" and entity["syn"] == "PRE.NAM" and not all(w.isupper() for w in cut.words[first:last]):
        return first, last, None
    return first, last, kind if kind in ("PER", "ORG", "LOC") else "MISC"


def _is_name(words):
    return all(w[0].isupper() or w[0].isdigit() or w.lower() in INSIDE for w in words) and words[0][0].isupper()
