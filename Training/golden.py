"""Golden vectors: what the exported model says of a few sentences of our own, for the parity test.

Float arithmetic on the int8 weights turned back into floats. For each word: its pieces, its case class,
the first 8 numbers of its vector, the sum and the sum of magnitudes of all 384; then what each head says.
"""
import torch

from documents import Document
from lemma import Scripts
from losses import antecedent_scores, arc_scores, link_scores
from measures import legal_bio_moves, spans_of, viterbi
from ud_words import sentence_starts, word_spans
from windows import Window, collate
from wordpiece import case_class

TEXTS = [
    "The mayor of Springfield said on Tuesday that the bridge was unsafe.",
    "“We will not pay,” Ines Okonkwo-Larsen, a spokeswoman for the Harbour Union, told reporters. "
    "She didn't say whether the workers would strike.",
    "Officials in Ohio denied that 1,200 barrels (worth $3.5 million) had been lost; the company declined to comment.",
    "the minister may resign",
    "POLICE ARREST THREE MEN AFTER PROTEST IN LISBON",
    "According to a report seen by the Courier, Élodie Šarić's firm never received the U.S. subsidy. "
    "Its lawyers called the claim \"absurd\". Neither side knew, he added, why post-war rules still applied.",
    "It's 5 p.m., and McAllister can't find 東京 on the map…",
]


def window_of(text, wordpiece):
    spans = word_spans(text)
    words = [text[a:b] for a, b in spans]
    document = Document("golden", "golden", words, sentence_starts(text, spans))
    return Window(document, 0, len(words), sum(len(wordpiece.cut(w)) for w in words))


@torch.no_grad()
def golden(model, wordpiece, texts=TEXTS):
    return {"windows": [describe(model, wordpiece, text) for text in texts]}


def describe(model, wordpiece, text):
    window = window_of(text, wordpiece)
    words, sentences = window.document.words, window.document.sentences
    scripts = Scripts(model.labels["lemma"])
    batch = collate([window], wordpiece, scripts)
    h = model.encode(batch)
    heads = arc_scores(model, h, batch["sentence"]).argmax(-1)[0] - 1
    chosen = h[0][heads.clamp(min=0)]
    transition, start = model.attribution.moves()
    attribution = viterbi(model.attribution.linear(h[0]), transition, start)
    names = viterbi(model.names(h[0]), *legal_bio_moves(len(model.labels["names"])))
    return {
        "text": text,
        "words": words,
        "sentences": sentences,
        "pieces": [list(wordpiece.cut(w)) for w in words],
        "cases": [case_class(w) for w in words],
        "vectors": [{"first": [round(v, 5) for v in row[:8].tolist()], "sum": round(float(row.sum()), 4),
                     "magnitude": round(float(row.abs().sum()), 4)} for row in h[0]],
        **{k: getattr(model, k)(h[0]).argmax(-1).tolist() for k in ("upos", "features", "lemma")},
        "arcs": heads.tolist(),
        "labels": model.label(h[0], chosen, heads < 0, 0.0).argmax(-1).tolist(),
        "names": names,
        "attribution": attribution,
        "links": links_of(model, h, attribution),
        "factuality": [round(v, 4) for v in model.factuality(h[0]).tolist()],
        "mention": [round(v, 4) for v in model.mention(h[0]).squeeze(-1).tolist()],
        "antecedents": antecedents_of(model, h, len(words)),
    }


def links_of(model, h, tags):
    """[[first word of a source or content, first word of its cue or -1]] for the spans that the model found."""
    spans = sorted(spans_of(tags, model.labels["attribution"]), key=lambda s: s[1])
    cues = [first for kind, first, _ in spans if kind == "cue"]
    asked = [(0, first, cues, []) for kind, first, _ in spans if kind != "cue"]
    if not asked:
        return []
    best = link_scores(model, asked, h).argmax(-1).tolist()
    return [[first, cues[k - 1] if k else -1] for (_, first, _, _), k in zip(asked, best)]


def antecedents_of(model, h, words):
    """For every word, asked as if it were a mention: the earlier word it refers back to, or -1."""
    best = antecedent_scores(model, [(0, i, []) for i in range(words)], h).argmax(-1)
    return (best - 1).tolist()
