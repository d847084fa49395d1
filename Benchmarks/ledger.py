"""Fills a ledger with synthetic families up to a million events, asks it, and writes Benchmarks/ledger.md.

    python3 Benchmarks/ledger.py [--events 1000000] [--entered 5000] [--rounds 40] [--write]

The first reports go in through the ledger's own entry, one transaction each. The rest are copies of them by SQL, with ids,
days and posting keys moved on, so that a million events take minutes; then a thousand more are entered in the ordinary way.
"""

import argparse
import datetime
import json
import platform
import sqlite3
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCHMARK = ROOT / ".build/release/LedgerBenchmark"
STEP = 10_000_000  # between the ids of two copies
GOAL = 100         # milliseconds, p95
IDS = {"id", "report", "actor", "claim", "event", "happening", "parent", "about", "first"}
COPIED = ["reports", "lineage", "actors", "offices", "mentions", "claims", "claim_sources", "events", "participants", "casualties",
          "event_claims", "claim_events", "claim_claims", "factuality", "times", "places", "edges", "postings", "happenings",
          "happening_events", "origins", "outcomes", "happening_counts", "tallies", "pairs"]


def run(*words):
    out = subprocess.run([BENCHMARK, *map(str, words)], check=True, capture_output=True, text=True)
    return [json.loads(line) for line in out.stdout.splitlines()]


def moved(table, column, families):
    """The expression that gives a column of the k-th copy."""
    days = f"'+' || (:k * {families // 60 + 1}) || ' days'"
    if column in IDS or (table == "edges" and column in ("source", "target")):
        return f"{column} + :k * {STEP}"
    if (table, column) == ("postings", "key"):
        return "(key | :salt) - (key & :salt)"
    if (table, column) == ("reports", "stable_id"):
        return "stable_id || '-' || :k"
    if (table, column) == ("reports", "key"):
        number = "CAST(substr(key, 2, instr(key, '-') - 2) AS INTEGER)"
        return f"'f' || ({number} + :k * {families}) || substr(key, instr(key, '-'))"
    if (table, column) in [("reports", "published"), ("events", "date"), ("events", "day"), ("pairs", "day"),
                           ("happening_counts", "day")]:
        return f"date({column}, {days})"
    return column


def multiply(file, copies, families):
    """Puts `copies` copies of all that is in the ledger beside it."""
    db = sqlite3.connect(file, isolation_level=None)
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA cache_size = -1000000")
    triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    db.execute("BEGIN")
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    for table in COPIED:
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        values = ", ".join(moved(table, column, families) for column in columns)
        db.execute(f"CREATE TEMP TABLE base AS SELECT * FROM {table}")
        for k in range(1, copies + 1):
            db.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM temp.base",
                       {"k": k, "salt": (k * 0x9E3779B97F4A7C15) & 0x7FFFFFFFFFFFFFFF})
        db.execute("DROP TABLE temp.base")
    db.execute("UPDATE actor_counts SET reports = reports * :n, acts = acts * :n, receives = receives * :n, says = says * :n",
               {"n": copies + 1})
    for _, sql in triggers:
        db.execute(sql)
    db.execute("INSERT INTO reports_words (reports_words) VALUES ('rebuild')")
    db.execute("COMMIT")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def size(file):
    """Megabytes of the file, and of its largest parts."""
    db = sqlite3.connect(file)
    counts = {t: db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("reports", "events", "happenings")}
    record, text = db.execute("SELECT avg(length(record)), avg(length(text)) FROM (SELECT * FROM reports LIMIT 500)").fetchone()
    db.close()
    return {"mb": round(file.stat().st_size / 1e6), "record": round(record), "text": round(text), **counts}


def measure(args):
    file = args.file
    for path in file.parent.glob(file.name + "*"):
        path.unlink()
    file.parent.mkdir(parents=True, exist_ok=True)
    early = run("fill", file, 0, 2000)[0]
    more = run("fill", file, early["families"], max(1000, args.entered - 2000))[0]
    families = early["families"] + more["families"]
    copies = max(0, args.events // (early["events"] + more["events"]) - 1)
    start = time.monotonic()
    multiply(file, copies, families)
    print(f"{copies} copies by SQL in {time.monotonic() - start:.0f} s", flush=True)
    late = run("fill", file, families * (copies + 1) + 100, 1000)[0]
    questions = run("ask", file, families * (copies + 1), args.rounds)
    return {"early": early, "more": more, "copies": copies, "late": late, "questions": questions, "size": size(file)}


def page(found):
    early, more, late, size = found["early"], found["more"], found["late"], found["size"]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    model = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")), platform.processor())
    rows = "\n".join(f"| {q['question']} | {q['p50']:.1f} | {q['p95']:.1f} | {q['max']:.1f} | {q['rows'] / q['n']:.0f} |"
                     for q in found["questions"])
    missed = [q["question"] for q in found["questions"] if q["p95"] > GOAL]
    return f"""# The ledger at a million events

{datetime.date.today()}, commit {commit}, {model}, 2 cores. `make bench-ledger`.

Synthetic families (`LedgerBenchmark`): a wire of four events, up to five copies of it, a rival's own report; names, words
and countries as often as Zipf's law has it. {early['reports'] + more['reports']:,} reports were entered in the ordinary way,
{found['copies']} copies of these were put beside them by SQL, with ids, days and posting keys moved on; then
{late['reports']:,} more were entered. Records are filled up to the length of real ones ({size['record']:,} bytes to
{size['text']:,} of text).

## Size

{size['reports']:,} reports, {size['events']:,} events, {size['happenings']:,} happenings: {size['mb']:,} MB,
{size['mb'] * 1e6 / size['reports'] / 1000:.1f} kB a report.

## Entering

One transaction a report, with relays, happenings, origins and counts, synchronous.

| reports in the ledger | ms a report, mean | p50 | p95 | reports/s |
|---:|---:|---:|---:|---:|
| 1,000 to 2,000 | {early['last']['mean']:.1f} | {early['last']['p50']:.1f} | {early['last']['p95']:.1f} | {1000 / early['last']['mean']:.0f} |
| {early['reports'] + more['reports'] - 1000:,} to {early['reports'] + more['reports']:,} | {more['last']['mean']:.1f} | {more['last']['p50']:.1f} | {more['last']['p95']:.1f} | {1000 / more['last']['mean']:.0f} |
| {size['reports'] - 1000:,} to {size['reports']:,} | {late['last']['mean']:.1f} | {late['last']['p50']:.1f} | {late['last']['p95']:.1f} | {1000 / late['last']['mean']:.0f} |

## Asking

In process, on one connection, milliseconds; {found['questions'][0]['n']} of each, with common and rare names and words. Goal: p95 of at
most {GOAL} ms. {'All reach it.' if not missed else 'Missed by: ' + ', '.join(missed) + '.'}

| question | p50 | p95 | longest | rows |
|---|---:|---:|---:|---:|
{rows}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--entered", type=int, default=5000, help="reports that are entered in the ordinary way")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--file", type=Path, default=ROOT / "Benchmarks/work/ledger.sqlite")
    parser.add_argument("--write", action="store_true", help="write Benchmarks/ledger.md")
    args = parser.parse_args()
    text = page(measure(args))
    print(text)
    if args.write:
        (ROOT / "Benchmarks/ledger.md").write_text(text)


if __name__ == "__main__":
    main()
