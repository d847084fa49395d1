"""The model's factuality of EWT dev's verbs against UDS It Happened: sign accuracy and Pearson.

The reader's values stand in the MISC column of its CoNLL-U output, `Factuality=` on each predicate; a gold
verb that the reader took for no predicate counts as said to be 0, which is never the right sign.
"""
import pathlib
import sys
from statistics import correlation

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Training"))
from uds import aligned, read_values


def sentences_of(path):
    """The ten columns of each word, sentence by sentence."""
    found, current = [], []
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            current.append(cells)
        elif not line.strip() and current:
            found.append(current)
            current = []
    return found + ([current] if current else [])


def said(cells):
    """The reader's value of a word, 0 where it gives none."""
    return next((float(f[11:]) for f in cells[9].split("|") if f.startswith("Factuality=")), 0.0)


def compare(gold_path, system_path, values_path):
    """n is the gold verbs whose value isn't 0; Pearson is over all that have one."""
    gold = sentences_of(gold_path)
    system = sentences_of(system_path)
    if [len(s) for s in gold] != [len(s) for s in system]:
        raise ValueError(f"{system_path}: not the words of {gold_path}")
    pairs = [(value, said(system[i][word - 1])) for i, words in
             aligned(read_values(values_path, "dev"), gold).items() for word, value in words.items()]
    decided = [(g, s) for g, s in pairs if g]
    sign = sum(g * s > 0 for g, s in decided) / len(decided)
    return {"n": len(decided), "unrated": sum(s == 0 for _, s in pairs), "sign": round(100 * sign, 1),
            "pearson": round(correlation(*zip(*pairs)), 3)}
