#!/usr/bin/env python3
"""Reads a ledger's views with pandas, polars, DuckDB, R and plain sqlite3, and its exports with pandas and rdflib.

usage: check_ledger.py [--binary FILE]

Makes a ledger of Samples/pages in a temporary folder, lets an analyst grade, tag and correct, and demands that every
reader sees the same. Needs the packages of requirements.txt beside this file, and R with DBI and RSQLite (Debian's
r-cran-rsqlite). DuckDB's SQLite extension comes as a package too, so that nothing is downloaded while this runs. Exits 1
and names the fault.
"""
import argparse
import io
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

import duckdb
import duckdb_extension_sqlite_scanner
import pandas
import polars
import rdflib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
VIEWS = ["v_reports", "v_events", "v_actors", "v_claims", "v_event_claims", "v_responses", "v_casualties",
         "v_happenings", "v_origins", "v_edges", "v_marks", "v_offices"]
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
SCHEMA = rdflib.Namespace("https://schema.org/")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "rapporteur"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(pathlib.Path(folder) / "news.sqlite")
        run = lambda *words: command(arguments.binary, *words)
        make(run, ledger)
        rows = check_views(ledger)
        check_duckdb(ledger)
        check_r(ledger)
        check_documented(ledger)
        periods = check_panel(run, ledger)
        events = check_csv(run, ledger)
        triples = check_graph(run, ledger)
    print(f"{len(VIEWS)} views ({rows} rows) read alike by sqlite3, pandas, polars, DuckDB and R; csv of {events} events, "
          f"a panel of {periods} rows, a graph of {triples} triples")


def make(run, ledger):
    run("ingest", "--ledger", ledger, str(ROOT / "Samples" / "pages"))
    first = json.loads(run("search", "--ledger", ledger, "--json", "--limit", "1").splitlines()[0])
    event = ["--report", first["report"], "--event", first["event"]]
    run("grade", "B2", "--ledger", ledger, *event, "--by", "interop")
    run("tag", "checked", "--ledger", ledger, *event, "--by", "interop")
    run("correct", "--ledger", ledger, *event, "--accept", "mode=none", "--by", "interop")
    run("note", "a note", "--ledger", ledger, "--report", first["report"], "--by", "interop")


def check_views(ledger):
    connection = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)
    total = 0
    for view in VIEWS:
        cursor = connection.execute(f"SELECT * FROM {view}")
        plain = cursor.fetchall()
        names = [column[0] for column in cursor.description]
        by_pandas = pandas.read_sql_query(f"SELECT * FROM {view}", connection)
        by_polars = polars.read_database(f"SELECT * FROM {view}", connection, infer_schema_length=None)
        demand(list(by_pandas.columns) == names == by_polars.columns, f"{view}: columns differ")
        demand(len(by_pandas) == len(plain) == by_polars.height, f"{view}: {len(plain)} rows differ")
        demand([tuple(row) for row in by_polars.rows()] == plain, f"{view}: polars reads other values")
        total += len(plain)
    marked = pandas.read_sql_query("SELECT * FROM v_events WHERE grade <> 'F6'", connection)
    demand(list(marked["grade"]) == ["B2"] and list(marked["tags"]) == ["checked"], "v_events: the mark is missing")
    demand(list(marked["verdict"]) == ["accept"], "v_events: the verdict is missing")
    return total


def plain_rows(ledger, view):
    """The names of a view's columns, and its rows."""
    cursor = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True).execute(f"SELECT * FROM {view}")
    return [column[0] for column in cursor.description], cursor.fetchall()


def check_duckdb(ledger):
    extension = next(pathlib.Path(duckdb_extension_sqlite_scanner.__file__).parent.rglob("*.duckdb_extension"))
    connection = duckdb.connect()
    connection.execute(f"LOAD '{extension}'")
    # All as text: DuckDB guesses the type of a view's computed columns.
    connection.execute("SET sqlite_all_varchar = true")
    for view in VIEWS:
        names, rows = plain_rows(ledger, view)
        result = connection.execute(f"SELECT * FROM sqlite_scan('{ledger}', '{view}')")
        demand([column[0] for column in result.description] == names, f"{view}: DuckDB reads other columns")
        demand(as_text(result.fetchall()) == as_text(rows), f"{view}: DuckDB reads other values")


