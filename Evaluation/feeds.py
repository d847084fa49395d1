#!/usr/bin/env python3
"""Measures `rapporteur extract` on the feed files of feedparser's suites and what their head comments expect.

usage: feeds.py [--data DIR] [--command "rapporteur extract"] [--failures] [--only WORD]

DIR holds ingest/feedparser-tests.tar.gz. Of each expectation, the comparisons `entries[i][…] == literal` count that
concern an entry's title, link, date, author or content; the sanitiser's part of the suite is left out. extract gives
plain text, so an expected value counts as met as it stands or as the text of its HTML; white space is not compared.
Where a file gives an entry both a summary and a content, only the content is compared: extract has one text. Every
file of the suites, the sanitiser's too, must end without a crash. Python standard library only.
"""
import argparse
import ast
import collections
import datetime
import email.utils
import html
import html.parser
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tarfile
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIELDS = {
    "title": "title", "title_detail.value": "title", "link": "link",
    "published": "date", "published_parsed": "date", "updated": "date", "updated_parsed": "date",
    "created": "date", "created_parsed": "date", "author": "author", "author_detail.name": "author",
    "authors.name": "author",
    "content.value": "content", "description": "content", "summary": "content", "summary_detail.value": "content",
}


def main():
    arguments = parse_arguments()
    figures, failures = measure(arguments.command, arguments.data, arguments.only)
    if arguments.failures:
        for failure in failures:
            print(failure, file=sys.stderr)
    print(json.dumps(figures))


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default=os.environ.get("RAPPORTEUR_DATA", str(ROOT.parent / "shared" / "data")))
    parser.add_argument("--command", default=str(ROOT / ".build" / "release" / "rapporteur") + " extract")
    parser.add_argument("--failures", action="store_true", help="list what was expected and not found")
    parser.add_argument("--only", default="", help="only files whose path contains this word")
    return parser.parse_args()


def measure(command, data, only=""):
    """({"title": {"met", "n"}, …, "all": {"met", "n", "share"}, "files", "crashes"}, failures in words)."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(pathlib.Path(data) / "ingest" / "feedparser-tests.tar.gz") as tar:
            tar.extractall(folder, filter="data")
        files = sorted(path for path in pathlib.Path(folder).rglob("*") if path.suffix in (".xml", ".json"))
        files = [path for path in files if only in str(path)]
        counts, failures, crashes = collections.Counter(), [], 0
        for path in files:
            run = subprocess.run(shlex.split(command) + [str(path)], capture_output=True, check=False, timeout=60)
            if run.returncode not in (0, 1, 2):
                crashes += 1
                failures.append(f"{path.name}: ended with {run.returncode}")
            if "sanitize" not in path.parts:
                entries = [json.loads(line) for line in run.stdout.splitlines() if line]
                check(path, entries, counts, failures)
    figures = {}
    for field in ("title", "link", "date", "author", "content"):
        figures[field] = {"met": counts[field, True], "n": counts[field, True] + counts[field, False]}
    met, n = sum(f["met"] for f in figures.values()), sum(f["n"] for f in figures.values())
    figures["all"] = {"met": met, "n": n, "share": round(met / n, 4) if n else None}
    return {**figures, "files": len(files), "crashes": crashes}, failures


def check(path, entries, counts, failures):
    wanted = list(comparisons(path))
    has_content = {index for index, field, _ in wanted if field.startswith("content")}
    for index, field, value in wanted:
        if field not in FIELDS or (index in has_content and FIELDS[field] == "content" and field != "content.value"):
            continue
        entry = entries[index] if index < len(entries) else {}
        met = holds(FIELDS[field], value, entry)
        counts[FIELDS[field], met] += 1
        if not met:
            found = {key: entry.get(key) for key in ("title", "uri", "published", "modified", "authors", "text")}
            failures.append(f"{path.parent.name}/{path.name}: {field} == {value!r}; found {found}")


def comparisons(path):
    """(entry, field, literal) of every `entries[i]… == literal` in the file's expectation."""
    expectation = expected(path)
    try:
        tree = ast.parse(expectation, mode="eval")
    except (SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and all(isinstance(op, ast.Eq) for op in node.ops):
            try:
                value = ast.literal_eval(node.comparators[-1])
            except ValueError:
                continue
            for left in [node.left] + node.comparators[:-1]:
                place = field_of(left)
                if place and value is not None and not isinstance(value, (dict, bool)):
                    yield *place, value


def expected(path):
    data = path.read_bytes()
    for encoding in ("utf-8", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found = re.search(r"Expect:\s*(.*?)\s*(?:-->|$)", text, re.M)
        if found:
            return found.group(1)
    return ""


def field_of(node):
    """(entry, dotted field) of `entries[0]['links'][1]['href']`; None for anything else."""
    parts = []
    while isinstance(node, (ast.Subscript, ast.Attribute)):
        if isinstance(node, ast.Attribute):
            parts.append(node.attr)
        elif isinstance(node.slice, ast.Constant):
            parts.append(node.slice.value)
        else:
            return None
        node = node.value
    parts.reverse()
    if not isinstance(node, ast.Name) or node.id != "entries" or not parts or not isinstance(parts[0], int):
        return None
    return parts[0], ".".join(part for part in parts[1:] if isinstance(part, str))


def holds(field, value, entry):
    if field == "title":
        return same(value, entry.get("title") or "")
    if field == "link":
        return entry.get("uri") == value
    if field == "date":
        return any(date_holds(value, entry.get(name)) for name in ("published", "modified"))
    if field == "author":
        names = entry.get("authors") or []
        return any(name and (name == value or str(value).startswith(f"{name} (")) for name in names)
    return same(value, entry.get("text") or "")


def same(value, found):
    squeeze = lambda text: "".join(text.split())
    return squeeze(found) in (squeeze(str(value)), squeeze(plain(str(value))))


class Plain(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.silent = [], 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in ("script", "style", "svg", "math")

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style", "svg", "math")

    def handle_data(self, data):
        if self.silent <= 0:
            self.text.append(data)


def plain(value):
    parser = Plain()
    parser.feed(value)
    parser.close()
    return html.unescape("".join(parser.text))


def date_holds(value, found):
    if found is None:
        return False
    moment = datetime.datetime.fromisoformat(found.replace("Z", "+00:00"))
    moment = moment if moment.tzinfo else moment.replace(tzinfo=datetime.timezone.utc)
    moment = moment.astimezone(datetime.timezone.utc)
    if isinstance(value, tuple):
        return moment.timetuple()[:6] == value[:6]
    try:
        wanted = datetime.datetime.fromisoformat(str(value).replace("Z", "+00:00"))
    except ValueError:
        try:
            wanted = email.utils.parsedate_to_datetime(str(value))
        except ValueError:
            return False
    wanted = wanted if wanted.tzinfo else wanted.replace(tzinfo=datetime.timezone.utc)
    return moment == wanted.astimezone(datetime.timezone.utc)


if __name__ == "__main__":
    main()
