"""Breaks ledgers in the ways in which machines break them, and looks at what `rapporteur` says and leaves.

    python3 Evaluation/faults.py [--binary .build/release/rapporteur]

Each fault must end the command with 2 and with words that say what is wrong and what to do, and do no damage: afterwards
`check` holds, or the file is byte for byte as it was. The full disk is a tmpfs of its own (needs the right to mount), the
rights are tried as a user without any (as root through setpriv); what can't be tried here is listed as not tried.
"""

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from trust import sentence  # noqa: E402

NOBODY = 65534


class Bench:
    """A folder with reports, a whole ledger, and the results so far."""

    def __init__(self, binary, folder):
        self.binary, self.folder, self.failed, self.skipped = str(Path(binary).resolve()), folder, [], []
        self.reports = self.write("reports.jsonl", 0, 12)
        self.more = self.write("more.jsonl", 12, 36)
        self.whole = folder / "whole.sqlite"
        self.run("ingest", "--ledger", self.whole, self.reports)

    def write(self, name, first, count):
        path = self.folder / name
        path.write_text("".join(json.dumps({"id": f"r{n}", "published": "2031-03-05", "outlet": f"Outlet {n}",
                                            "text": sentence(n) + f" This was report {n}."}) + "\n"
                                for n in range(first, first + count)))
        return path

    def copy(self, name):
        path = self.folder / name
        shutil.copy(self.whole, path)
        return path

    def run(self, *words, by=None):
        command = ([] if by is None else ["setpriv", f"--reuid={by}", f"--regid={by}", "--clear-groups"])
        return subprocess.run([*command, self.binary, *map(str, words)], capture_output=True, text=True)

    def holds(self, ledger):
        return self.run("check", "--ledger", ledger).returncode == 0

    def judge(self, name, run, words, is_whole, status=2):
        said = (run.stderr.strip().splitlines() or [""])[-1]
        good = run.returncode == status and any(w in run.stderr for w in words) and is_whole
        print(f"{'ok    ' if good else 'FAILED'} {name}: exit {run.returncode}, {'whole' if is_whole else 'DAMAGED'}: {said}")
        if not good:
            self.failed.append(name)


def unreadable_files(bench):
    """What is no ledger, is left alone."""
    text = bench.folder / "notes.txt"
    text.write_text("my notes, not a database\n" * 200)
    foreign = bench.folder / "foreign.sqlite"
    with sqlite3.connect(foreign) as db:
        db.execute("CREATE TABLE mine (id)")
    folder = bench.folder / "folder.sqlite"
    folder.mkdir()
    for name, path, words in [("a text file", text, ["is no ledger"]), ("another program's database", foreign, ["is no ledger"]),
                              ("a folder", folder, ["is a folder"])]:
        before = path.read_bytes() if path.is_file() else None
        for command in (["ingest", "--ledger", path, bench.reports], ["search", "--ledger", path]):
            run = bench.run(*command)
            bench.judge(f"{name}, {command[0]}", run, words, before is None or path.read_bytes() == before)


def newer(bench):
    path = bench.copy("newer.sqlite")
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("INSERT INTO grdb_migrations VALUES ('9999-later')")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    before = path.read_bytes()
    bench.judge("a newer schema", bench.run("ingest", "--ledger", path, bench.reports), ["newer version"],
                path.read_bytes() == before)


def truncated(bench):
    """A cut ledger may open; then `check` must say so. Nothing is written to it in silence that can't be read again."""
    for share in (0.02, 0.3, 0.6, 0.95):
        path = bench.copy("cut.sqlite")
        whole = path.read_bytes()
        path.write_bytes(whole[:int(len(whole) * share)])
        bench.judge(f"cut off at {share:.0%}, check", bench.run("check", "--ledger", path),
                    ["is damaged", "faults", "is no ledger"], True)
    path = bench.copy("torn.sqlite")
    pages = bytearray(path.read_bytes())
    pages[4096 * 9:4096 * 12] = os.urandom(4096 * 3)
    path.write_bytes(pages)
    bench.judge("pages overwritten, check", bench.run("check", "--ledger", path), ["is damaged", "faults"], True)


