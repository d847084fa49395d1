"""Cuts running text into words much as the English UD treebanks do.

Used for corpora that come as plain text. Clitics stand alone ("n't", "'s"), hyphenated words are
cut at the hyphen unless the first part is a prefix ("post-war" stays whole, "six-member" does not),
abbreviations keep their point, currency signs and "%" stand apart, web addresses stay whole.
"""
import re

ABBREVIATIONS = """Mr Mrs Ms Dr Prof Sen Sens Rep Reps Gov Govs Gen Col Lt Sgt Capt Cmdr Adm Maj Pvt Rev Hon St Ft Mt
Jr Sr Inc Corp Co Ltd Bros vs etc Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec No Ala Ariz Ark Calif Colo Conn
Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ph""".split()
PREFIXES = """anti arch bi co counter cross de e ex extra hyper inter intra macro mega micro mid mini mono multi neo non
over pan para post pre pro pseudo psycho quasi re semi socio sub super trans tri ultra un under""".split()

TOKEN = re.compile(
    r"(?P<web>https?://[^\s'’\"“”<>]*[\w/]|www\.[^\s'’\"“”<>]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\w+)"
    r"|(?P<initials>(?:[A-Za-z]\.){2,}|(?<![\w])[A-Z]\.(?=\s+[A-Z]))"
    r"|(?P<short>(?:" + "|".join(sorted(ABBREVIATIONS, key=len, reverse=True)) + r")\.(?!\w))"
    r"|(?P<number>\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|['’]s(?=\W|$))?(?![^\W\d_])|\d+(?:[.,:/]\d+)*)"
    r"|(?P<word>[^\W\d_][^\W_]*(?:&(?=[A-Z])[^\W_]+)*)"
    r"|(?P<dots>\.{2,}|…|-{2,}|[!?]{2,})"
    r"|(?P<sign>[^\w\s]|_+)"
)
CLITIC = re.compile(r"['’](?:s|re|ve|ll|d|m)(?!\w)", re.IGNORECASE)
NEGATION = re.compile(r"(?<=[^\W\d_])n['’]t(?!\w)", re.IGNORECASE)
JOINED = re.compile(r"(?<!\w)(can)(not)(?!\w)|(?<!\w)(gon|wan)(na)(?!\w)|(?<!\w)(got)(ta)(?!\w)", re.IGNORECASE)
APOSTROPHE_NAME = re.compile(r"(?<!\w)[OD]['’][A-Z]\w+|(?<!\w)o['’]clock(?!\w)")
PREFIXED = re.compile(r"(?<![\w-])(?:" + "|".join(PREFIXES) + r")-[^\W_]+(?![\w])", re.IGNORECASE)


def word_spans(text):
    """Half-open code point ranges of the words of `text`, in order, without overlap."""
    fixed = {}
    for pattern in (APOSTROPHE_NAME, PREFIXED, NEGATION, CLITIC):
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in fixed.items()):
                fixed[match.start()] = match.end()
    for match in JOINED.finditer(text):
        for group in range(1, 7):
            if match.group(group):
                fixed[match.start(group)] = match.end(group)
    starts = sorted(fixed)
    spans, at, next_fixed = [], 0, 0
    while at < len(text):
        limit = starts[next_fixed] if next_fixed < len(starts) else len(text)
        if at == limit and at < len(text):
            spans.append((at, fixed[at]))
            at = fixed[at]
            next_fixed += 1
            continue
        match = TOKEN.search(text, at, limit)
        if match is None:
            at = limit
            continue
        if match.lastgroup == "web":
            whole = TOKEN.match(text, match.start())
            if whole and whole.end() > limit:
                while next_fixed < len(starts) and starts[next_fixed] < whole.end():
                    next_fixed += 1
                match = whole
        spans.append(match.span())
        at = match.end()
    return spans


END_MARKS = {".", "!", "?", "…", "..."}
CLOSERS = set("\"'”’)]")
OPENERS = set("\"'“‘([")


def sentence_starts(text, spans):
    """Indices of the words that open a sentence: after a line break, or after an end mark and before a capital."""
    words = [text[a:b] for a, b in spans]
    starts = [0] if spans else []
    for i in range(1, len(spans)):
        gap = text[spans[i - 1][1]:spans[i][0]]
        if "\n" in gap:
            starts.append(i)
        elif gap and _ends_sentence(words, i - 1) and (words[i][0].isupper() or words[i] in OPENERS or words[i][0].isdigit()):
            starts.append(i)
    return starts


def _ends_sentence(words, i):
    while i > 0 and words[i] in CLOSERS:
        i -= 1
    return words[i] in END_MARKS
