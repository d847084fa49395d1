#!/usr/bin/env python3
"""Writes Sources/RapporteurExport/Resources/Lexicons/cow.tsv: Correlates of War state numbers by ISO 3166-1 alpha-3.

usage: build_cow.py   (needs: pip install countrycode==0.6.0)

The numbers are facts of the Correlates of War project's list of states. They are taken from the codelist of the Python
package countrycode 0.6.0 (GPL-3.0-or-later; only the pairs of codes are taken, none of its code or text). Serbia and
Kosovo, for which it gives no number beside a present ISO code, are added by hand.
"""
import pathlib
import pickle

import countrycode

TARGET = pathlib.Path(__file__).resolve().parents[2] / "Sources/RapporteurExport/Resources/Lexicons/cow.tsv"
BY_HAND = {"SRB": 345, "XKX": 347}


def main():
    folder = pathlib.Path(countrycode.__file__).parent
    codelist = pickle.loads((folder / "data" / "codelist.pickle").read_bytes())
    pairs = {iso: (int(cow), "countrycode 0.6.0") for iso, cow in zip(codelist["iso3c"], codelist["cown"]) if iso and cow}
    pairs |= {iso: (cow, "by hand") for iso, cow in BY_HAND.items()}
    if len({cow for cow, _ in pairs.values()}) != len(pairs):
        raise SystemExit("build_cow: two states have one number")
    lines = ["# Correlates of War state numbers by ISO 3166-1 alpha-3. Made by Training/codes/build_cow.py.", "iso3\tcow\tsource"]
    lines += [f"{iso}\t{cow}\t{source}" for iso, (cow, source) in sorted(pairs.items())]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(pairs)} states")


if __name__ == "__main__":
    main()
