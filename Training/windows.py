"""Packs documents into windows of whole sentences, and windows into batches of near-equal length."""
import random
from dataclasses import dataclass

import numpy as np
import torch

from documents import ATTRIBUTION_LABELS, IGNORED
from wordpiece import case_class

LONGEST = 382  # pieces of a window, without [CLS] and [SEP]


@dataclass
class Window:
    """Words first..<last of a document; the noise is what its letters suffer in this epoch."""

    document: object
    first: int
    last: int
    length: int  # pieces
    letters: str = "as they are"  # or "lower", "upper"
    quotes: str = "as they are"  # or "straight", "curly"
    dropped: float = 0.0  # share of words whose pieces are masked
    typos: int = 0  # not 0: a seed for slips in one word of ten


def sentence_ranges(document, cut):
    """(first, last, pieces) of each sentence; one longer than a window is cut where it overflows."""
    edges = list(document.sentences) + [len(document.words)]
    for first, last in zip(edges, edges[1:]):
        pieces, begin = 0, first
        for i in range(first, last):
            n = len(cut(document.words[i]))
            if pieces + n > LONGEST:
                yield begin, i, pieces
                begin, pieces = i, 0
            pieces += n
        if begin < last:
            yield begin, last, pieces


def pack(document, cut, limits, rng=None, at_paragraphs=False):
    """Windows that together cover the document once.

    - limits: how many pieces a window may hold, (least, most); each window draws its own limit.
    - rng: None always takes the most.
    - at_paragraphs: prefer to begin a window where a paragraph begins.
    """
    paragraphs = set(document.paragraphs) if at_paragraphs else set()
    windows, current, limit = [], [], 0

    def close():
        if current:
            windows.append(Window(document, current[0][0], current[-1][1], sum(c[2] for c in current)))

    for piece_range in sentence_ranges(document, cut):
        held = sum(c[2] for c in current)
        over = held + piece_range[2] > limit
        if current and over:
            back = next((k for k in range(len(current) - 1, 0, -1) if current[k][0] in paragraphs), None)
            if back is not None and piece_range[0] not in paragraphs and sum(c[2] for c in current[:back]) > limit // 2:
                rest = current[back:]
                del current[back:]
                close()
                current = rest
            else:
                close()
                current = []
        if not current or over:
            limit = min(LONGEST, rng.randint(*limits) if rng else limits[1])
            if sum(c[2] for c in current) + piece_range[2] > limit and current:
                limit = LONGEST
                if sum(c[2] for c in current) + piece_range[2] > LONGEST:
                    close()
                    current = []
        current.append(piece_range)
    close()
    return windows


def singles(document, cut):
    """Every sentence a window of its own."""
    return [Window(document, *r) for r in sentence_ranges(document, cut)]


def noisy(window, rng):
    """A copy as a careless hand might have typed it.

    Letters all small (8 %) or capital (4 %); other quotes (15 %); slips of the finger (4 %); no end mark
    (8 %). One word in twenty is masked.
    """
    draw = rng.random()
    letters = "lower" if draw < 0.08 else "upper" if draw < 0.12 else "as they are"
    draw = rng.random()
    quotes = "straight" if draw < 0.10 else "curly" if draw < 0.15 else "as they are"
    typos = rng.randrange(1, 1 << 30) if rng.random() < 0.04 else 0
    last, words = window.last, window.document.words
    if rng.random() < 0.08 and last - window.first > 2 and words[last - 1] in (".", "!", "?"):
        last -= 1
    return Window(window.document, window.first, last, window.length, letters, quotes, 0.05, typos)


def slip(word, rng):
    """Two neighbouring letters swapped, or one lost."""
    at = rng.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1:] if rng.random() < 0.4 else word[:at] + word[at + 1] + word[at] + word[at + 2:]


STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def shown_words(window):
    """The words as the model sees them in this window."""
    words = window.document.words[window.first:window.last]
    if window.letters != "as they are":
        words = [w.lower() if window.letters == "lower" else w.upper() for w in words]
    if window.quotes == "straight":
        words = [w.translate(STRAIGHT) for w in words]
    elif window.quotes == "curly":
        opened, shown = False, []
        for w in words:
            if w == '"':
                opened = not opened
                w = "“" if opened else "”"
            shown.append(w.replace("'", "’"))
        words = shown
    if window.typos:
        rng = random.Random(window.typos)
        words = [slip(w, rng) if len(w) > 3 and w.isalpha() and rng.random() < 0.1 else w for w in words]
    return words


def batches(windows, budget, rng=None):
    """Groups windows of near-equal length so that rows x longest row stays within `budget` pieces."""
    ordered = sorted(windows, key=lambda w: (w.length, rng.random() if rng else 0))
    made, group = [], []
    for window in ordered:
        if group and (window.length + 2) * (len(group) + 1) > budget:
            made.append(group)
            group = []
        group.append(window)
    if group:
        made.append(group)
    if rng:
        rng.shuffle(made)
    return made


