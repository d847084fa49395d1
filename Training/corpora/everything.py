"""All training and held-out documents, and the label sets that they share."""
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from corpora import conllu, factuality, gum_entities, meantime, polnear, uner
from documents import ATTRIBUTION_LABELS, NAME_LABELS
from lemma import Scripts
from splits import bucket, uner_is_reported
from uds import read_values

HELD_OUT_PARTS = 20  # one document in twenty chooses between checkpoints and trains nothing


@dataclass
class Corpora:
    parsed: list  # EWT and GUM
    reports: list  # PolNeAR: a list of versions (annotators) for each document
    named: list  # the training halves of UNER and MEANTIME
    held_out_parsed: list
    held_out_reports: list


def learn_labels(data):
    """The classes of each layer, from the train parts of EWT and GUM."""
    sentences = [s for name in ("ewt", "gum") for s in conllu.read_sentences(Path(data) / f"ud/{name}-train.conllu")]
    rows = [r for s in sentences for r in s.rows]

    def common(values, least):
        return [v for v, n in Counter(values).most_common() if n >= least]

    return {
        "upos": sorted(set(r[3] for r in rows)),
        "features": common((conllu.bundle(r[5]) for r in rows), 3),
        "lemma": Scripts.learned((r[1], r[2]) for r in rows).names,
        "deprel": common((r[7] for r in rows), 3),
        "names": NAME_LABELS,
        "attribution": ATTRIBUTION_LABELS,
    }


def read_parsed(data, name, part, labels):
    """EWT with factuality, or GUM with coreference and names."""
    path = Path(data) / f"ud/{name}-{part}.conllu"
    ids = {layer: {v: i for i, v in enumerate(values)} for layer, values in labels.items()}
    documents = conllu.read_documents(path, name, ids)
    sentences = conllu.read_sentences(path)
    if name == "ewt":
        factuality.attach(documents, sentences, read_values(Path(data) / "factuality/fact.zip", part))
    else:
        rows = {}
        for sentence in sentences:
            rows.setdefault(sentence.document, []).append(sentence.rows)
        for document in documents:
            gum_entities.attach(document, rows[document.id])
    return documents


def held_out(document_id):
    return bucket(document_id, HELD_OUT_PARTS) == 0


def read_training(data, labels, with_polnear=True):
    data = Path(data)
    parsed = read_parsed(data, "ewt", "train", labels) + read_parsed(data, "gum", "train", labels)
    reports = {}
    if with_polnear:
        reports = polnear.read_documents(data / "polnear/train.jsonl", data / "names/polnear_train_corenlp_silver.jsonl")
    named = uner.read_documents(data / "names/uner_ewt_dev.jsonl", data / "ud/ewt-dev.conllu")
    return Corpora(
        parsed=[d for d in parsed if not held_out(d.id)],
        reports=[v for k, v in reports.items() if not held_out(k)],
        named=[d for d in named if not uner_is_reported(d.id)] + meantime.read_documents(data / "meantime/dev.jsonl"),
        held_out_parsed=[d for d in parsed if held_out(d.id)],
        held_out_reports=[v[0] for k, v in reports.items() if held_out(k)],
    )
