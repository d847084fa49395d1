"""GUM's `Entity=` layer: which words head mentions of one entity, and which mentions are names.

The column opens a mention as `(GRP-etype-infstat-salience-centering-minspan-link-identity` and
closes it as `GRP)`. Source: Zeldes 2017, https://doi.org/10.1007/s10579-016-9343-x.
"""
import re
from dataclasses import dataclass

import numpy as np

from documents import NAME_LABELS

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
NAMELESS = {"time"}
INSIDE_NAME = {"of", "the", "and", "for", "&", "-", "de", "la", "del", "van", "von", "da", "du", "in", "'s", "’s", "on"}
TITLES = set("""President Vice Minister Prime Secretary Senator Governor Mayor Professor Chancellor Ambassador Judge
Justice King Queen Prince Princess Lord Lady Sir Pope Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Sen. Rep. Gov. Gen. General Colonel
Captain Chairman Director Foreign Defence Defense Speaker Councillor Congressman Congresswoman Mom Dad God""".split())
PART = re.compile(r"\(([^()]+?)(\))?(?=[()]|$)|([^()]+)\)")


@dataclass
class Mention:
    entity: str
    kind: str
    identity: str
    first: int
    last: int  # half-open


def read_mentions(sentences):
    """The mentions of one document; `sentences` are the ten-column rows of each of its sentences."""
    open_mentions, found, at = {}, [], 0
    for rows in sentences:
        for columns in rows:
            field = next((f[7:] for f in columns[9].split("|") if f.startswith("Entity=")), "")
            for opened, closed_at_once, closed in PART.findall(field):
                if opened:
                    facts = opened.split("-", 7)
                    mention = Mention(facts[0], facts[1], facts[7] if len(facts) > 7 else "", at, at + 1)
                    found.append(mention)
                    if not closed_at_once:
                        open_mentions.setdefault(facts[0], []).append(mention)
                elif open_mentions.get(closed):
                    open_mentions[closed].pop().last = at + 1
            at += 1
    return found


def head_word(mention, heads):
    """The first word of the mention whose head lies outside of it."""
    inside = range(mention.first, mention.last)
    return next((i for i in inside if heads[i] not in inside), mention.first)


def attach(document, sentences):
    """Writes coreference and names onto a GUM `document`."""
    rows = [columns for sentence in sentences for columns in sentence]
    mentions = read_mentions(sentences)
    document.entities = {}
    for mention in sorted(mentions, key=lambda m: m.first - m.last):  # the innermost keeps a shared head
        document.entities[head_word(mention, document.heads)] = mention.entity
    count = {}
    for entity in document.entities.values():
        count[entity] = count.get(entity, 0) + 1
    document.chained = {entity for entity, n in count.items() if n > 1}
    document.names = name_tags(mentions, rows, document.heads)


def name_tags(mentions, rows, heads):
    """BIO names [words]: the named part of each named mention; of nested names the outermost."""
    tags = np.zeros(len(rows), dtype=np.int64)
    named = [(name, m) for m in mentions if m.kind not in NAMELESS and (name := named_part(m, rows, heads))]
    for (first, last), mention in sorted(named, key=lambda item: item[0][0] - item[0][1]):
        if not tags[first:last].any():
            peoples = mention.kind == "person" and rows[last - 1][4] == "NNPS"
            kind = NAME_LABELS.index("B-" + ("MISC" if peoples else KINDS.get(mention.kind, "MISC")))
            tags[first] = kind
            tags[first + 1:last] = kind + 1
    return tags


def named_part(mention, rows, heads):
    """The words of a mention that are its name, or None: proper nouns around its head."""
    head = head_word(mention, heads)
    title_words = set(re.split(r"[_\W]+", mention.identity.lower()))

    def proper(i):
        return rows[i][3] == "PROPN" or rows[i][4].startswith("NNP")

    def capital(i):
        return rows[i][1][:1].isupper() or rows[i][1][:1].isdigit()

    if not proper(head) or not capital(head):
        return None
    titles = {i for i in range(mention.first, mention.last)
              if mention.kind == "person" and rows[i][7] in ("nmod:desc", "nmod", "compound", "det") and heads[i] == head}

    def belongs(i):
        if i in titles:
            return False
        return proper(i) and capital(i) or (rows[i][1].lower() in title_words and capital(i))

    def extended(i, step):
        edge, i = i, i + step
        while mention.first <= i < mention.last:
            if belongs(i):
                edge = i
            elif not (rows[i][1].lower() in INSIDE_NAME or rows[i][3] == "PUNCT" and rows[i][1] in "-.&"):
                break
            elif mention.kind == "person" and rows[i][1].lower() not in ("de", "la", "van", "von", "da", "du", "-", "."):
                break
            elif rows[i][1].lower() in ("in", "on", "and", "for") and rows[i][1].lower() not in title_words:
                break
            i += step
        return edge

    first, last = extended(head, -1), extended(head, 1)
    if mention.kind == "person":
        honours = [i for i in range(first, last + 1) if rows[i][1] in TITLES]
        first = honours[-1] + 1 if honours else first
    return (first, last + 1) if first <= last else None
