"""What each head is taught, summed over one batch."""
import torch
import torch.nn.functional as F

from documents import NAME_LABELS

PER_BATCH = 800  # words a term is divided by, so that every word counts the same in every batch
WEIGHTS = {"arc": 1.0, "label": 1.0, "upos": 0.5, "features": 0.3, "lemma": 0.3, "attribution": 2.0, "helper": 0.5,
           "names": 1.0, "factuality": 1.0, "link": 2.0, "coreference": 0.7, "mention": 0.3}
EDGE = 2.5  # how much more the helper cares for a word at the edge of a span
FAR = -1e4


def crf_log_partition(emissions, transition, start, known):
    """log Z of each row, by a tree of products in log space. emissions [B,W,K]; known [B,W] bool, a prefix."""
    rows, length, classes = emissions.shape
    first = (start + emissions[:, 0]).unsqueeze(1)  # [B,1,K]
    if length == 1:
        return torch.logsumexp(first.squeeze(1), -1)
    steps = transition + emissions[:, 1:].unsqueeze(2)  # [B,W-1,K,K]
    still = torch.full((classes, classes), FAR, dtype=emissions.dtype)
    still.fill_diagonal_(0.0)
    steps = torch.where(known[:, 1:, None, None], steps, still)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, still.expand(rows, 1, classes, classes)], 1)
        left, right = steps[:, 0::2], steps[:, 1::2]
        steps = torch.logsumexp(left.unsqueeze(-1) + right.unsqueeze(-3), dim=-2)
    return torch.logsumexp(first.squeeze(1).unsqueeze(-1) + steps[:, 0], dim=(1, 2))


def crf_loss(emissions, tagger, tags, known):
    """Minus the log likelihood of whole tag rows, summed."""
    transition, start = tagger.moves()
    safe = tags.clamp(min=0)
    gold = emissions.gather(2, safe.unsqueeze(-1)).squeeze(-1)
    moves = transition[safe[:, :-1], safe[:, 1:]]
    score = (gold * known).sum(1) + start[safe[:, 0]] + (moves * known[:, 1:]).sum(1)
    return (crf_log_partition(emissions, transition, start, known) - score).sum()


def edge_weights(tags):
    """`EDGE` for the first and last word of each span and for the words beside it, 1 for the rest; [B,W]."""
    changed = F.pad(tags[:, 1:] != tags[:, :-1], (1, 1), value=False)  # between words i-1 and i
    inside = F.pad((tags[:, 1:] - tags[:, :-1] == 1) & (tags[:, :-1] > 0) & (tags[:, :-1] % 2 == 1), (1, 1), value=False)
    edge = changed & ~inside  # a B and its own I differ, but nothing ends between them
    return torch.where(edge[:, :-1] | edge[:, 1:], EDGE, 1.0)


def names_loss(logits, gold, weight):
    """Cross-entropy in which one more class, `OUTSIDE_OR_MISC`, stands for three."""
    outside = [NAME_LABELS.index(k) for k in ("O", "B-MISC", "I-MISC")]
    joined = torch.cat([logits, torch.logsumexp(logits[:, outside], -1, keepdim=True)], -1)
    per_word = torch.logsumexp(logits, -1) - joined.gather(1, gold.unsqueeze(-1)).squeeze(-1)
    return (per_word * weight).sum()


def losses(model, batch, h, head_dropout=0.0):
    """{head: summed loss / PER_BATCH} for the heads that this batch has gold for."""
    found = {}

    def tagged(name):
        gold = batch[name]
        said = gold >= 0
        if bool(said.any()):
            found[name] = F.cross_entropy(getattr(model, name)(h[said]).float(), gold[said], reduction="sum")

    for name in ("upos", "features", "lemma"):
        tagged(name)
    said = batch["names"] >= 0
    if bool(said.any()):
        weight = batch["names_weight"].unsqueeze(1).expand_as(said)[said]
        found["names"] = names_loss(model.names(h[said]).float(), batch["names"][said], weight)
    rows = (batch["head"] >= -1).any(1)
    if bool(rows.any()):
        found["arc"], found["label"] = parse_losses(model, batch, h, rows, head_dropout)
    rows = (batch["attribution"] >= 0).any(1)
    if bool(rows.any()):
        emissions = model.attribution.linear(h[rows]).float()
        gold, known = batch["attribution"][rows], batch["known"][rows]
        found["attribution"] = crf_loss(emissions, model.attribution, gold, known)
        per_word = F.cross_entropy(model.helper(h[rows][known]).float(), gold[known], reduction="none")
        found["helper"] = (per_word * edge_weights(gold)[known]).sum()
    said = ~torch.isnan(batch["factuality"])
    if bool(said.any()):
        found["factuality"] = F.smooth_l1_loss(model.factuality(h[said]), batch["factuality"][said], reduction="sum")
    said = batch["mention"] >= 0
    if bool(said.any()):
        found["mention"] = F.binary_cross_entropy_with_logits(
            model.mention(h[said]).float().squeeze(-1), batch["mention"][said].float(), reduction="sum")
    if batch["links"]:
        found["link"] = link_loss(model, batch["links"], h, head_dropout)
    if batch["mentions"]:
        found["coreference"] = coreference_loss(model, batch["mentions"], h, head_dropout)
    return {k: v / PER_BATCH for k, v in found.items()}


