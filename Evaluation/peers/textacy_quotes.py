"""textacy's `direct_quotations`, whose documentation says that it finds direct speech only.

It refuses a text with an odd number of quotation marks, and counts apostrophes among them. The settings are ours, and
leave its rules alone: which part of the text it sees, whether single marks are hidden from it (by a sign of the same
length), and whether its speaker's words are taken as they are, from first to last, or with all that hangs on the head.
"""
from textacy.extract import direct_quotations

from tokens import hull, runs, units

SETTINGS = [f"{unit} {marks} {speaker}" for unit in ("document", "paragraph") for marks in ("all-marks", "double-marks")
            for speaker in ("tokens", "hull", "subtree")]
SINGLE = str.maketrans({"'": "\N{MODIFIER LETTER APOSTROPHE}", "‘": "\N{MODIFIER LETTER APOSTROPHE}",
                        "’": "\N{MODIFIER LETTER APOSTROPHE}"})


def attributions(reader, text, setting):
    unit, marks, speaker = setting.split()
    found = []
    for offset, part in units(text, unit == "document"):
        seen = part.translate(SINGLE) if marks == "double-marks" else part
        try:
            triples = list(direct_quotations(reader(seen)))
        except ValueError:
            if unit == "document":
                raise
            continue
        for triple in triples:
            found.append({"source": source(triple.speaker, speaker, offset), "cue": runs(triple.cue, offset),
                          "content": hull(triple.content, offset)})
    return found


def source(tokens, setting, offset):
    if setting == "subtree":
        return hull([t for token in tokens for t in token.subtree], offset)
    return hull(tokens, offset) if setting == "hull" else runs(tokens, offset)
