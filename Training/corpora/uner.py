"""Universal NER on EWT's dev sentences: PER, ORG, LOC. Half of its documents train, half report.

Source: Mayhew et al. 2024, https://aclanthology.org/2024.naacl-long.243.
The words' parses are never taken along.
"""
import json

import numpy as np

from corpora.conllu import read_sentences
from corpora.polnear import paint
from documents import NAME_LABELS, OUTSIDE_OR_MISC, Document
from splits import uner_is_reported


def read_documents(path, conllu_path, outside=OUTSIDE_OR_MISC):
    """One Document a document of EWT dev, with names only; `outside` is the class of a nameless word."""
    with open(path, encoding="utf-8") as lines:
        named = [json.loads(line) for line in lines]
    sentences = read_sentences(conllu_path)
    if len(named) != len(sentences):
        raise ValueError(f"{path}: {len(named)} rows for {len(sentences)} sentences")
    words, starts, tags = {}, {}, {}
    for row, sentence in zip(named, sentences):
        key = sentence.document
        starts.setdefault(key, []).append(len(words.setdefault(key, [])))
        words[key] += row["tokens"]
        tags.setdefault(key, []).append(_tags(row, outside))
    return [Document(key, "uner", words[key], starts[key], names=np.concatenate(tags[key])) for key in words]


def _tags(row, outside):
    ends, at, begins = [], 0, []
    for token in row["tokens"]:
        at = row["text"].index(token, at)
        begins.append(at)
        at += len(token)
        ends.append(at)
    tags = np.full(len(begins), outside, dtype=np.int64)
    for e in row["entities"]:
        inside = [i for i in range(len(begins)) if begins[i] < e["end"] and ends[i] > e["start"]]
        if inside:
            paint(tags, NAME_LABELS, e["type"], inside[0], inside[-1] + 1)
    return tags
