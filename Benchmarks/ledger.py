"""Fills a ledger with synthetic families up to a million events, asks it, and writes Benchmarks/ledger.md.

    python3 Benchmarks/ledger.py [--events 1000000] [--entered 3000] [--rounds 40] [--file FILE] [--write]

The first reports go in through the ledger's own entry, one transaction each. The rest are copies of their rows by SQL, with
ids, days and posting keys moved on, so that a million events take minutes. At 1,000, 100,000 and 1,000,000 events a number of
reports are entered in the ordinary way and timed: what report N + 1 costs.
"""

import argparse
import datetime
import json
import sqlite3
import subprocess
import time
from pathlib import Path

from machine import machine

ROOT = Path(__file__).resolve().parent.parent
BENCHMARK = ROOT / ".build/release/LedgerBenchmark"
STEP = 10_000_000  # between the ids of two copies
GOAL = 100         # milliseconds, p95
IDS = {"id", "report", "actor", "claim", "event", "happening", "parent", "about", "first"}
COPIED = ["reports", "lineage", "actors", "offices", "mentions", "claims", "claim_sources", "events", "participants", "casualties",
          "event_claims", "claim_events", "claim_claims", "factuality", "times", "places", "edges", "postings", "happenings",
          "happening_events", "origins", "outcomes", "happening_counts", "tallies", "pairs", "parties"]


def run(*words):
    out = subprocess.run([BENCHMARK, *map(str, words)], check=True, stdout=subprocess.PIPE, text=True)
    return [json.loads(line) for line in out.stdout.splitlines()]


def moved(table, column, families):
    """The expression that gives a column of the k-th copy."""
    days = f"'+' || (k * {families // 60 + 1}) || ' days'"
    if column in IDS or (table == "edges" and column in ("source", "target")):
        return f"{column} + k * {STEP}"
    if (table, column) == ("postings", "key"):
        return "(key | salt) - (key & salt)"
    if (table, column) == ("reports", "stable_id"):
        return "stable_id || '-' || k"
    if (table, column) == ("reports", "key"):
        number = "CAST(substr(key, 2, instr(key, '-') - 2) AS INTEGER)"
        return f"'f' || ({number} + k * {families}) || substr(key, instr(key, '-'))"
    if (table, column) in [("reports", "published"), ("events", "date"), ("events", "day"), ("pairs", "day"), ("parties", "day"),
                           ("happening_counts", "day")]:
        return f"date({column}, {days})"
    return column


# Whose row it is, where that is not told by `report`: rows of the first reports have small numbers, copies large ones.
KEYS = {"reports": "id", "mentions": "actor", "offices": "actor", "claim_sources": "claim", "participants": "event",
        "casualties": "event", "event_claims": "event", "claim_events": "claim", "claim_claims": "claim",
        "factuality": "event", "edges": "max(source, target)", "happenings": "id", "happening_events": "event",
        "origins": "event", "happening_counts": "happening", "pairs": "event", "parties": "event"}
# Tables whose rows are not in the order of the copies are written sorted, so that the file is filled from front to back.
ORDER = {"postings": "1, 2", "tallies": "1, 2, 3", "pairs": "1, 2, 3, 4", "parties": "1, 2 DESC, 3, 4"}


class Copier:
    """Puts copies of the first reports beside them. A crash leaves a broken file: nothing is journalled."""

    def __init__(self, file, families):
        self.families = families
        self.db = sqlite3.connect(file, isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -1000000", "foreign_keys = OFF"):
            self.db.execute("PRAGMA " + pragma)

    def put(self, first, last):
        """Copies number `first` to `last`; indexes, the word index and the counts of actors are made anew."""
        dropped = self.db.execute("SELECT type, name, sql FROM sqlite_master WHERE type = 'trigger' OR type = 'index' "
                                  "AND sql IS NOT NULL").fetchall()
        for kind, name, _ in dropped:
            self.db.execute(f"DROP {kind} {name}")
        self.db.execute("CREATE TEMP TABLE copies (k INTEGER PRIMARY KEY, salt INTEGER)")
        self.db.executemany("INSERT INTO temp.copies VALUES (?, ?)",
                            [(k, (k * 0x9E3779B97F4A7C15) & 0x7FFFFFFFFFFFFFFF) for k in range(first, last + 1)])
        for table in COPIED:
            self.copy(table)
        self.db.execute("DROP TABLE temp.copies")
        self.db.execute("DELETE FROM actor_counts")
        self.db.execute("INSERT INTO actor_counts SELECT identity, country, max(kind), max(name), count(*), sum(acts), "
                        "sum(receives), sum(says) FROM tallies GROUP BY identity, country")
        for _, _, sql in dropped:
            self.db.execute(sql)
        self.db.execute("UPDATE happening_numbers SET last = (SELECT max(id) FROM happenings)")
        self.db.execute("UPDATE totals SET reports = (SELECT count(*) FROM reports WHERE status = 'live'), "
                        "events = (SELECT count(*) FROM events), happenings = (SELECT count(*) FROM happening_counts)")
        self.db.execute("DELETE FROM pair_counts")
        self.db.execute("INSERT INTO pair_counts SELECT min(source, target), max(source, target), count(DISTINCT event) "
                        "FROM pairs WHERE source <> target GROUP BY 1, 2")
        self.db.execute("INSERT INTO reports_words (reports_words) VALUES ('rebuild')")

    def copy(self, table):
        """One table; only rows of the first reports are copied, none of copies."""
        columns = [row[1] for row in self.db.execute(f"PRAGMA table_info({table})")]
        self.db.execute(f"CREATE TEMP TABLE base AS SELECT * FROM {table} WHERE {KEYS.get(table, 'report')} < {STEP}")
        values = ", ".join(moved(table, column, self.families) for column in columns)
        self.db.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM temp.copies CROSS JOIN temp.base "
                        f"ORDER BY {ORDER.get(table, 'k')}")
        self.db.execute("DROP TABLE temp.base")

    def close(self):
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.close()