def rights(bench):
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        bench.skipped.append("rights: setpriv is missing")
        return
    user = NOBODY if os.geteuid() == 0 else None
    os.chmod(bench.folder, 0o755)
    place = bench.folder / "locked"
    place.mkdir()
    path = place / "news.sqlite"
    shutil.copy(bench.whole, path)
    path.chmod(0o444)
    place.chmod(0o777)
    run = bench.run("ingest", "--ledger", path, bench.more, by=user)
    bench.judge("a read-only file", run, ["may not be written"], bench.holds(path))
    place.chmod(0o555)
    run = bench.run("ingest", "--ledger", path, bench.more, by=user)
    bench.judge("a read-only file in a read-only folder", run, ["may not be written"], True)
    run = bench.run("ingest", "--ledger", place / "new.sqlite", bench.more, by=user)
    bench.judge("a new ledger in a read-only folder", run, ["may not be written"], not (place / "new.sqlite").exists())
    run = bench.run("ingest", "--ledger", bench.folder / "nowhere" / "a.sqlite", bench.more)
    bench.judge("a folder that is not there", run, ["folder does not exist"], True)
    place.chmod(0o755)
    if not bench.holds(path):
        bench.failed.append("the read-only ledger")


def full_disk(bench):
    place = bench.folder / "small"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1200k", "tmpfs", place], capture_output=True).returncode:
        bench.skipped.append("a full disk: no right to mount")
        return
    try:
        path = place / "news.sqlite"
        run = bench.run("ingest", "--ledger", path, bench.reports, bench.more)
        stored = run.stderr.count("stored ") + run.stderr.count("copy ")
        kept = bench.run("outcomes", "--ledger", path, "--json").stdout.splitlines()
        held = [json.loads(line)["key"] for line in kept]
        bench.judge("a full disk", run, ["the disk is full"], True)
        (place / "room").unlink(missing_ok=True)
        subprocess.run(["mount", "-o", "remount,size=20m", place], check=True)
        again = bench.run("ingest", "--ledger", path, bench.reports, bench.more)
        bench.judge("the same with room made, 48 reports in", again, ["stored", "unchanged"],
                    bench.holds(path) and len(set(held)) >= min(stored, 1) or stored == 0, status=0)
    finally:
        subprocess.run(["umount", place], check=True)


def too_large(bench):
    """A limit on the size of files: what a quota does."""
    path = bench.folder / "limited.sqlite"
    command = f"trap '' XFSZ; ulimit -f 600; exec '{bench.binary}' ingest --ledger '{path}' '{bench.reports}' '{bench.more}'"
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    again = bench.run("ingest", "--ledger", path, bench.reports, bench.more)
    bench.judge("a limit on file size", run, ["could not be written", "the disk is full"], again.returncode == 0 and bench.holds(path))


def two_writers(bench):
    path = bench.folder / "two.sqlite"
    runs = [subprocess.Popen([bench.binary, "ingest", "--ledger", str(path), str(source)], stderr=subprocess.PIPE, text=True)
            for source in (bench.reports, bench.more)]
    statuses = [(r.communicate(), r.returncode)[1] for r in runs]
    rows = bench.run("outcomes", "--ledger", path, "--json").stdout.splitlines()
    good = statuses == [0, 0] and len(rows) == 48 and bench.holds(path)
    print(f"{'ok    ' if good else 'FAILED'} two writers: exits {statuses}, {len(rows)} of 48 reports")
    if not good:
        bench.failed.append("two writers")


def locked(bench):
    """A writer that never ends: the other gives up with words."""
    path = bench.copy("busy.sqlite")
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    run = bench.run("ingest", "--ledger", path, bench.more)
    db.execute("ROLLBACK")
    db.close()
    bench.judge("a writer that never ends", run, ["another program is writing"], bench.holds(path))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=".build/release/rapporteur")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(args.binary, Path(folder))
        for fault in (unreadable_files, newer, truncated, rights, full_disk, too_large, two_writers, locked):
            fault(bench)
    for name in bench.skipped:
        print("not tried:", name)
    sys.exit(f"{len(bench.failed)} faults without clear words or with damage" if bench.failed else 0)


if __name__ == "__main__":
    main()
