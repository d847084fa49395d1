"""Quoting words from a text: `<words>`, `<words #2>`, `<words @p3>`, `<first … last>`, `<part | part>`.

Every span is a half-open pair of code point offsets. A quotation must find its words, and must mean one place:
an ambiguous quotation is an error, never a guess.
"""

import re

SELECTOR = re.compile(r"^(?P<words>.*?)(?:\s+(?:@p(?P<par>\d+))?(?:#(?P<nth>\d+))?)?$", re.S)


class QuoteError(ValueError):
    """The quoted words are not in the text, or stand in it more than once."""


def paragraphs(text):
    """Spans of the paragraphs (blocks between blank lines), in order; p1 is the first."""
    return [(m.start(), m.end()) for m in re.finditer(r"\S(?:.*?)(?=\n\s*\n|\s*\Z)", text, re.S)]


def occurrences(text, words):
    """Spans of `words` in `text` that cut no word at either edge."""
    if not words:
        return []
    left = r"(?<![\w])" if re.match(r"\w", words[0]) else ""
    right = r"(?![\w])" if re.match(r"\w", words[-1]) else ""
    return [(m.start(), m.end()) for m in re.finditer(left + re.escape(words) + right, text)]


def split_selector(quote):
    """`he @p3#2` -> ('he', 3, 2); a missing selector is None."""
    found = SELECTOR.match(quote.strip())
    par, nth = found.group("par"), found.group("nth")
    return found.group("words").strip(), int(par) if par else None, int(nth) if nth else None


def within(spans, text, par):
    bounds = paragraphs(text)
    if not 1 <= par <= len(bounds):
        raise QuoteError(f"there is no paragraph {par}")
    low, high = bounds[par - 1]
    return [s for s in spans if low <= s[0] < high]


def one(text, words, par, nth, scope):
    """The one span meant by `words`. `par` is a hard limit, `scope` a preference among several."""
    found = occurrences(text, words)
    if not found:
        raise QuoteError(f"not in the text: {words!r}")
    if par is not None:
        found = within(found, text, par)
        if not found:
            raise QuoteError(f"not in paragraph {par}: {words!r}")
    elif scope is not None and len(found) > 1:
        found = within(found, text, scope) or found
    if nth is not None:
        if nth > len(found):
            raise QuoteError(f"only {len(found)} of {words!r} here, #{nth} asked")
        return found[nth - 1]
    if len(found) > 1:
        raise QuoteError(f"{words!r} stands {len(found)} times here; add #n or @pN")
    return found[0]


def resolve(text, quote, scope=None):
    """The spans of one quotation, as a list of [start, end]."""
    spans = []
    for part in quote.split(" | "):
        words, par, nth = split_selector(part)
        if "…" in words:
            first, last = (w.strip() for w in words.split("…", 1))
            start = one(text, first, par, nth, scope)
            ends = [s for s in occurrences(text, last) if s[0] >= start[1]]
            if not ends:
                raise QuoteError(f"not after {first!r}: {last!r}")
            spans.append([start[0], ends[0][1]])
        else:
            spans.append(list(one(text, words, par, nth, scope)))
    return spans


def every(text, quote, scope=None):
    """All the places of a name: the one selected, or each occurrence where nothing selects."""
    words, par, nth = split_selector(quote)
    if par is not None or nth is not None or " | " in quote or "…" in quote:
        return [resolve(text, quote, scope)]
    found = occurrences(text, words)
    if not found:
        raise QuoteError(f"not in the text: {words!r}")
    return [[list(s)] for s in found]