def copied(file, families, first, last):
    start = time.monotonic()
    copier = Copier(file, families)
    copier.put(first, last)
    copier.close()
    print(f"copies {first} to {last} by SQL in {time.monotonic() - start:.0f} s", flush=True)
def size(file):
    """Megabytes of the file, and what it holds."""
    db = sqlite3.connect(file)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    counts = {t: db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("reports", "events", "happenings")}
    record, text = db.execute("SELECT avg(length(record)), avg(length(text)) FROM (SELECT * FROM reports LIMIT 500)").fetchone()
    db.close()
    return {"mb": round(file.stat().st_size / 1e6), "record": round(record), "text": round(text), **counts}


def parts(file):
    """Megabytes of the largest tables and indexes."""
    tool = subprocess.run(["sqlite3", f"file:{file}?mode=ro",
                           "SELECT name, sum(pgsize) / 1e6 FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 8"],
                          capture_output=True, text=True, check=False)
    return [line.split("|") for line in tool.stdout.splitlines()]


TIMED = 400  # reports that are entered at each size, to time them


def measure(args):
    file = args.file
    for path in file.parent.glob(file.name + "*"):
        path.unlink()
    file.parent.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    entered = [run("fill", file, 0, 250)[0]]                            # a thousand events
    sizes = [size(file)]
    times = [run("fill", file, entered[0]["families"], TIMED)[0]]
    families = entered[0]["families"] + times[0]["families"]
    entered += [times[0], run("fill", file, families, max(0, args.entered - 250 - TIMED))[0]]
    families += entered[-1]["families"]
    base, done = sum(part["events"] for part in entered), 0
    for events in (args.events // 10, args.events):
        copies = max(done, events // base - 1)
        copied(file, families, done + 1, copies)
        done = copies
        sizes.append(size(file))
        times.append(run("fill", file, families * (copies + 1) + 100, TIMED)[0])
    questions = run("ask", file, families * (done + 1), args.rounds)
    return {"entered": entered, "copies": done, "sizes": sizes, "times": times, "questions": questions, "parts": parts(file),
            "minutes": (time.monotonic() - begun) / 60}


def page(found):
    sizes, times, last = found["sizes"], found["times"], found["sizes"][-1]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    entering = "\n".join(f"| {s['events']:,} | {s['reports']:,} | {t['last']['mean']:.1f} | {t['last']['p50']:.1f} | "
                         f"{t['last']['p95']:.1f} | {1000 / t['last']['mean']:.0f} |" for s, t in zip(sizes, times))
    rows = "\n".join(f"| {q['question']} | {q['p50']:.1f} | {q['p95']:.1f} | {q['max']:.1f} | {q['rows'] / q['n']:.0f} |"
                     for q in found["questions"])
    largest = ", ".join(f"`{name}` {float(mb):,.0f}" for name, mb in found["parts"])
    missed = [q["question"] for q in found["questions"] if q["p95"] > GOAL]
    return f"""# The ledger at a million events

{datetime.date.today()}, commit {commit}, {machine()}. `make bench-ledger`, {found['minutes']:.0f} minutes.

Synthetic families (`LedgerBenchmark`): a wire of four events, up to five copies of it, a rival's own report; names, words
and countries as often as Zipf's law has it. {sum(e['reports'] for e in found['entered']):,} reports were entered in the ordinary
way. {found['copies']} copies of their rows were put beside them by SQL, with ids, days and posting keys moved on: their texts
repeat, so that words and names are as frequent as in a real ledger of this size, but no copy is a relay of another. Records are
filled up to ten times the length of the text, as real ones are ({last['record']:,} bytes to {last['text']:,} of text). Real
reports of that length hold one or two events, not four: a million events of theirs are about three times as many reports.

## Size

{last['reports']:,} reports, {last['events']:,} events, {last['happenings']:,} happenings: {last['mb']:,} MB,
{last['mb'] * 1e6 / last['reports'] / 1000:.1f} kB a report. The largest parts, in MB: {largest or 'not measured'}.

## Entering: what report N + 1 costs

The ledger's own entry: one transaction a report with relays, happenings, origins and counts, synchronous; {times[0]['last']['n']}
reports at each size. Reading the text is not in it.

| events in the ledger | reports | ms a report, mean | p50 | p95 | reports/s |
|---:|---:|---:|---:|---:|---:|
{entering}

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
    parser.add_argument("--entered", type=int, default=3000, help="reports that are entered in the ordinary way")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--file", type=Path, default=ROOT / "Benchmarks/work/ledger.sqlite")
    parser.add_argument("--write", action="store_true", help="write Benchmarks/ledger.md")
    args = parser.parse_args()
    found = measure(args)
    args.file.with_suffix(".json").write_text(json.dumps(found, indent=1))
    text = page(found)
    print(text)
    if args.write:
        (ROOT / "Benchmarks/ledger.md").write_text(text)


if __name__ == "__main__":
    main()