def as_text(rows):
    """Rows as sorted texts, numbers in one spelling."""
    def text(value):
        try:
            return repr(float(value))
        except (TypeError, ValueError):
            return repr(value)
    return sorted(tuple(map(text, row)) for row in rows)


R_PROGRAM = """
words <- commandArgs(TRUE)
ledger <- DBI::dbConnect(RSQLite::SQLite(), words[1], flags = RSQLite::SQLITE_RO)
for (view in words[-1]) {
  rows <- DBI::dbGetQuery(ledger, paste("SELECT * FROM", view))
  cat(view, nrow(rows), sum(is.na(rows)), paste(names(rows), collapse = ","), "\\n")
}
"""


def check_r(ledger):
    """Rows, missing values and columns of each view as R sees them."""
    told = command("Rscript", "-e", R_PROGRAM, ledger, *VIEWS).splitlines()
    for view, line in zip(VIEWS, told, strict=True):
        names, rows = plain_rows(ledger, view)
        missing = sum(value is None for row in rows for value in row)
        demand(line.split() == [view, str(len(rows)), str(missing), ",".join(names)], f"{view}: R reads {line}")


def check_documented(ledger):
    """Every view and every column stands in docs/ledger-schema.md."""
    text = (ROOT / "docs" / "ledger-schema.md").read_text(encoding="utf-8")
    connection = sqlite3.connect(ledger)
    views = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    demand(sorted(views) == sorted(VIEWS), f"the views are {sorted(views)}")
    for view in views:
        section = text.split(f"## {view}\n", 1)
        demand(len(section) == 2, f"docs/ledger-schema.md has no section {view}")
        body = section[1].split("\n## ", 1)[0]
        for (_, name, *_) in connection.execute(f"PRAGMA table_info({view})"):
            demand(f"`{name}`" in body, f"docs/ledger-schema.md: {view} lacks `{name}`")


def check_panel(run, ledger):
    text = run("export", "--ledger", ledger, "--panel", "dyad-month", "--undated", "published")
    frame = pandas.read_csv(io.StringIO(text), parse_dates=["start"])
    pairs = frame[["iso_from", "iso_to"]].drop_duplicates()
    demand(len(frame) == len(pairs) * frame["period"].nunique(), "panel: it is not balanced")
    counts = frame.filter(regex="^q[1-4]_")
    demand(counts.shape[1] == 12 and counts.ge(0).all().all() and counts.to_numpy().sum() > 0, "panel: counts")
    demand((frame["cow_dyad"] == frame["cow_from"] * 1000 + frame["cow_to"]).all(), "panel: dyad numbers")
    return len(frame)


def check_csv(run, ledger):
    frame = pandas.read_csv(io.StringIO(run("export", "--ledger", ledger, "--format", "csv")), dtype=str)
    demand(frame["event_id"].is_unique and frame["happening"].notna().all(), "csv: ids or happenings")
    demand(list(frame.loc[frame["grade"] == "B2", "tags"]) == ["checked"], "csv: the mark is missing")
    return len(frame)


def check_graph(run, ledger):
    text = run("export", "--ledger", ledger, "--format", "jsonld")
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    for predicate in (PROV.wasDerivedFrom, PROV.wasAttributedTo, PROV.wasQuotedFrom):
        demand((None, predicate, None) in graph, f"jsonld: no {predicate}")
    for kind in (SCHEMA.Claim, SCHEMA.Quotation, SCHEMA.NewsArticle, PROV.Agent, PROV.Entity):
        demand((None, rdflib.RDF.type, kind) in graph, f"jsonld: no {kind}")
    subjects = set(graph.subjects())
    for predicate in (PROV.wasDerivedFrom, PROV.wasQuotedFrom, PROV.wasAttributedTo):
        for thing in graph.objects(None, predicate):
            demand(thing in subjects, f"jsonld: {predicate} leads to {thing}, of which nothing is said")
    again = rdflib.Graph().parse(data=graph.serialize(format="turtle"), format="turtle")
    demand(len(again) == len(graph), "jsonld: turtle does not hold the same")
    return len(graph)


def command(*words):
    done = subprocess.run(words, capture_output=True, text=True)
    demand(done.returncode == 0, f"{' '.join(words[1:3])}: exit code {done.returncode}: {done.stderr}")
    return done.stdout


def demand(holds, message):
    if not holds:
        sys.exit(f"check_ledger: {message}")


if __name__ == "__main__":
    main()
