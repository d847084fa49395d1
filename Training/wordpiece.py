"""Uncased WordPiece, one word at a time, and the class of a word's letters.

The cut is that of BERT's BasicTokenizer followed by greedy longest-match-first WordPiece
(Devlin et al. 2019, https://arxiv.org/abs/1810.04805), applied within a word that is given.
"""
import unicodedata
from functools import lru_cache
from pathlib import Path

MAX_PIECES = 16
MAX_CHARACTERS = 100

LOWER, TITLE, UPPER, MIXED, DIGIT, CASELESS = range(6)


def case_class(word):
    """Which of the six letter cases a word has; a digit decides first."""
    if any(c.isdecimal() for c in word):
        return DIGIT
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return LOWER
    cased = [c for c in letters if c.isupper() or c.islower()]
    if not cased:
        return CASELESS
    uppers = sum(c.isupper() for c in cased)
    if uppers == 0:
        return LOWER
    if uppers == len(cased):
        return UPPER if uppers > 1 else TITLE
    return TITLE if uppers == 1 and cased[0].isupper() else MIXED


def is_punctuation(c):
    """BERT's notion: every ASCII sign that is no letter or digit, and Unicode's P* categories."""
    return 33 <= ord(c) <= 47 or 58 <= ord(c) <= 64 or 91 <= ord(c) <= 96 or 123 <= ord(c) <= 126 \
        or unicodedata.category(c).startswith("P")


def is_ideograph(c):
    """The CJK blocks that BERT cuts into single signs."""
    o = ord(c)
    return 0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2A6DF \
        or 0x2A700 <= o <= 0x2B73F or 0x2B740 <= o <= 0x2B81F or 0x2B820 <= o <= 0x2CEAF \
        or 0xF900 <= o <= 0xFAFF or 0x2F800 <= o <= 0x2FA1F


def basic_tokens(word):
    """Lower-cased, accent-free runs; signs stand alone; control characters vanish."""
    runs, current = [], []

    def close():
        if current:
            runs.append("".join(current))
            current.clear()

    clean = "".join(c for c in word if c in "\t\n\r" or not (unicodedata.category(c).startswith("C") or c == "\ufffd"))
    for c in unicodedata.normalize("NFD", clean.lower()):
        if unicodedata.category(c) == "Mn":
            continue
        if c.isspace():
            close()
        elif is_punctuation(c) or is_ideograph(c):
            close()
            runs.append(c)
        else:
            current.append(c)
    close()
    return runs


class WordPiece:
    """Cuts words into vocabulary ids."""

    def __init__(self, vocabulary_path):
        self.pieces = Path(vocabulary_path).read_text(encoding="utf-8").split("\n")
        if self.pieces[-1] == "":
            self.pieces.pop()
        self.ids = {piece: i for i, piece in enumerate(self.pieces)}
        self.unknown, self.cls, self.sep = (self.ids[p] for p in ("[UNK]", "[CLS]", "[SEP]"))
        self.mask = self.ids["[MASK]"]
        self.cut = lru_cache(maxsize=400_000)(self._cut)

    def _cut(self, word):
        ids = [i for run in basic_tokens(word) for i in self._greedy(run)]
        return tuple(ids[:MAX_PIECES]) or (self.unknown,)

    def _greedy(self, run):
        if len(run) > MAX_CHARACTERS:
            return [self.unknown]
        found, start = [], 0
        while start < len(run):
            for end in range(len(run), start, -1):
                piece = self.ids.get(("##" if start else "") + run[start:end])
                if piece is not None:
                    break
            else:
                return [self.unknown]
            found.append(piece)
            start = end
        return found
