"""Scores `rapporteur relays` against labelled pairs.

    python3 Evaluation/relays.py Gold/relays/test.jsonl [--binary .build/release/rapporteur] [--wrong]

Relays are counted by unordered pair: kinds `relay` and `version` together are "the text is the same", since the two
differ by who published, not by whether it was copied; the kind is scored beside it. Direction is scored on the found
pairs whose gold says which was made from which.
"""

import argparse
import json
import subprocess
from pathlib import Path


def lines(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def pair(edge):
    return tuple(sorted((edge["from"], edge["to"])))


def f1(found, gold):
    right = len(found & gold)
    precision, recall = right / max(1, len(found)), right / max(1, len(gold))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def same_text(kind):
    return kind in ("relay", "version")


def measure(binary, reports):
    """F1 of relays and versions by pair, of citations, and the share of right directions: points of 100."""
    gold = lines(reports.with_suffix(".pairs.jsonl").read_text())
    edges = lines(subprocess.run([binary, "relays", str(reports)], check=True, capture_output=True, text=True).stdout)
    want, have = ({pair(e) for e in part if same_text(e["kind"])} for part in (gold, edges))
    cited, found = ({pair(e) for e in part if not same_text(e["kind"])} for part in (gold, edges))
    directed = {pair(e): e["from"] for e in gold if e["directed"]}
    asked = [e for e in edges if pair(e) in directed]
    right = sum(e["from"] == directed[pair(e)] for e in asked)
    return {"n": len(want), "relays": round(100 * f1(have, want)[2], 1), "citations": round(100 * f1(found, cited)[2], 1),
            "direction": round(100 * right / max(1, len(asked)), 1)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--binary", default=".build/release/rapporteur")
    parser.add_argument("--wrong", action="store_true", help="show the pairs that are wrong or missed")
    args = parser.parse_args()
    gold = lines(args.reports.with_suffix(".pairs.jsonl").read_text())
    edges = lines(subprocess.run([args.binary, "relays", str(args.reports)], check=True, capture_output=True,
                                 text=True).stdout)
    for name, kinds in [("relays and versions", {"relay", "version"}), ("reports-on", {"reports-on"})]:
        want = {pair(e) for e in gold if e["kind"] in kinds}
        have = {pair(e) for e in edges if e["kind"] in kinds}
        print(f"{name}: precision {f1(have, want)[0]:.3f}, recall {f1(have, want)[1]:.3f}, F1 {f1(have, want)[2]:.3f}"
              f" ({len(want)} pairs)")
        if args.wrong:
            for label, pairs in [("wrong", have - want), ("missed", want - have)]:
                for one in sorted(pairs):
                    shown = next((e for e in edges if pair(e) == one and e["kind"] in kinds), "")
                    print(f"  {label} {one} {shown}")
    kinds = {pair(e): e["kind"] for e in gold}
    told = [e for e in edges if pair(e) in kinds and e["kind"] != "reports-on" and kinds[pair(e)] != "reports-on"]
    print(f"kind: {sum(e['kind'] == kinds[pair(e)] for e in told) / max(1, len(told)):.3f} of {len(told)}")
    directed = {pair(e): e["from"] for e in gold if e["directed"]}
    asked = [e for e in edges if pair(e) in directed]
    right = [e for e in asked if e["from"] == directed[pair(e)]]
    print(f"direction: {len(right) / max(1, len(asked)):.3f} of {len(asked)}")
    if args.wrong:
        for edge in asked:
            if edge not in right:
                print("  turned", edge)


if __name__ == "__main__":
    main()
