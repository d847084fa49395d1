"""Fills a ledger with synthetic events, starts the desk on it, loads it from this process, and writes Benchmarks/desk.md.

    python3 Benchmarks/desk.py [--events 1000000] [--rounds 60] [--clients 2] [--keep] [--write]

The ledger is made by Benchmarks/ledger.py (`--keep` asks one that is there). Each kind of page is asked `rounds` times by each
client, with common and rare names, words and pairs; a page is timed from the request to its last byte.
"""

import argparse
import datetime
import http.client
import random
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.parse
from pathlib import Path

from machine import machine

ROOT = Path(__file__).resolve().parent.parent
DESK = ROOT / ".build/release/rapporteur-desk"
GOAL = {"p95": 100, "resident": 300, "first": 60_000, "start": 0.5}

# What ledger.py's copies leave out: the counts that the desk keeps.
RECOUNT = """
UPDATE happening_counts SET reported = coalesce((SELECT max(r.day) FROM happening_events h JOIN events e ON e.id = h.event
  JOIN reports r ON r.id = e.report WHERE h.happening = happening_counts.happening AND r.status = 'live'), '');
DELETE FROM pair_counts;
INSERT INTO pair_counts SELECT min(source, target), max(source, target), count(DISTINCT event) FROM pairs
  WHERE source <> target GROUP BY 1, 2;
DELETE FROM pair_weeks;
INSERT OR IGNORE INTO stale_weeks SELECT date(day, 'weekday 0', '-6 days'), min(source, target), max(source, target) FROM pairs
  WHERE source <> target AND date(day) = day;
UPDATE totals SET reports = (SELECT count(*) FROM reports WHERE status = 'live'), events = (SELECT count(*) FROM events),
  happenings = (SELECT count(*) FROM happening_counts);
"""


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def fetch(port, path):
    """Status, bytes and milliseconds."""
    begin = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, len(body), (time.perf_counter() - begin) * 1000


def zipf(dice, rows):
    """One of the rows; the first ones come often."""
    return rows[min(len(rows) - 1, int(2 ** (dice.random() * (len(rows) + 1).bit_length())) - 1)]


class Asked:
    """Addresses of each kind of page, drawn from what the ledger holds."""

    def __init__(self, file):
        db = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        rows = lambda sql: [r for r in db.execute(sql)]
        self.actors = [r[0] for r in rows("SELECT identity FROM actor_counts GROUP BY 1 ORDER BY sum(reports) DESC LIMIT 5000")]
        self.pairs = rows("SELECT a, b FROM pair_counts ORDER BY events DESC LIMIT 2000")
        top = db.execute("SELECT max(id) FROM reports").fetchone()[0]
        dice = random.Random(5)
        self.reports = [db.execute("SELECT stable_id FROM reports WHERE id >= ? ORDER BY id LIMIT 1", [dice.randrange(top)]).fetchone()[0]
                        for _ in range(400)]
        self.happenings = [r[0] for r in rows("SELECT happening FROM happening_counts ORDER BY reports DESC LIMIT 200")]
        self.happenings += [r[0] for r in rows("SELECT happening FROM happening_counts ORDER BY reported DESC LIMIT 400")]
        self.words = [w for (text,) in rows("SELECT text FROM reports ORDER BY id LIMIT 40") for w in text.split() if w.isalpha()]
        self.weeks = [r[0] for r in rows("SELECT DISTINCT week FROM pair_weeks ORDER BY week DESC LIMIT 60")]
        self.days = rows("SELECT min(day), max(day) FROM events")[0]
        self.countries = [r[0] for r in rows("SELECT DISTINCT place_country FROM events LIMIT 40") if r[0]]
        self.types = ["ASSAULT", "CONSULT", "AID", "PROTEST", "ACCUSE", "SANCTION"]
        db.close()

    def kinds(self):
        of = lambda path, **query: path + "?" + urllib.parse.urlencode(query)
        report = lambda d: d.choice(self.reports)
        return {
            "today": lambda d: "/",
            "today, further": lambda d: of("/today", after=f"{self.days[0]}.{d.randrange(1, 10**9)}"),
            "happening": lambda d: f"/happening/{d.choice(self.happenings)}",
            "report": lambda d: "/report/" + report(d),
            "beside": lambda d: of("/beside", a=report(d), b=report(d)),
            "why": lambda d: of("/why", report=report(d), event="e1"),
            "recode": lambda d: of("/recode", report=report(d), event="e1"),
            "actors": lambda d: "/actor",
            "actors by name": lambda d: of("/actor", id=zipf(d, self.actors)[7:10]),
            "actor": lambda d: of("/actor", id=zipf(d, self.actors)),
            "actor on a topic": lambda d: of("/actor", id=zipf(d, self.actors), topic=d.choice(self.words)),
            "dyads": lambda d: "/dyad",
            "dyad": lambda d: of("/dyad", **dict(zip("ab", zipf(d, self.pairs)))),
            "dyad of actors": lambda d: of("/dyad", a=zipf(d, self.actors), b=zipf(d, self.actors)),
            "movers": lambda d: of("/movers", week=d.choice(self.weeks)),
            "all events": lambda d: "/search",
            "search: words": lambda d: of("/search", q=d.choice(self.words)),
            "search: type, country": lambda d: of("/search", type=d.choice(self.types), country=d.choice(self.countries)),
            "search: actor": lambda d: of("/search", actor=d.choice(self.countries)),
            "search: feed": lambda d: of("/search.atom", type=d.choice(self.types)),
            "map": lambda d: "/map",
            "map of a type": lambda d: of("/map", type=d.choice(self.types)),
            "history": lambda d: "/history",
        }


