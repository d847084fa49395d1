"""Words of Gold/train and Gold/sentences with what they are: one of PLOVER's types, or none."""
import base64
import csv
import json
import pathlib
import subprocess
import sys

import numpy

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Gold" / "tools"))
from authoring import read_report  # noqa: E402
from codes import QUAD  # noqa: E402

NONE = "none"
TYPES = [*sorted(QUAD), NONE]
WIDTH = 384
UPOS = {"VERB", "NOUN", "ADJ"}


class Examples:
    """Vectors `[n, 384]`, types, lemmas and groups (a report, or a sentence) of words that may name an act."""

    def __init__(self):
        self.vectors, self.types, self.lemmas, self.groups = [], [], [], []

    def add(self, words, spans, group, whole):
        """`spans`: (start, end, type) of triggers; `whole` where every act is annotated each time that it is told."""
        kinds = types(words, spans)
        told = {words["lemmas"][i].lower() for i, kind in kinds.items() if kind}
        vectors = numpy.frombuffer(base64.b64decode(words["vectors"]), "<f4").reshape(-1, WIDTH)
        for i, lemma in enumerate(words["lemmas"]):
            kind = kinds.get(i, NONE)
            again = kind == NONE and lemma.lower() in told and not whole
            if words["upos"][i] in UPOS and kind and not again:
                self.vectors.append(vectors[i])
                self.types.append(TYPES.index(kind))
                self.lemmas.append(lemma.lower())
                self.groups.append(group)

    def arrays(self):
        return numpy.stack(self.vectors), numpy.array(self.types), numpy.array(self.lemmas), numpy.array(self.groups)


def types(words, spans):
    """The type of each trigger's head word; None for its other words, which are no examples."""
    found = {}
    for start, end, kind in spans:
        inside = [i for i, (a, b) in enumerate(words["spans"]) if a < end and b > start]
        heads = [i for i in inside if words["heads"][i] not in inside] or inside
        for i in inside:
            found.setdefault(i, None)
        for i in heads[:1]:
            found[i] = kind
    return found


def report_inputs(folder):
    """Reader's input and trigger spans for each report of a gold folder."""
    for path in sorted(folder.glob("*.txt")):
        record = read_report(path.read_text("utf-8"), str(path))[0]
        spans = [(*span, e["type"]) for e in record["events"] for span in e["trigger"]["spans"]]
        yield {"id": path.stem, "text": record["report"]["text"]}, spans


def sentence_inputs(folder, split):
    """Reader's input and trigger spans for each sentence of a split; a trigger that stands twice is the first."""
    for path in sorted(folder.glob("*.tsv")):
        for row in csv.reader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) < 3 or row[1] != split:
                continue
            told = [event.split("|") for event in (row[3] if len(row) > 3 else "").split(" ; ") if "|" in event]
            spans = [(row[2].find(e[0]), row[2].find(e[0]) + len(e[0]), e[1]) for e in told if e[0] in row[2]]
            yield {"id": row[0], "text": row[2]}, spans


def read(binary, inputs, work):
    """The words of each input with their vectors, in order."""
    work.write_text("".join(json.dumps(row) + "\n" for row, _ in inputs), "utf-8")
    run = subprocess.run([binary, str(work)], stdout=subprocess.PIPE, check=True)
    return map(json.loads, run.stdout.splitlines())


def load(binary, gold, sentences, work, split="train"):
    """All examples: the reports of Gold/train and the sentences of a split."""
    examples = Examples()
    reports = list(report_inputs(gold / "train")) if split == "train" else []
    single = list(sentence_inputs(sentences, split))
    for rows, whole in ((reports, False), (single, True)):
        for (row, spans), words in zip(rows, read(binary, rows, work)):
            examples.add(words, spans, row["id"], whole)
    return examples.arrays()
