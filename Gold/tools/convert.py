#!/usr/bin/env python3
"""Authoring files to records and back.

python3 Gold/tools/convert.py records [FILE or FOLDER…] > gold.jsonl     one record a line
python3 Gold/tools/convert.py inputs  [FILE or FOLDER…] > input.jsonl    what a reader gets: id, text, title, published
python3 Gold/tools/convert.py author  RECORDS.jsonl FOLDER               records to authoring files
"""

import json
import sys
from pathlib import Path

from authoring import Fault, Faults, read_report
from render import render
from validate import files

NOTICE = "Fiction. Persons, outlets and events are invented; states and places are real."


def write_line(value):
    print(json.dumps(value, ensure_ascii=False))


def reader_input(record, front):
    report = record["report"]
    row = {"id": report["key"], "text": report["text"], "title": report["title"], "published": report["published"],
           "outlet": front.get("outlet")}
    return {k: v for k, v in row.items() if v is not None}


def author(source, folder):
    Path(folder).mkdir(parents=True, exist_ok=True)
    for line in Path(source).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        name = record["report"]["key"]
        front = {"id": name, "notice": NOTICE, "genre": None, "topic": None, "continent": None, "published": None,
                 "outlet": None, "title": None}
        (Path(folder) / f"{name}.txt").write_text(render(record, front), encoding="utf-8")


def main(arguments):
    if len(arguments) == 3 and arguments[0] == "author":
        author(arguments[1], arguments[2])
        return 0
    if not arguments or arguments[0] not in ("records", "inputs"):
        print(__doc__, file=sys.stderr)
        return 1
    try:
        for path in files(arguments[1:]):
            record, front, _ = read_report(path.read_text(encoding="utf-8"), str(path))
            write_line(record if arguments[0] == "records" else reader_input(record, front))
    except (Fault, Faults) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
