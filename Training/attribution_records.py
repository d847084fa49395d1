"""What the model alone makes of PolNeAR reports, as records that the attribution scorer reads.

    python attribution_records.py --model MODEL --reports dev.jsonl --out records.jsonl [--share 0.25]

One claim a cue. A source or content fragment goes to its best cue; a source also to every other cue that
takes at least `share` of its probability ("she said ... and added ..."). No rule beyond that: the figure
is a floor for the reader that builds on the model.
"""
import argparse
import json
from pathlib import Path

import torch

from corpora.polnear import Cut
from documents import Document
from export import load_folder
from lemma import Scripts
from losses import link_scores
from measures import spans_of, viterbi
from windows import collate, pack


@torch.no_grad()
def claims_of(text, model, wordpiece, share):
    """[{role: {"spans": [[start, end], ...]}}] in code points."""
    cut = Cut(text)
    if not cut.words:
        return []
    document = Document("report", "polnear", cut.words, cut.sentences, cut.paragraphs)
    transition, start = model.attribution.moves()
    claims = []
    for window in pack(document, wordpiece.cut, (382, 382), at_paragraphs=True):
        h = model.encode(collate([window], wordpiece, Scripts([])))
        spans = spans_of(viterbi(model.attribution.linear(h[0]), transition, start), model.labels["attribution"])
        claims += _assembled(model, h, sorted(spans, key=lambda s: s[1]), share, cut, window.first)
    return claims


def _assembled(model, h, spans, share, cut, offset):
    cues = [s for s in spans if s[0] == "cue"]
    made = [{"cue": [c], "source": [], "content": []} for c in cues]
    others = [s for s in spans if s[0] != "cue"]
    if others and cues:
        firsts = [c[1] for c in cues]
        chances = torch.softmax(link_scores(model, [(0, s[1], firsts, []) for s in others], h), -1)
        for span, row in zip(others, chances):
            best = int(row.argmax())
            for k in range(len(cues)):
                if k + 1 == best or span[0] == "source" and float(row[k + 1]) >= share:
                    made[k][span[0]].append(span)
    return [{"parent": None, **{role: {"spans": [[cut.spans[offset + a][0], cut.spans[offset + b - 1][1]] for _, a, b in found]}
                                for role, found in claim.items()}} for claim in made]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--reports", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.25)
    parser.add_argument("--threads", type=int, default=1)
    o = parser.parse_args()
    torch.set_num_threads(o.threads)
    model, wordpiece = load_folder(o.model)
    model.see_rounded()
    with open(o.reports, encoding="utf-8") as rows, open(o.out, "w", encoding="utf-8") as out:
        for row in map(json.loads, rows):
            claims = claims_of(row["text"], model, wordpiece, o.share)
            out.write(json.dumps({"report": {"key": row["doc"]}, "claims": claims}) + "\n")


if __name__ == "__main__":
    main()
