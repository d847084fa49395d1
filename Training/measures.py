"""Figures of a model on documents: parsing, tags, spans, links. All of them greedy except the tag spans."""
from collections import Counter

import numpy as np
import torch

from documents import ATTRIBUTION_LABELS, NAME_LABELS
from lemma import apply
from losses import antecedent_scores, arc_scores, link_scores
from windows import batches, collate, pack


def viterbi(emissions, transition, start):
    """The best tag row of one text; emissions [W,K]."""
    emissions, transition, start = (t.detach().numpy() for t in (emissions, transition, start))
    best, back = start + emissions[0], []
    for row in emissions[1:]:
        ways = best[:, None] + transition
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    tags = [int(best.argmax())]
    for choice in reversed(back):
        tags.append(int(choice[tags[-1]]))
    return tags[::-1]


def spans_of(tags, labels):
    """{(kind, first, last)} of a BIO row; an I without its B begins a span."""
    found, first, kind = set(), None, None
    for i, tag in enumerate(list(tags) + [0]):
        name = labels[tag] if 0 <= tag < len(labels) else "O"
        if kind is not None and name != "I-" + kind:
            found.add((kind, first, i))
            kind = None
        if kind is None and name != "O":
            kind, first = name[2:], i
    return found


def f1(hit, system, gold):
    return round(200 * hit / (system + gold), 2) if system + gold else 0.0


def legal_bio_moves(classes):
    """Transition and start scores for a head without learned ones: 0, or far below for an illegal I."""
    inside = torch.tensor([c > 0 and c % 2 == 0 for c in range(classes)])
    previous = torch.arange(classes).unsqueeze(1)
    to = torch.arange(classes).unsqueeze(0)
    illegal = inside.unsqueeze(0) & (previous != to) & (previous != to - 1)
    return torch.zeros(classes, classes).masked_fill(illegal, -1e4), torch.zeros(classes).masked_fill(inside, -1e4)


@torch.no_grad()
def measure(model, documents, wordpiece, scripts, budget=4000):
    """One dict of figures, in points of 100, for whatever layers the documents carry."""
    model.eval()
    count = Counter()
    fact_gold, fact_said = [], []
    transition, start = model.attribution.moves()
    name_moves = legal_bio_moves(len(NAME_LABELS))
    todo = [w for d in documents for w in pack(d, wordpiece.cut, (382, 382), at_paragraphs=d.corpus == "polnear")]
    for group in batches(todo, budget):
        batch = collate(group, wordpiece, scripts)
        with torch.autocast("cpu", torch.bfloat16, enabled=model.fast):
            h = model.encode(batch)
        _parse(model, batch, h, group, scripts, count)
        for b, window in enumerate(group):
            n = window.last - window.first
            d = window.document
            if d.attribution is not None:
                tags = viterbi(model.attribution.linear(h[b, :n]), transition, start)
                _spans(count, "attribution", tags, batch["attribution"][b, :n].tolist(), ATTRIBUTION_LABELS)
            if d.names is not None:
                tags = viterbi(model.names(h[b, :n]), *name_moves)
                _spans(count, "names", tags, batch["names"][b, :n].tolist(), NAME_LABELS)
        said = ~torch.isnan(batch["factuality"])
        if bool(said.any()):
            fact_gold += batch["factuality"][said].tolist()
            fact_said += model.factuality(h[said]).tolist()
        if batch["links"]:
            best = link_scores(model, batch["links"], h).argmax(-1).tolist()
            for (_, _, cues, gold), choice in zip(batch["links"], best):
                count["links"] += 1
                count["links right"] += (cues[choice - 1] in gold) if choice else not gold
        if batch["mentions"]:
            best = antecedent_scores(model, batch["mentions"], h).argmax(-1).tolist()
            for (b, i, earlier), choice in zip(batch["mentions"], best):
                kind = "anaphors" if earlier else "first mentions"
                count[kind] += 1
                count[kind + " right"] += (choice - 1 in earlier) if earlier else choice == 0
                if earlier and batch["upos"][b, i] == model.labels["upos"].index("PRON"):
                    count["pronouns"] += 1
                    count["pronouns right"] += choice - 1 in earlier
    return _figures(count, fact_gold, fact_said)


def _parse(model, batch, h, group, scripts, count):
    rows = (batch["head"] >= -1).any(1)
    if not bool(rows.any()):
        return
    gold, label = batch["head"], batch["label"]
    said = gold >= -1
    heads = arc_scores(model, h, batch["sentence"]).argmax(-1) - 1
    right = (heads == gold) & said
    chosen = h.gather(1, heads.clamp(min=0).unsqueeze(-1).expand_as(h))
    labels = torch.full_like(gold, -1)
    labels[said] = model.label(h[said], chosen[said], heads[said] < 0, 0.0).argmax(-1)
    bases = [k.split(":")[0] for k in model.labels["deprel"]]
    number = {b: i for i, b in enumerate(dict.fromkeys(bases))}
    base = torch.tensor([number[b] for b in bases])
    same_base = base[labels.clamp(min=0)] == base[label.clamp(min=0)]
    count["words"] += int(said.sum())
    count["uas"] += int(right.sum())
    count["las"] += int((right & same_base & (label >= 0)).sum())
    count["las full"] += int((right & (labels == label)).sum())
    for name in ("upos", "features"):
        guess = getattr(model, name)(h).argmax(-1)
        count[name] += int(((guess == batch[name]) & said).sum())
    guess = model.lemma(h).argmax(-1).tolist()
    for b, window in enumerate(group):
        d = window.document
        if d.lemmas is not None:
            part = range(window.first, window.last)
            count["lemma"] += sum(apply(scripts.names[guess[b][i]], d.words[w]) == d.lemmas[w]
                                  for i, w in enumerate(part))


def _spans(count, layer, tags, gold, labels):
    system, wanted = spans_of(tags, labels), spans_of(gold, labels)
    if layer == "names" and not any(k == "MISC" for k, _, _ in wanted):
        system = {s for s in system if s[0] != "MISC"}
    for kind in {k.split("-")[1] for k in labels if k != "O"} | {None}:
        s = {x for x in system if kind in (None, x[0])}
        g = {x for x in wanted if kind in (None, x[0])}
        key = kind or "all " + layer
        count[layer, key, "hit"] += len(s & g)
        count[layer, key, "system"] += len(s)
        count[layer, key, "gold"] += len(g)


def _figures(count, fact_gold, fact_said):
    out = {}
    if count["words"]:
        for k in ("uas", "las", "las full", "upos", "features", "lemma"):
            out[k] = round(100 * count[k] / count["words"], 2)
    for layer, key, what in sorted(k for k in count if isinstance(k, tuple)):
        if what == "gold":
            out[key] = f1(*(count[layer, key, w] for w in ("hit", "system", "gold")))
    if fact_gold:
        gold, said = np.array(fact_gold), np.array(fact_said)
        decided = gold != 0
        out["factuality sign"] = round(100 * float(((gold > 0) == (said > 0))[decided].mean()), 2)
        out["factuality pearson"] = round(float(np.corrcoef(gold, said)[0, 1]), 4)
    for k in ("links", "anaphors", "pronouns", "first mentions"):
        if count[k]:
            out[k] = round(100 * count[k + " right"] / count[k], 2)
    return out
