"""Whether pronouns and short names of persons and organisations lead to whom they mean.

Asked: each gold pronoun, and each gold name with fewer words than an earlier name of the same entity, that has an
earlier mention. It is right where the reader's actor at those words has an earlier mention that belongs to the
same gold entity; a mention that the reader knows nothing of is wrong.

- GUM: the news documents that trained nothing (no document of `gum-train`), mentions of persons and organisations.
- MEANTIME: the half of the documents that trained nothing (`splits.py`), likewise.
- Gold: our own reports, all actors; `Gold/train` chose the weights of `PronounResolution`, `Gold/dev` reports.
"""
import json
import pathlib
import subprocess
import sys
from dataclasses import dataclass

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Training"))
from splits import meantime_is_reported

PRONOUNS = set("""he him his himself she her hers herself it its itself they them their theirs themselves who whom whose
which that i me my mine myself we us our ours ourselves you your yours""".split())


@dataclass(frozen=True)
class Mention:
    start: int
    end: int
    entity: str
    form: str  # name, pronoun or other
    words: int


def gum_documents(data):
    """{id: (text, mentions)} of the GUM news reports that no training saw."""
    with open(data / "ud" / "gum-train.conllu", encoding="utf-8") as lines:
        trained = {line.split(" = ")[1].strip() for line in lines if line.startswith("# newdoc id = ")}
    return {row["id"]: (row["text"], [_gum_mention(row["text"], m) for m in row["mentions"]
                                      if m["etype"] in ("person", "organization")])
            for row in _rows(data / "names" / "gum_news.jsonl") if row["id"] not in trained}


def _gum_mention(text, mention):
    start, end = mention["start"], mention["end"]
    form = "pronoun" if mention["up"] == "PRON" and text[start:end].lower() in PRONOUNS else \
        "name" if mention["up"] == "PROPN" else "other"
    return Mention(start, end, mention["GRP"], form, len(text[start:end].split()))


def meantime_documents(data):
    """{id: (text, mentions)} of the MEANTIME reports that no training saw."""
    return {row["id"]: (row["text"], [_meantime_mention(row["text"], e) for e in row["entities"]
                                      if e.get("ent_type") in ("PER", "ORG") and e.get("instance")])
            for row in _rows(data / "meantime" / "dev.jsonl") if meantime_is_reported(row["id"])}


def _meantime_mention(text, entity):
    start, end = entity["start"], entity["end"]
    form = "pronoun" if text[start:end].lower() in PRONOUNS else \
        "name" if entity.get("syn") in ("NAM", "PRE.NAM") else "other"
    return Mention(start, end, entity["instance"], form, len(text[start:end].split()))


def gold_documents(folder):
    """{key: (text, mentions)} of the reports in a folder of the gold corpus."""
    tool = pathlib.Path(__file__).resolve().parent.parent / "Gold" / "tools" / "convert.py"
    records = subprocess.run([sys.executable, tool, "records", folder], capture_output=True, text=True, check=True).stdout
    return {record["report"]["key"]: (record["report"]["text"], _gold_mentions(record))
            for record in map(json.loads, records.splitlines())}


def _gold_mentions(record):
    text, found = record["report"]["text"], []
    for actor in record["actors"]:
        for mention in actor["mentions"]:
            if mention["spans"]:
                start, end = mention["spans"][0][0], mention["spans"][-1][1]
                found.append(Mention(start, end, actor["id"], mention["form"], len(text[start:end].split())))
    return found


def questions(mentions):
    """(kind, mention) of what is asked about one document."""
    earlier, asked = {}, []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        before = [m for m in earlier.get(mention.entity, []) if m.end <= mention.start]
        if before and mention.form == "pronoun":
            asked.append(("pronouns", mention))
        elif mention.form == "name" and any(m.form == "name" and m.words > mention.words for m in before):
            asked.append(("short names", mention))
        earlier.setdefault(mention.entity, []).append(mention)
    return asked


def is_right(question, mentions, record):
    """Whether an actor of the record stands at the question's words and earlier at words of the same entity."""
    for actor in record.get("actors", []):
        spans = sorted((m["spans"][0][0], m["spans"][-1][1]) for m in actor["mentions"] if m["spans"])
        if any(_entity_at(s, mentions, question) for s in spans if s[0] < question.end and question.start < s[1]):
            if any(_entity_at(s, mentions, question) for s in spans if s[1] <= question.start):
                return True
    return False


def _entity_at(span, mentions, question):
    """Whether the gold mention nearest in extent to `span` is of the question's entity."""
    over = [m for m in mentions if m.start < span[1] and span[0] < m.end]
    if not over:
        return False
    nearest = min(over, key=lambda m: abs(m.start - span[0]) + abs(m.end - span[1]))
    return nearest.entity == question.entity


def compare(documents, records):
    """{"pronouns": per cent right, "short names": …, "n": how many were asked}; records by key."""
    asked, right = {}, {}
    for name, (_, mentions) in documents.items():
        for kind, mention in questions(mentions):
            asked[kind] = asked.get(kind, 0) + 1
            right[kind] = right.get(kind, 0) + is_right(mention, mentions, records.get(name, {}))
    figures = {kind: round(100 * right[kind] / n, 1) for kind, n in asked.items()}
    figures["both"] = round(100 * sum(right.values()) / max(1, sum(asked.values())), 1)
    return {"n": sum(asked.values()), **{f"n {kind}": n for kind, n in asked.items()}, **figures}


def _rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
