"""Kills `rapporteur ingest` at random points and looks at what is left.

    python3 Evaluation/trust.py [--rounds 200] [--binary .build/release/rapporteur]

Each round runs ingest over the same reports into the same ledger and ends it with SIGKILL after a random share (seeded)
of the time that an undisturbed run takes on this machine; that time is measured first.
After each round every report that was acknowledged must be in the ledger, once, and `check` must find no fault. When
all reports are in, the round begins with a new ledger; a run that never fills one proves nothing and fails.
"""

import argparse
import json
import random
import signal
import subprocess
import tempfile
import time
from pathlib import Path

REPORTS = 24


def sentence(number):
    names = ["Ilse Marran", "Odo Bekele", "Sim Dekker", "Una Brisk", "Teo Lamm"]
    cities = ["Valletta", "Riga", "Tunis", "Oslo"]
    a, b = names[number % 5], names[(number * 2 + 1) % 5]
    return (f"{a} met {b} in {cities[number % 4]} on Monday, two officials said. The talks were the "
            f"{number + 2}th of their kind. {b} denied that money had been discussed.")


def acknowledged(words):
    return {line.split(" ")[1].rstrip(":") for line in words.splitlines() if line.split(" ")[0] in ("stored", "copy")}


def undisturbed(binary, folder, source):
    """Seconds of a whole run: the longer of two."""
    times = []
    for number in range(2):
        start = time.monotonic()
        subprocess.run([binary, "ingest", "--ledger", str(Path(folder, f"whole-{number}.sqlite")), str(source)], check=True,
                       capture_output=True)
        times.append(time.monotonic() - start)
    return max(times)


def rows(binary, ledger):
    out = subprocess.run([binary, "outcomes", "--ledger", ledger, "--json"], capture_output=True, text=True)
    return [json.loads(line) for line in out.stdout.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200, help="how many runs are to be killed")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--binary", default=".build/release/rapporteur")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    lost = twice = faults = killed = ledgers = runs = 0
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "reports.jsonl")
        source.write_text("".join(json.dumps({"id": f"r{n}", "published": "2031-03-05", "outlet": f"Outlet {n}",
                                              "text": sentence(n)}) + "\n" for n in range(REPORTS)))
        ledger, known = Path(folder, "0.sqlite"), set()
        whole = undisturbed(args.binary, folder, source)
        while killed < args.rounds:
            runs += 1
            # Words go to a file, so that no pipe is left full when the process dies.
            with open(Path(folder, "words"), "w+") as words:
                run = subprocess.Popen([args.binary, "ingest", "--ledger", str(ledger), str(source)], stderr=words,
                                       stdout=subprocess.DEVNULL)
                time.sleep(rng.uniform(0, whole))
                if run.poll() is None:
                    run.send_signal(signal.SIGKILL)
                    killed += 1
                run.wait()
                words.seek(0)
                known |= acknowledged(words.read())
            if not ledger.exists():
                continue
            stored = [r["key"] for r in rows(args.binary, str(ledger)) if r["outcome"] in ("stored", "copy")]
            lost += len(known - set(stored))
            twice += len(stored) - len(set(stored))
            check = subprocess.run([args.binary, "check", "--ledger", str(ledger)], capture_output=True, text=True)
            if check.returncode != 0:
                faults += 1
                print(check.stdout, check.stderr)
            if len(set(stored)) == REPORTS:
                ledgers += 1
                ledger, known = Path(folder, f"{ledgers}.sqlite"), set()
    print(f"{runs} runs, {killed} killed, {ledgers} ledgers filled: {lost} acknowledged reports lost, "
          f"{twice} entered twice, {faults} ledgers with faults")
    if not ledgers:
        print("no ledger was ever filled: nothing is proven")
    raise SystemExit(1 if lost or twice or faults or not ledgers else 0)


if __name__ == "__main__":
    main()
