"""CoNLL-U: sentences with their document, and documents with parses, tags, features and lemmas."""
from dataclasses import dataclass, field

import numpy as np

from documents import IGNORED, Document

KEPT_FEATURES = {"Tense", "Mood", "Voice", "VerbForm", "Number", "Person", "Polarity", "PronType", "Poss", "Degree"}


@dataclass
class Sentence:
    document: str
    rows: list = field(default_factory=list)  # ten columns a word; multiword and empty nodes left out


def read_sentences(path):
    """Every sentence of a file, in order."""
    document, current, sentences = "", [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document = line.split(" = ", 1)[1]
            elif not line:
                if current:
                    sentences.append(Sentence(document, current))
                current = []
            elif line[0] != "#":
                columns = line.split("\t")
                if columns[0].isdigit():
                    current.append(columns)
    if current:
        sentences.append(Sentence(document, current))
    return sentences


def bundle(features):
    """The part of a feature column that the model is taught; `_` when nothing of it is left."""
    kept = [f for f in features.split("|") if f.split("=")[0] in KEPT_FEATURES]
    return "|".join(kept) or "_"


def read_documents(path, corpus, labels):
    """Documents with every parse layer. `labels` maps layer -> label -> id; a label it lacks is ignored."""
    documents, rows = {}, {}
    for sentence in read_sentences(path):
        rows.setdefault(sentence.document, []).append(sentence.rows)
    for name, sentences in rows.items():
        documents[name] = _document(name, corpus, sentences, labels)
    return list(documents.values())


def _document(name, corpus, sentences, labels):
    words, starts, heads, lemmas, upos, features, deprels = [], [], [], [], [], [], []
    for rows in sentences:
        start = len(words)
        starts.append(start)
        for columns in rows:
            words.append(columns[1])
            lemmas.append(columns[2])
            upos.append(labels["upos"].get(columns[3], IGNORED))
            features.append(labels["features"].get(bundle(columns[5]), IGNORED))
            heads.append(start + int(columns[6]) - 1 if columns[6] != "0" else -1)
            deprels.append(labels["deprel"].get(columns[7], IGNORED))
    return Document(
        name, corpus, words, starts, upos=np.array(upos), features=np.array(features), lemmas=lemmas,
        heads=np.array(heads), labels=np.array(deprels))
