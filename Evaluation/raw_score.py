"""LAS from raw text: words are aligned by the letters they cover, as the CoNLL 2018 shared task did.

A word of ours counts where gold has a word over the same letters; it is right where the heads are aligned
too (or both hang on the root) and the relations agree, without subtypes. F1 over all words.
Source: Zeman et al. 2018, "CoNLL 2018 Shared Task", section 3.
"""
from dataclasses import dataclass, field


@dataclass
class Parsed:
    """One document: its text and for each word (first letter, last letter, head's place in the list, relation, tag)."""

    id: str
    text: str = ""
    letters: int = 0
    words: list = field(default_factory=list)
    starts: set = field(default_factory=set)  # the first letter of each sentence


def read(path):
    """The documents of a CoNLL-U file; letters are the signs that are no white space, counted from 0."""
    documents = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        named = [l.split(" = ", 1)[1] for l in lines if l.startswith("# newdoc id = ")]
        if named:
            documents.append(Parsed(named[0]))
        rows = [l.split("\t") for l in lines if l and l[0] != "#"]
        if rows:
            _add(documents[-1], rows, any(l.startswith("# newpar") for l in lines))
    return documents


def _add(document, rows, opens_paragraph):
    if document.text:
        document.text = document.text.rstrip() + ("\n\n" if opens_paragraph else " ")
    document.starts.add(document.letters)
    base, token_end, inside = len(document.words), 0, 0
    for cells in rows:
        first, _, last = cells[0].partition("-")
        if "." in first:
            continue
        space = "" if "SpaceAfter=No" in cells[9] else " "
        if last:
            token_end, inside, surface = int(last), document.letters, cells[1]
            parts = "".join(r[1] for r in rows if r[0].isdigit() and int(first) <= int(r[0]) <= token_end)
            whole = parts != surface  # then each of its words covers all of its letters
            document.text += surface + space
            document.letters += len("".join(surface.split()))
            continue
        length = len("".join(cells[1].split()))
        if int(first) <= token_end:
            span = (inside, document.letters) if whole else (inside, inside + length)
            inside += 0 if whole else length
        else:
            span = (document.letters, document.letters + length)
            document.text += cells[1] + space
            document.letters += length
        head = int(cells[6])
        document.words.append((*span, base + head - 1 if head else None, cells[7].split(":")[0], cells[3]))


def compare(gold_documents, system_documents):
    """F1 of words, sentences, tags, UAS and LAS in per cent; a document that wasn't read counts as having no words."""
    system_by_id = {d.id: d for d in system_documents}
    count = dict.fromkeys(("words", "sentences", "upos", "uas", "las"), 0)
    gold_words = system_words = gold_sentences = system_sentences = unread = 0
    for gold in gold_documents:
        system = system_by_id.get(gold.id, Parsed(gold.id))
        unread += not system.words
        if system.words and system.letters != gold.letters:
            raise ValueError(f"{gold.id}: {system.letters} letters for {gold.letters}")
        gold_words, system_words = gold_words + len(gold.words), system_words + len(system.words)
        gold_sentences, system_sentences = gold_sentences + len(gold.starts), system_sentences + len(system.starts)
        count["sentences"] += _sentences(gold, system)
        at = {}
        for index, word in enumerate(system.words):
            at.setdefault(word[:2], []).append(index)
        partner = {}
        for index, word in enumerate(gold.words):
            if at.get(word[:2]):
                partner[index] = at[word[:2]].pop(0)
        for g, s in partner.items():
            (_, _, head, relation, tag), (_, _, ours, said, guess) = gold.words[g], system.words[s]
            same = ours is None if head is None else ours is not None and partner.get(head) == ours
            count["words"] += 1
            count["upos"] += tag == guess
            count["uas"] += same
            count["las"] += same and relation == said
    totals = {k: gold_words + system_words for k in count} | {"sentences": gold_sentences + system_sentences}
    return {"n": gold_words, "not_read": unread,
            **{k: round(200 * v / totals[k], 2) for k, v in count.items()}}


def _sentences(gold, system):
    """How many sentences begin and end at the same letters."""
    def spans(document):
        edges = sorted(document.starts) + [document.letters]
        return set(zip(edges, edges[1:]))

    return len(spans(gold) & spans(system)) if system.words else 0
