"""How often source, cue and content are put together rightly, given that all three were found.

A gold attribution of PolNeAR with a source and a content is asked about where every one of its fragments
stands in the record as a fragment of the same role, in whatever claim. It is right where one claim holds
exactly its source, its cue and its content.
"""
import json

ROLES = ("source", "cue", "content")


def compare(gold_path, records):
    """Over the top claims of each record, by key; a report that several people annotated is asked about by each."""
    asked = right = 0
    for row in map(json.loads, gold_path.read_text(encoding="utf-8").splitlines()):
        text = row["text"]
        record = records.get(str(row["doc"]), {"claims": []})
        claims = [{role: _trimmed(text, claim[role]["spans"]) for role in ROLES}
                  for claim in record["claims"] if claim["parent"] is None]
        found = {role: set().union(*(claim[role] for claim in claims)) for role in ROLES}
        for attribution in row["attributions"]:
            gold = {role: _trimmed(text, [f for mention in attribution[role] for f in mention]) for role in ROLES}
            if all(gold[role] and gold[role] <= found[role] for role in ROLES):
                asked += 1
                right += any(claim == gold for claim in claims)
    return {"n": asked, "right": round(100 * right / max(1, asked), 1)}


def _trimmed(text, spans):
    """The spans without white space at their edges."""
    found = set()
    for start, end in spans:
        part = text[start:end]
        start += len(part) - len(part.lstrip())
        if part.strip():
            found.add((start, start + len(part.strip())))
    return found
