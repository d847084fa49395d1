"""Syntactic rules over spaCy's parse, of the kind that media monitors use.

Our own code, written after the description of the Gender Gap Tracker's extractor (Asr et al. 2021, PLOS ONE 16(1),
"The Gender Gap Tracker", section "Quote extraction"): a clausal complement of a reporting verb with the verb's subject,
"according to", and quotations that stand alone, given to the last speaker. Extended by what PolNeAR also marks: noun
and infinitive complements, and quotations around the verb. The settings were chosen on PolNeAR dev.
"""
from tokens import hull, runs

REPORTING = frozenset("""accuse acknowledge add admit agree allege announce answer argue ask assert assure believe blame
    boast call caution charge cite claim comment complain concede conclude confirm contend continue criticize declare decline
    defend deny describe disclose emphasize estimate expect explain express fear find hint hope imply indicate insist
    joke lament maintain mention note observe order plan pledge point predict promise propose question read recall
    recommend recount reiterate remark remind repeat reply report respond reveal rule say show speculate state stress
    suggest suspect swear tell testify think threaten tweet urge vow want warn wonder worry write""".split())
SUBJECTS = ("nsubj", "nsubjpass")
CLAUSES = ("ccomp", "xcomp")
SETTINGS = [f"{verbs} {clauses} {auxiliaries}" for verbs in ("listed", "any-verb") for clauses in ("ccomp", "ccomp+xcomp")
            for auxiliaries in ("verb", "verb-group")]
OPENING, CLOSING = "\"“", "\"”"


def attributions(reader, text, setting):
    verbs, clauses, auxiliaries = setting.split()
    wanted = CLAUSES if clauses == "ccomp+xcomp" else CLAUSES[:1]
    doc = reader(text)
    quotes = quotations(doc)
    found = [item for token in doc if token.pos_ in ("VERB", "AUX")
             for item in by_verb(doc, token, wanted, verbs == "listed", auxiliaries == "verb-group", quotes)]
    found += by_preposition(doc)
    return found + list(alone(doc, quotes, found))


def quotations(doc):
    """(first, last) token numbers of what stands in double quotation marks, within a paragraph."""
    found, start = [], None
    for token in doc:
        if "\n" in token.text:
            start = None
        elif start is None and token.text in OPENING:
            start = token.i
        elif start is not None and token.text in CLOSING:
            found.append((start, token.i))
            start = None
    return found


def by_verb(doc, verb, wanted, listed, group, quotes):
    if listed and verb.lemma_.lower() not in REPORTING:
        return
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None and verb.dep_ == "conj":
        subject = next((c for c in verb.head.children if c.dep_ in SUBJECTS), None)
    clause = next((c for c in verb.children if c.dep_ in wanted), None)
    if subject is None or any(a < verb.i < b for a, b in quotes):
        return
    content = [t for t in clause.subtree if t.i != verb.i] if clause is not None else beside(doc, verb, subject, quotes)
    if not content:
        return
    words = set(content)
    source = [t for t in subject.subtree if t not in words and t.dep_ != "relcl"]
    yield {"source": hull(source, 0), "cue": runs(cue(verb, group), 0), "content": trimmed(content, subject, verb, quotes)}


def cue(verb, group):
    helpers = ("aux", "auxpass", "neg", "prt") if group else ("prt",)
    return [verb] + [c for c in verb.children if c.dep_ in helpers]


def beside(doc, verb, subject, quotes):
    """A quotation in the verb's sentence, for a verb without a clause that the parser saw."""
    sentence = verb.sent
    for first, last in quotes:
        if sentence.start <= first and last <= sentence.end and not first < subject.i < last:
            return list(doc[first:last + 1])
    return []


def trimmed(content, subject, verb, quotes):
    """The clause without the subject and verb that may stand inside it, without commas at its edges, marks put back."""
    doc = verb.doc
    inner = {t.i for t in subject.subtree} | {verb.i}
    kept = sorted(t.i for t in content if t.i not in inner and not t.is_space)
    while kept and doc[kept[-1]].text in (",", ".", ";", ":"):
        kept.pop()
    while kept and doc[kept[0]].text in (",", ":", ";"):
        kept.pop(0)
    if not kept:
        return []
    for first, last in quotes:
        if kept[0] == first + 1:
            kept.insert(0, first)
        if kept[0] >= first and last - 2 <= kept[-1] < last:
            kept += range(kept[-1] + 1, last + 1)
    return runs([doc[i] for i in kept], 0)


def by_preposition(doc):
    """"According to X, P": the rest of the clause is the content."""
    for token in doc[:-1]:
        if token.lower_ == "according" and doc[token.i + 1].lower_ == "to":
            named = next((c for c in doc[token.i + 1].children if c.dep_ == "pobj"), None) or \
                next((c for c in token.children if c.dep_ == "pobj"), None)
            if named is None:
                continue
            outside = set(token.subtree) | set(named.subtree) | {token, doc[token.i + 1]}
            content = [t for t in token.sent if t not in outside and not t.is_space]
            while content and content[-1].is_punct and not content[-1].is_quote:
                content.pop()
            while content and content[0].is_punct and not content[0].is_quote:
                content.pop(0)
            if content:
                yield {"source": hull([t for t in named.subtree if t.dep_ != "relcl"], 0),
                       "cue": hull([token, doc[token.i + 1]], 0), "content": runs(content, 0)}


def alone(doc, quotes, found):
    """A quotation of a sentence and more that nothing covers belongs to the last speaker; it has no words for the cue."""
    covered = {at for item in found for start, end in item["content"] for at in range(start, end)}
    speakers = sorted((item["source"][0], item["source"]) for item in found if item["source"])
    for first, last in quotes:
        if last - first > 6 and doc[first].is_sent_start and doc[first + 1].idx not in covered:
            before = [source for (start, _), source in speakers if start < doc[first].idx]
            if before:
                yield {"source": before[-1], "cue": [], "content": hull(doc[first:last + 1], 0)}
