#!/usr/bin/env python3
"""Reads every export of the same records back with pandas and compares them.

usage: check_exports.py RECORDS.jsonl [--binary FILE]

RECORDS.jsonl is what `rapporteur read --output jsonl` wrote. Needs the packages of requirements.txt beside this file.
Exits 1 and names the difference where an export cannot be read back or disagrees with the records.
"""
import argparse
import csv
import io
import json
import pathlib
import subprocess
import sys

import pandas

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# Columns that stay empty for want of evidence; docs/exports.md lists them.
POLECAT_EMPTY = ["Actor COW", "Wikipedia Actor ID", "Recipient COW", "Wikipedia Recipient ID", "District", "Feature Type"]
GDELT_EMPTY = [9, 10, 11, 19, 20, 21, 30, 31, 34, *range(35, 51), 54, 55, 58, 59]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("records")
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "rapporteur"))
    arguments = parser.parse_args()
    lines = pathlib.Path(arguments.records).read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines if line.strip()]
    events = [(record, event) for record in records for event in record["events"]]
    asserted = [pair for pair in events if is_asserted(pair[1])]
    exports = {name: export(arguments, name) for name in ("plover", "polecat", "gdelt", "csv")}
    check_plover(exports["plover"], events)
    check_polecat(exports["polecat"], asserted)
    check_gdelt(exports["gdelt"], asserted)
    check_csv(exports["csv"], events)
    print(f"{len(records)} records, {len(events)} events, {len(asserted)} of them asserted: all four exports read back")


def is_asserted(event):
    author = next((f["value"] for f in event["factuality"] if f["holder"] == "author"), "")
    return set(event["status"]) <= {"historical"} and author != "CT-"


def export(arguments, name):
    done = subprocess.run([arguments.binary, "export", "--format", name, arguments.records], capture_output=True)
    demand(done.returncode == 0, f"{name}: exit code {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def check_plover(text, events):
    frame = pandas.read_json(io.StringIO(text), lines=True)
    demand(list(frame["type"]) == [event["type"] for _, event in events], "plover: types differ")
    demand(frame["actor"].map(len).sum() == sum(len(event["actor"]) for _, event in events), "plover: actors differ")


def check_polecat(text, events):
    frame = pandas.read_csv(io.StringIO(text), sep="\t", dtype=str, keep_default_na=False, quoting=csv.QUOTE_NONE)
    demand(frame.shape == (len(events), 40), f"polecat: shape {frame.shape}")
    demand(list(frame["Event Type"]) == [event["type"] for _, event in events], "polecat: types differ")
    demand((frame[POLECAT_EMPTY] == "").all().all(), "polecat: a column without evidence is filled")
    demand(frame["Event ID"].is_unique, "polecat: ids are not unique")


def check_gdelt(text, events):
    frame = pandas.read_csv(io.StringIO(text), sep="\t", header=None, dtype=str, keep_default_na=False,
                            quoting=csv.QUOTE_NONE)
    demand(frame.shape[1] == 61 and frame.shape[0] >= len(events), f"gdelt: shape {frame.shape}")
    demand((frame[GDELT_EMPTY] == "").all().all(), "gdelt: a column without evidence is filled")
    demand(frame[0].is_unique and frame[0].astype("int64").ge(0).all(), "gdelt: ids are not unique whole numbers")
    demand(set(frame[29]) <= {"1", "2", "3", "4"}, "gdelt: quad classes")
    dates = frame[1][frame[1] != ""]
    pandas.to_datetime(dates, format="%Y%m%d")
    known = {e["date"]["value"][:10].replace("-", "") for _, e in events if e["date"]}
    demand(set(dates) <= known, "gdelt: a date that no event has")


def check_csv(text, events):
    frame = pandas.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    demand(list(frame["event_id"]) == [f"{r['report']['id']}-{e['id']}" for r, e in events], "csv: ids differ")
    demand(list(frame["trigger"]) == [words(r, e["trigger"]["spans"]) for r, e in events], "csv: triggers differ")


def words(record, spans):
    return " … ".join(record["report"]["text"][start:end] for start, end in spans)


def demand(holds, message):
    if not holds:
        sys.exit(f"check_exports: {message}")


if __name__ == "__main__":
    main()
