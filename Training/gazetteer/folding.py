"""Folds names for the index: one spelling for what readers hold to be one name.

The reader in Swift folds with the same table, which the gazetteer file carries; so the two can't drift.
"""
import unicodedata

RANGES = [(0x00C0, 0x0250), (0x1E00, 0x1F00)]
SPECIAL = {"Æ": "ae", "æ": "ae", "Œ": "oe", "œ": "oe", "ß": "ss", "Ø": "o", "ø": "o", "Ł": "l", "ł": "l", "Đ": "d",
           "đ": "d", "ð": "d", "Ð": "d", "Þ": "th", "þ": "th", "ı": "i", "ħ": "h", "Ħ": "h", "ŧ": "t", "Ŧ": "t",
           "ə": "e", "Ə": "e", "×": " ", "÷": " "}
DROPPED = set(".'’‘ʼʻ`´ʿʾ")
SEPARATORS = set(" -–—/,&()\t\u00a0\u2010\u2011")
WORDS = {"saint": "st", "mount": "mt", "fort": "ft", "sainte": "ste"}


def fold_letter(letter):
    """One or two ASCII letters for a Latin letter; "" where there is none."""
    if letter in SPECIAL:
        return SPECIAL[letter]
    base = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c)).lower()
    return base if base.isascii() and base.isalpha() and len(base) <= 2 else ""


def table():
    """Two bytes for each code point of RANGES, zero-filled."""
    rows = bytearray()
    for low, high in RANGES:
        for code in range(low, high):
            rows += fold_letter(chr(code)).encode("ascii").ljust(2, b"\0")
    return bytes(rows)


def fold(name):
    """The folded name, or None where a letter is not Latin."""
    out = []
    for letter in name:
        if letter in DROPPED:
            continue
        if letter in SEPARATORS:
            out.append(" ")
        elif letter.isascii():
            out.append(letter.lower())
        elif any(low <= ord(letter) < high for low, high in RANGES) and fold_letter(letter):
            out.append(fold_letter(letter))
        else:
            return None
    return " ".join(WORDS.get(word, word) for word in "".join(out).split())


def key(folded):
    """The upper 40 bits of the FNV-1a hash (64 bits) of a folded name."""
    value = 0xCBF29CE484222325
    for byte in folded.encode("ascii"):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value >> 24
