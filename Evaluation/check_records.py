#!/usr/bin/env python3
"""Checks records against docs/record.schema.json and the rules that a schema can't say.

usage: check_records.py RECORDS.jsonl …
A small validator of the schema's own vocabulary, so that nothing needs to be installed. Exit 1 where a record fails.
"""
import json
import pathlib
import re
import sys

SCHEMA = json.loads((pathlib.Path(__file__).resolve().parent.parent / "docs" / "record.schema.json").read_text("utf-8"))
TYPES = {"string": str, "object": dict, "array": list, "null": type(None), "integer": int, "number": (int, float)}


def faults(value, schema, place="record"):
    """Where `value` breaks `schema`, as messages."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    if "anyOf" in schema:
        if not any(not list(faults(value, s, place)) for s in schema["anyOf"]):
            yield f"{place}: fits none of the alternatives"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{place}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{place}: {value!r} is not allowed"
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and (isinstance(value, bool) or not any(isinstance(value, TYPES[k]) for k in kinds)):
        yield f"{place}: {value!r} is no {' or '.join(kinds)}"
        return
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{place}: {value!r} does not match {schema['pattern']}"
    if isinstance(value, (int, float)) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{place}: {value} is out of range"
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{place}: {len(value)} items"
        for index, item in enumerate(value):
            yield from faults(item, schema.get("items", {}), f"{place}[{index}]")
    if isinstance(value, dict) and "properties" in schema:
        for name in schema.get("required", []):
            if name not in value:
                yield f"{place}: '{name}' is missing"
        for name, item in value.items():
            if name not in schema["properties"]:
                yield f"{place}: '{name}' is not in the schema"
            else:
                yield from faults(item, schema["properties"][name], f"{place}.{name}")


def spans_of(value):
    if isinstance(value, dict):
        for name, item in value.items():
            if name in ("spans", "anonymityReason"):
                yield from item
            else:
                yield from spans_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from spans_of(item)


def broken_rules(record):
    """What a schema can't say: spans slice the text, ids point somewhere, chains end."""
    length = len(record["report"]["text"])
    for start, end in list(spans_of(record)) + record["sentences"]:
        if not 0 <= start < end <= length:
            yield f"span [{start}, {end}] does not slice a text of {length} code points"
    ids = {x["id"] for part in ("actors", "claims", "events") for x in record[part]}
    parents = {c["id"]: c["parent"] for c in record["claims"]}
    for claim in record["claims"]:
        for target in [claim["parent"], claim["source"]["actor"], *claim["source"]["actors"], *claim["about"]]:
            if target is not None and target not in ids:
                yield f"{claim['id']} points to {target}, which is not there"
        seen, current = set(), claim["id"]
        while current is not None and current not in seen:
            seen.add(current)
            current = parents.get(current)
        if current is not None:
            yield f"{claim['id']}: its chain runs in a circle"
    for event in record["events"]:
        targets = [p["id"] for side in ("actor", "recipient") for p in event[side]] + event["claims"]
        targets += [h["holder"] for h in event["factuality"] if h["holder"] != "author"]
        targets += [c["claim"] for c in event["casualties"] if c["claim"]]
        for target in targets:
            if target not in ids:
                yield f"{event['id']} points to {target}, which is not there"


def main():
    bad = n = 0
    for path in sys.argv[1:]:
        for number, line in enumerate(open(path, encoding="utf-8"), 1):
            record = json.loads(line)
            messages = list(faults(record, SCHEMA)) or list(broken_rules(record))
            n += 1
            bad += bool(messages)
            for message in messages[:5]:
                print(f"{path}:{number}: {message}", file=sys.stderr)
    print(f"{n} records checked, {bad} with faults")
    sys.exit(1 if bad or not n else 0)


if __name__ == "__main__":
    main()