def collate(windows, wordpiece, scripts, rng=None):
    """One batch: a dict of tensors and index lists. B rows, T pieces, W words.

    ids, cases [B,T]; mask [B,T] bool; first, last [B,W] where each word's first and last piece stand; known [B,W] bool;
    sentence [B,W]; upos, features, lemma, head, label, names, attribution [B,W] (`IGNORED` where unsaid;
    head -1 is the root); factuality [B,W] (NaN); names_weight [B]; links, mentions: lists, see below.
    """
    shown = [shown_words(w) for w in windows]
    cut = [[wordpiece.cut(word) for word in words] for words in shown]
    rows, longest = len(windows), max(sum(map(len, c)) for c in cut) + 2
    most_words = max(map(len, shown))
    ids = np.zeros((rows, longest), dtype=np.int64)
    cases = np.zeros((rows, longest), dtype=np.int64)
    mask = np.zeros((rows, longest), dtype=bool)
    first, final = (np.zeros((rows, most_words), dtype=np.int64) for _ in "fl")
    known = np.zeros((rows, most_words), dtype=bool)
    sentence = np.full((rows, most_words), -1, dtype=np.int64)
    layers = {k: np.full((rows, most_words), IGNORED, dtype=np.int64)
              for k in ("upos", "features", "lemma", "head", "label", "names", "attribution", "mention")}
    factuality = np.full((rows, most_words), np.nan, dtype=np.float32)
    weights = np.ones(rows, dtype=np.float32)
    links, mentions = [], []
    for b, window in enumerate(windows):
        d, at = window.document, 1
        ids[b, 0] = wordpiece.cls
        for i, (word, pieces) in enumerate(zip(shown[b], cut[b])):
            first[b, i] = at
            ids[b, at:at + len(pieces)] = pieces
            cases[b, at:at + len(pieces)] = case_class(word)
            if rng and window.dropped and rng.random() < window.dropped:
                ids[b, at:at + len(pieces)] = wordpiece.mask
            at += len(pieces)
            final[b, i] = at - 1
        ids[b, at] = wordpiece.sep
        mask[b, :at + 1] = True
        n = len(shown[b])
        known[b, :n] = True
        part = slice(window.first, window.last)
        starts = np.zeros(n, dtype=np.int64)
        starts[[s - window.first for s in d.sentences if window.first < s < window.last]] = 1
        sentence[b, :n] = np.cumsum(starts)
        if d.heads is not None:
            layers["upos"][b, :n], layers["features"][b, :n] = d.upos[part], d.features[part]
            heads = d.heads[part]
            inside = (heads >= window.first) & (heads < window.last)
            layers["head"][b, :n] = np.where(inside, heads - window.first, np.where(heads == -1, -1, IGNORED))
            layers["label"][b, :n] = np.where(inside | (heads == -1), d.labels[part], IGNORED)
            layers["lemma"][b, :n] = [scripts.id(w, l) for w, l in zip(shown[b], d.lemmas[part])]
        if d.factuality is not None:
            factuality[b, :n] = d.factuality[part]
        if d.names is not None:
            layers["names"][b, :n] = d.names[part]
            weights[b] = d.names_weight
        if d.attribution is not None:
            tags = d.attribution[part].copy()
            if n and tags[0] and tags[0] % 2 == 0:
                tags[0] -= 1  # a span cut by the window's edge begins here
            layers["attribution"][b, :n] = tags
            cue = ATTRIBUTION_LABELS.index("B-cue")
            cues = [i for i in range(n) if tags[i] == cue]
            for i in range(n):
                if window.first + i in d.links and tags[i] % 2 == 1 and tags[i] != cue:
                    wanted = [c - window.first for c in d.links[window.first + i]]
                    links.append((b, i, cues, [c for c in wanted if c in cues]))
        if d.entities is not None:
            layers["mention"][b, :n] = 0
            earlier = {}
            for i in range(n):
                entity = d.entities.get(window.first + i)
                if entity is not None:
                    mentions.append((b, i, list(earlier.get(entity, []))))
                    earlier.setdefault(entity, []).append(i)
                    layers["mention"][b, i] = int(entity in d.chained)
    tensors = {"ids": ids, "cases": cases, "mask": mask, "first": first, "last": final, "known": known, "sentence": sentence,
               "factuality": factuality, "names_weight": weights, **layers}
    batch = {k: torch.from_numpy(v) for k, v in tensors.items()}
    batch["links"], batch["mentions"], batch["words"] = links, mentions, int(known.sum())
    return batch


class Stream:
    """An endless, seeded draw of windows from documents; each pass alters, packs and shuffles anew."""

    def __init__(self, documents, cut, seed, limits, alone=0.0, at_paragraphs=False, alter=None):
        self.documents, self.cut, self.limits = documents, cut, limits
        self.alone, self.at_paragraphs, self.alter = alone, at_paragraphs, alter
        self.rng = random.Random(seed)
        self.waiting, self.passes = [], 0

    def _refill(self):
        for entry in self.documents:
            document = entry
            if isinstance(entry, list):  # versions by several annotators: the primary half of the time
                document = entry[0] if len(entry) == 1 or self.rng.random() < 0.5 else self.rng.choice(entry[1:])
            if self.alter:
                document = self.alter(document, self.rng)
            if self.rng.random() < self.alone:
                self.waiting += singles(document, self.cut)
            else:
                self.waiting += pack(document, self.cut, self.limits, self.rng, self.at_paragraphs)
        self.rng.shuffle(self.waiting)
        self.passes += 1

    def draw(self, pieces):
        """Windows of about `pieces` pieces in all."""
        taken, total = [], 0
        while total < pieces:
            if not self.waiting:
                self._refill()
            window = self.waiting.pop()
            taken.append(noisy(window, self.rng))
            total += window.length
        return taken
