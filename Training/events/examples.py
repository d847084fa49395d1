"""Words of Gold/train and Gold/sentences: what they name, and what the reader's lexicon says that they name."""
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
    """Words that may name an act.

    `types` index TYPES; `known` is false for words that teach nothing: further words of a trigger, and in reports,
    where an act is annotated once, words with the lemma of a trigger. `told` and `coded` are the types of the gold
    event and of the reader's event at the word, or "".
    """

    def __init__(self, read):
        self.vectors, self.types, self.known, self.lemmas, self.groups = [], [], [], [], []
        self.told, self.coded, self.in_report = [], [], []
        for row, spans, in_report, words, events in read:
            self.add(row["id"], spans, in_report, words, events)
        self.vectors = numpy.stack(self.vectors)
        for name in ("types", "known", "lemmas", "groups", "told", "coded", "in_report"):
            setattr(self, name, numpy.array(getattr(self, name)))

    def add(self, key, spans, in_report, words, events):
        kinds = types(words, spans)
        codings = types(words, [(*e["trigger"]["spans"][0], e["type"]) for e in reversed(events)])
        lemmas = [lemma.lower() for lemma in words["lemmas"]]
        triggers = {lemmas[i] for i, kind in kinds.items() if kind}
        vectors = numpy.frombuffer(base64.b64decode(words["vectors"]), "<f4").reshape(-1, WIDTH)
        for i, (start, end) in enumerate(words["spans"]):
            if words["upos"][i] not in UPOS:
                continue
            kind = kinds.get(i, NONE)
            self.vectors.append(vectors[i])
            self.types.append(TYPES.index(kind or NONE))
            self.known.append(bool(kind) and not (in_report and kind == NONE and lemmas[i] in triggers))
            self.lemmas.append(lemmas[i])
            self.groups.append(key)
            self.told.append(next((t for a, b, t in spans if start < b and end > a), ""))
            self.coded.append(codings.get(i) or "")
            self.in_report.append(in_report)


def types(words, spans):
    """The type of each trigger's head word; None for its other words."""
    found = {}
    for start, end, kind in spans:
        inside = [i for i, (a, b) in enumerate(words["spans"]) if a < end and b > start]
        heads = [i for i in inside if words["heads"][i] not in inside]
        for i in inside:
            found.setdefault(i, None)
        for i in heads[:1]:
            found[i] = kind
    return found


def report_inputs(folder):
    """The reader's input and the trigger spans for each report of a gold folder."""
    for path in sorted(folder.glob("*.txt")):
        record = read_report(path.read_text("utf-8"), str(path))[0]
        spans = [(*span, e["type"]) for e in record["events"] for span in e["trigger"]["spans"]]
        yield {"id": path.stem, "text": record["report"]["text"]}, spans


def sentence_inputs(folder, split="train"):
    """The same for each sentence of a split; of a trigger that stands twice the first is meant."""
    for path in sorted(folder.glob("*.tsv")):
        for row in csv.reader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) == 4 and row[1] == split:
                told = [event.split("|") for event in row[3].split(" ; ") if "|" in event]
                spans = [(row[2].index(e[0]), row[2].index(e[0]) + len(e[0]), e[1]) for e in told]
                yield {"id": row[0], "text": row[2]}, spans


def load(binaries, work):
    """All examples of Gold/train and of the train sentences; `work` is a file to write to."""
    inputs = [(*pair, True) for pair in report_inputs(ROOT / "Gold/train")]
    inputs += [(*pair, False) for pair in sentence_inputs(ROOT / "Gold/sentences")]
    if not inputs:
        raise SystemExit("no examples in Gold/train and Gold/sentences")
    work.write_text("".join(json.dumps(row) + "\n" for row, _, _ in inputs), "utf-8")
    words = lines([binaries / "WordVectors", work])
    records = lines([binaries / "rapporteur", "read", "--input", "jsonl", "--output", "jsonl", work])
    return Examples((row, spans, in_report, w, r["events"])
                    for (row, spans, in_report), w, r in zip(inputs, words, records, strict=True))


def lines(command):
    return [json.loads(line) for line in subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.splitlines()]
