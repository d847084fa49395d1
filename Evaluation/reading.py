"""What the language layer itself gets right: trees from raw text, factuality, links and coreference.

Each function runs the reader over one set and gives its figures, in per cent but for Pearson.
"""
import json
import pathlib
import subprocess
import tempfile

import coreference_score
import factuality_score
import link_score
import raw_score

GOLD = pathlib.Path(__file__).resolve().parent.parent / "Gold"


def _run(binary, source, output, text):
    """What the reader writes in the form `output` for an input of the form `source`; a refused report is no error."""
    run = subprocess.run([binary, "read", "--input", source, "--output", output], input=text, capture_output=True, check=False)
    if not run.stdout:
        raise RuntimeError(f"{binary}: nothing read: {run.stderr.decode()[:200]}")
    return run.stdout


def _records(binary, texts):
    """{key: record} of {key: text}."""
    found = map(json.loads, _run(binary, "jsonl", "jsonl", _lines(texts)).splitlines())
    return {record["report"]["key"]: record for record in found}


def _lines(texts):
    return "".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items()).encode()


def raw_text(binary, data):
    """EWT dev's documents without their words: F1 of words, sentences, UPOS, UAS, LAS."""
    gold = raw_score.read(data / "ud" / "ewt-dev.conllu")
    texts = {document.id: document.text.strip() for document in gold}
    names = {record["report"]["id"]: key for key, record in _records(binary, texts).items()}
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "raw.conllu"
        path.write_bytes(_run(binary, "jsonl", "conllu", _lines(texts)))
        system = raw_score.read(path)
    for document in system:
        document.id = names[document.id]
    return raw_score.compare(gold, system)


def factuality(binary, data):
    """EWT dev's verbs against UDS It Happened, words given."""
    gold = data / "ud" / "ewt-dev.conllu"
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "given.conllu"
        path.write_bytes(_run(binary, "conllu", "conllu", gold.read_bytes()))
        return factuality_score.compare(gold, path, data / "factuality" / "fact.zip")


def links(binary, data):
    """PolNeAR dev: source, cue and content put together, where all three were found."""
    gold = data / "polnear" / "dev.jsonl"
    rows = map(json.loads, gold.read_text(encoding="utf-8").splitlines())
    return link_score.compare(gold, _records(binary, {str(row["doc"]): row["text"] for row in rows}))


def gum_coreference(binary, data):
    return _coreference(binary, coreference_score.gum_documents(data))


def meantime_coreference(binary, data):
    return _coreference(binary, coreference_score.meantime_documents(data))


def gold_coreference(binary, _):
    return _coreference(binary, coreference_score.gold_documents(GOLD / "dev"))


def _coreference(binary, documents):
    return coreference_score.compare(documents, _records(binary, {key: text for key, (text, _) in documents.items()}))


READING = [
    ("parse: EWT dev, raw text", raw_text), ("factuality: UDS over EWT dev", factuality), ("links: PolNeAR dev", links),
    ("coreference: GUM news, not trained on", gum_coreference),
    ("coreference: MEANTIME, half not trained on", meantime_coreference),
    ("coreference: Gold dev", gold_coreference),
]
