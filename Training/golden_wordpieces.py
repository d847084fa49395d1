"""Golden lines for the WordPiece cut: words of our own and made-up ones, with their pieces and case class.

    python golden_wordpieces.py --vocabulary VOCAB --out wordpieces.jsonl [--lines 500] [--seed 7]

Each line: {"word": ..., "pieces": [ids], "case": 0...5}. The words are drawn, by a seeded die, from
vocabulary pieces glued together, from letters of many scripts with loose accents, from signs, digits,
control characters and from names that we made up. No corpus text.
"""
import argparse
import json
import random
from pathlib import Path

from wordpiece import WordPiece, case_class

NAMES = """Okonkwo Šarić Élodie McAllister O’Neill Nguyễn Þórsdóttir Kızılırmak Müller-Çelik ĐURIĆ naïve résumé Ångström
İzmir STRASSE straße ﬁnance Ⅳ ǅungla 東京 Київ Αθήνα القاهرة तिरुवनंतपुरम 서울 กรุงเทพ U.S. A.m. e-mail AT&T $3.5m 10:30 9/11 n't
’s … — « 1,200 50% @who #tag C++ ½ ² Å ΌΣΟΣ ﬃ Ǆ K ſ ẞ""".split()
RANGES = [(0x20, 0x7E), (0xA1, 0x24F), (0x300, 0x36F), (0x370, 0x52F), (0x5D0, 0x5EA), (0x621, 0x64A), (0x900, 0x97F),
          (0xE01, 0xE3A), (0x1E00, 0x1EFF), (0x2010, 0x2044), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x3041, 0x30FF),
          (0x4E00, 0x4F00), (0xAC00, 0xAD00), (0xF900, 0xF940), (0xFB00, 0xFB06), (0xFF01, 0xFF5E), (0x1F600, 0x1F64F),
          (0x20000, 0x20010), (0x200B, 0x200F), (0x00, 0x1F)]


def drawn(rng, pieces):
    """One word."""
    kind = rng.random()
    if kind < 0.15:
        return rng.choice(NAMES)
    if kind < 0.6:
        word = "".join(rng.choice(pieces).removeprefix("##") for _ in range(rng.choice((1, 1, 2, 2, 3))))
        return rng.choice((word, word, word.capitalize(), word.upper(), word + rng.choice("-'.,:;’") + word))
    if kind < 0.7:
        return rng.choice(NAMES) + rng.choice(("", "-", "’s", "\u0301", "\u200d", ".")) + rng.choice(NAMES)
    if kind < 0.72:
        return rng.choice("ab.-東") * rng.choice((17, 99, 100, 101, 150))
    low, high = rng.choice(RANGES)
    other = rng.choice(RANGES)
    return "".join(chr(rng.randint(*rng.choice(((low, high), (low, high), other)))) for _ in range(rng.randint(1, 8)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--lines", type=int, default=500)
    parser.add_argument("--seed", type=int, default=7)
    o = parser.parse_args()
    wordpiece, rng = WordPiece(o.vocabulary), random.Random(o.seed)
    pieces = [p for p in wordpiece.pieces if not p.startswith("[")]
    words = list(dict.fromkeys(NAMES))
    while len(words) < o.lines:
        words.append(drawn(rng, pieces))
    with open(o.out, "w", encoding="utf-8") as out:
        for word in words[:o.lines]:
            line = {"word": word, "pieces": list(wordpiece.cut(word)), "case": case_class(word)}
            out.write(json.dumps(line, ensure_ascii=True) + "\n")


if __name__ == "__main__":
    main()