def resident(pid):
    """Megabytes: now and at most."""
    lines = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines() if ":" in line)
    return tuple(int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))


def load(port, kind, draw, rounds, clients):
    """Asks one kind of page; milliseconds and bytes of all answers."""
    found, faults = [], []

    def client(number):
        dice = random.Random(f"{kind}{number}")
        for _ in range(rounds):
            path = draw(dice)
            status, size, taken = fetch(port, path)
            (found if status == 200 else faults).append((taken, size, path, status))

    threads = [threading.Thread(target=client, args=(n,)) for n in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        sys.exit(f"{kind}: {faults[0][3]} for {faults[0][2]}")
    return sorted(found)


def quantile(sorted_values, share):
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * share))]


def open_once(command):
    """Starts the desk and ends it when it listens."""
    once = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    once.stdout.readline()
    once.terminate()
    once.wait()


def read_through(file):
    """Reads the file once, so that it lies in memory as it does after ingest, whatever ran on the machine in between."""
    with open(file, "rb") as source:
        while source.read(1 << 24):
            pass


def measure(args):
    if not args.keep:
        subprocess.run([sys.executable, ROOT / "Benchmarks/ledger.py", "--events", str(args.events), "--rounds", "1", "--file", str(args.file)],
                       check=True, stdout=subprocess.DEVNULL)
    port = free_port()
    command = [DESK, "--ledger", str(args.file), "--port", str(port)]
    open_once(command)                                                  # brings the schema up to date
    db = sqlite3.connect(args.file)
    db.executescript(RECOUNT)
    counts = {t: db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("reports", "events", "happenings")}
    db.close()
    open_once(command)                                                  # counts what the script marked as stale
    read_through(args.file)
    begin = time.perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    running.stdout.readline()
    start = time.perf_counter() - begin
    try:
        rows = {}
        size = fetch(port, "/")[1]
        for kind, draw in Asked(args.file).kinds().items():
            rows[kind] = load(port, kind, draw, args.rounds, args.clients)
            taken = [row[0] for row in rows[kind]]
            print(f"{kind}: p50 {quantile(taken, 0.5):.1f} ms, p95 {quantile(taken, 0.95):.1f} ms, longest {taken[-1]:.1f} ms {rows[kind][-1][2]}", flush=True)
        memory = resident(running.pid)
    finally:
        running.terminate()
        running.wait()
    return {"counts": counts, "mb": args.file.stat().st_size / 1e6, "start": start, "first": size, "memory": memory, "rows": rows}


def page(found, args):
    counts = found["counts"]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    lines, missed = [], []
    for kind, rows in found["rows"].items():
        taken, sizes = [row[0] for row in rows], [row[1] for row in rows]
        p95 = quantile(taken, 0.95)
        if p95 > GOAL["p95"]:
            missed.append(kind)
        lines.append(f"| {kind} | {quantile(taken, 0.5):.1f} | {p95:.1f} | {taken[-1]:.1f} | {max(sizes) / 1000:.0f} |")
    table = "\n".join(lines)
    return f"""# The desk at {counts['events']:,} events

{datetime.date.today()}, commit {commit}, {machine()}. `make bench-desk`, {args.rounds} rounds.

A synthetic ledger (`Benchmarks/ledger.py`) of {counts['reports']:,} reports, {counts['events']:,} events and
{counts['happenings']:,} happenings, {found['mb']:,.0f} MB; one `rapporteur-desk`; {args.clients} clients in a second process, each asking
every kind of page {args.rounds} times, a connection each time, with common and rare names, words and pairs. The file
was read through once before, so that it lies in the system's memory.

| | found | goal |
|---|---:|---:|
| start, until it listens | {found['start']:.2f} s | {GOAL['start']} s |
| first page | {found['first'] / 1000:.1f} KB | 60 KB |
| resident after all pages | {found['memory'][0]:.0f} MB | 300 MB |
| resident at most | {found['memory'][1]:.0f} MB | 300 MB |
| p95 a page | {'all at most 100 ms' if not missed else 'missed by: ' + ', '.join(missed)} | 100 ms |

| page | p50 ms | p95 ms | longest ms | largest KB |
|---|---:|---:|---:|---:|
{table}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--clients", type=int, default=2)
    parser.add_argument("--file", type=Path, default=ROOT / "Benchmarks/work/desk.sqlite")
    parser.add_argument("--keep", action="store_true", help="ask the ledger that is there")
    parser.add_argument("--write", action="store_true", help="write Benchmarks/desk.md")
    args = parser.parse_args()
    text = page(measure(args), args)
    print(text)
    if args.write:
        (ROOT / "Benchmarks/desk.md").write_text(text)


if __name__ == "__main__":
    main()
