"""Comparing words of one text. A span is [start, end) in code points; an item holds a list of them."""

import re

WORD = re.compile(r"\w+(?:[-'’.&]\w+)*")

# A noun phrase is cut before these to find its head: what follows is a modifier of it.
AFTER_HEAD = frozenset("""of for in at from with to by on about near inside outside who whom whose which that where when
    familiar close aware seen based involved briefed speaking citing without under over into against""".split())
# Words that can't be the head of a cue where another word stands beside them.
LIGHT = frozenset("""be is are was were been being am has have had having do does did not no never n't to of on for with
    that as by in at out up will would shall should can could may might must also and or the a an its his her their""".split())


def fragments(text, spans):
    """The spans without blank edges, sorted, each once: what `exact` compares."""
    found = set()
    for start, end in spans:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            found.add((start, end))
    return sorted(found)


def characters(spans):
    return {at for start, end in spans for at in range(start, end)}


def overlap(first, second):
    """How many characters two lists of spans share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in first for b in second)


def words(text, spans):
    """Start positions of the words in the spans."""
    return {start + m.start() for start, end in spans for m in WORD.finditer(text[start:end])}


def similarity(text, first, second):
    """Jaccard of the words, 0 to 1; two empty ones are alike."""
    a, b = words(text, first), words(text, second)
    if not a and not b:
        return float(bool(first) == bool(second))
    return len(a & b) / len(a | b)


def heads(text, spans):
    """Start positions of the head words of a noun phrase and of its appositions.

    A part between commas or "and" ends before its first modifier of the kind in AFTER_HEAD; its last word is the head.
    There is no parse of the gold: this is a rule of thumb, the same for both sides.
    """
    found = set()
    for start, end in spans:
        part = []
        for m in re.finditer(WORD.pattern + r"|[,;:()—–-]", text[start:end]):
            if m.group().lower() in ("and", "or") or not m.group()[0].isalnum():
                found.update(last_of(part))
                part = []
            else:
                part.append((start + m.start(), m.group().lower()))
        found.update(last_of(part))
    return found


def last_of(part):
    cut = next((k for k, (_, word) in enumerate(part) if word in AFTER_HEAD and k > 0), len(part))
    return [part[cut - 1][0]] if part else []


def same_head(text, first, second):
    """Each holds a head word of the other; two empty ones are alike."""
    if not first or not second:
        return not first and not second
    return bool(heads(text, first) & words(text, second)) and bool(heads(text, second) & words(text, first))


def same_cue(text, first, second):
    """They share a word that is no auxiliary or particle (any character where neither has one); two empty ones are alike."""
    if not first or not second:
        return not first and not second
    one, other = (heavy(text, spans) for spans in (first, second))
    return bool(one & other) if one or other else overlap(first, second) > 0


def heavy(text, spans):
    return {start + m.start() for start, end in spans for m in WORD.finditer(text[start:end])
            if m.group().lower() not in LIGHT}


def shown(text, spans):
    """The words, for a listing."""
    return " | ".join(text[s:e] for s, e in spans) or "-"