def arc_scores(model, h, sentence, dropout=0.0):
    """[R, W, 1 + W]: column 0 the root; words of other sentences, and the word itself, are far away."""
    dep, head = model.arc.layers(h, h, dropout)
    scores = model.arc.scores(dep, head)
    same = (sentence.unsqueeze(2) == sentence.unsqueeze(1)) & (sentence >= 0).unsqueeze(1)
    same = same & ~torch.eye(h.shape[1], dtype=torch.bool)
    return scores.masked_fill(~F.pad(same, (1, 0), value=True), FAR)


def parse_losses(model, batch, h, rows, dropout):
    """Cross-entropy of heads, and of labels given the gold heads."""
    h, gold, label = h[rows], batch["head"][rows], batch["label"][rows]
    scores = arc_scores(model, h, batch["sentence"][rows], dropout)
    said = gold >= -1
    arc = F.cross_entropy(scores[said], gold[said] + 1, reduction="sum")
    said = said & (label >= 0)
    heads = h.gather(1, gold.clamp(min=0).unsqueeze(-1).expand_as(h))
    scores = model.label(h[said], heads[said], gold[said] < 0, dropout)
    return arc, F.cross_entropy(scores, label[said], reduction="sum")


def link_scores(model, links, h, dropout=0.0):
    """[N, 1 + C] scores of each span's first word against "none" (column 0) and the cues of its window."""
    most = max(1, max(len(cues) for _, _, cues, _ in links))
    row = torch.tensor([b for b, _, _, _ in links])
    word = torch.tensor([i for _, i, _, _ in links])
    cues = torch.tensor([c + [0] * (most - len(c)) for _, _, c, _ in links])
    real = torch.tensor([[True] * len(c) + [False] * (most - len(c)) for _, _, c, _ in links])
    dep, head = model.link.layers(h[row, word], h[row.unsqueeze(1), cues], dropout)
    scores = model.link.scores(dep.unsqueeze(1), head).squeeze(1)
    return scores.masked_fill(~F.pad(real, (1, 0), value=True), FAR)


def link_loss(model, links, h, dropout):
    """Cross-entropy towards an even share for each cue that a span belongs to."""
    scores = link_scores(model, links, h, dropout)
    target = torch.zeros_like(scores)
    for n, (_, _, cues, gold) in enumerate(links):
        if gold:
            for c in gold:
                target[n, 1 + cues.index(c)] = 1.0 / len(gold)
        else:
            target[n, 0] = 1.0
    return -(target * F.log_softmax(scores, -1)).sum()


def antecedent_scores(model, mentions, h, dropout=0.0):
    """[N, 1 + W]: each mention's head word against "none" (column 0) and the earlier words of its window."""
    row = torch.tensor([b for b, _, _ in mentions])
    word = torch.tensor([i for _, i, _ in mentions])
    used, at = torch.unique(row, return_inverse=True)
    dep, head = model.coreference.layers(h[row, word], h[used], dropout)
    extra = getattr(model.coreference, model.coreference.extra_name)
    turned = dep @ model.coreference.bilinear
    scores = torch.empty(len(mentions), 1 + h.shape[1])
    parts = []
    for k in range(len(used)):
        candidates = torch.cat([extra.unsqueeze(0), head[k]])
        parts.append(turned[at == k] @ candidates.T + candidates @ model.coreference.bias)
    order = torch.cat([torch.nonzero(at == k).squeeze(-1) for k in range(len(used))])
    scores = torch.cat(parts)[torch.argsort(order)]
    earlier = torch.arange(h.shape[1]).unsqueeze(0) < word.unsqueeze(1)
    return scores.masked_fill(~F.pad(earlier, (1, 0), value=True), FAR)


def coreference_loss(model, mentions, h, dropout):
    """Minus the log of all probability that falls on earlier mentions of the same entity, or on "none"."""
    scores = antecedent_scores(model, mentions, h, dropout)
    right = torch.zeros_like(scores, dtype=torch.bool)
    for n, (_, _, earlier) in enumerate(mentions):
        if earlier:
            right[n, [1 + i for i in earlier]] = True
        else:
            right[n, 0] = True
    return (torch.logsumexp(scores, -1) - torch.logsumexp(scores.masked_fill(~right, FAR), -1)).sum()
