"""From spaCy tokens to spans in code points of the whole text."""


def runs(tokens, offset):
    """Neighbouring tokens as one span each, blank tokens aside."""
    tokens = sorted({t.i: t for t in tokens if not t.is_space}.values(), key=lambda t: t.i)
    spans, last = [], None
    for token in tokens:
        start, end = token.idx + offset, token.idx + len(token) + offset
        if last is not None and token.i == last + 1:
            spans[-1][1] = end
        else:
            spans.append([start, end])
        last = token.i
    return spans


def hull(tokens, offset):
    """One span from the first token to the last."""
    tokens = [t for t in tokens if not t.is_space]
    if not tokens:
        return []
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    return [[first.idx + offset, last.idx + len(last) + offset]]


def units(text, whole):
    """(offset, text) of the whole, or of each paragraph."""
    if whole:
        return [(0, text)]
    found, at = [], 0
    for part in text.split("\n"):
        if part.strip():
            found.append((at, part))
        at += len(part) + 1
    return found
