"""Lemma edit scripts: how a form becomes its lemma, as a short string a linear layer can choose.

A script is `case/0|/N|SUFFIX`: drop N characters from the end, add SUFFIX. `case` says to what:
`l` the lower-cased form, `k` the form as it stands, `c` the lower-cased form, then Capitalised,
`u` the lower-cased form, then UPPER-CASED. `=WORD` replaces the whole form.
The prefix part of the notation (`0|`) is always empty in the scripts that we write.
After Straka 2018, https://aclanthology.org/K18-2020.
"""
from collections import Counter


def capitalise(word):
    return word[:1].upper() + word[1:].lower()


def apply(script, form):
    """The lemma that `script` makes of `form`; a form shorter than the cut keeps nothing of itself."""
    if script.startswith("="):
        return script[1:]
    case, prefix, suffix = script.split("/", 2)
    drop_front, add_front = prefix.split("|", 1)
    drop_back, add_back = suffix.split("|", 1)
    base = form if case == "k" else form.lower()
    stem = base[int(drop_front):max(int(drop_front), len(base) - int(drop_back))]
    made = add_front + stem + add_back
    return {"l": made, "k": made, "c": capitalise(made), "u": made.upper()}[case]


def _edit(case, base, target):
    same = 0
    while same < min(len(base), len(target)) and base[same] == target[same]:
        same += 1
    if same == 0 or "/" in target[same:] or "|" in target[same:]:
        return None
    return f"{case}/0|/{len(base) - same}|{target[same:]}"


def script(form, lemma):
    """The script we teach for a pair: lower case when the lemma has no capitals, else the form's own."""
    if lemma == lemma.lower():
        return _edit("l", form.lower(), lemma) or "=" + lemma
    kept = _edit("k", form, lemma)
    if kept and lemma[:1] == form[:1] and (len(lemma) < 3 or lemma[:3] == form[:3]):
        return kept
    if lemma == capitalise(lemma):
        return _edit("c", form.lower(), lemma.lower()) or "=" + lemma
    if lemma == lemma.upper():
        return _edit("u", form.lower(), lemma.lower()) or "=" + lemma
    return kept or "=" + lemma


class Scripts:
    """The scripts worth a class, and the best of them for a pair."""

    def __init__(self, names):
        self.names = list(names)
        self.ids = {name: i for i, name in enumerate(self.names)}

    @classmethod
    def learned(cls, pairs, edits=3, words=3):
        """Keeps edits seen `edits` times and whole replacements seen `words` times."""
        count = Counter(script(form, lemma) for form, lemma in pairs)
        kept = [s for s, n in count.most_common() if n >= (words if s.startswith("=") else edits)]
        return cls(kept)

    def id(self, form, lemma):
        """The class for a pair, or -100 where no kept script makes this lemma."""
        direct = self.ids.get(script(form, lemma))
        if direct is not None:
            return direct
        for case, base, target in (("l", form.lower(), lemma), ("k", form, lemma)):
            found = self.ids.get(_edit(case, base, target) or "")
            if found is not None:
                return found
        return -100
