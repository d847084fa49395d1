#!/usr/bin/env python3
"""Measures the verdicts of `rapporteur validate` on IPTC's ninjs suites, and that wires and archives end in words.

usage: wires.py [--data DIR] [--binary FILE] [--failures]

DIR holds ingest/ninjs.tar.gz, newsml-g2-examples.tar.gz and warc-samples.tar.gz. A suite's files must be found valid
(should_pass) or not (should_fail); suites 1.x are counted apart, since a file of 1.0 is held against 1.6 here. Every
NewsML-G2 listing and every web archive, broken ones too, must end without a crash. Python standard library only.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", default=os.environ.get("RAPPORTEUR_DATA", str(ROOT.parent / "shared" / "data")))
    parser.add_argument("--binary", default=str(ROOT / ".build" / "release" / "rapporteur"))
    parser.add_argument("--failures", action="store_true", help="list the wrong verdicts")
    arguments = parser.parse_args()
    figures, failures = measure(arguments.binary, arguments.data)
    if arguments.failures:
        print("\n".join(failures), file=sys.stderr)
    print(json.dumps(figures))


def measure(binary, data):
    """({"ninjs_2_and_3": {"right", "n"}, "ninjs_1": {…}, "files", "articles", "crashes"}, failures in words)."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("ninjs", "newsml-g2-examples", "warc-samples"):
            with tarfile.open(pathlib.Path(data) / "ingest" / f"{name}.tar.gz") as tar:
                tar.extractall(folder, filter="data")
        figures, failures = verdicts(binary, pathlib.Path(folder))
        figures.update(extracted(binary, pathlib.Path(folder), failures))
    return figures, failures


def verdicts(binary, folder):
    files = sorted(path for path in folder.rglob("*.json") if path.parent.name in ("should_pass", "should_fail"))
    run = subprocess.run([binary, "validate", "--output", "jsonl"] + list(map(str, files)), capture_output=True, check=False)
    found = {line["file"]: line for line in map(json.loads, run.stdout.splitlines())}
    figures = {"ninjs_2_and_3": {"right": 0, "n": 0}, "ninjs_1": {"right": 0, "n": 0}}
    failures = []
    for path in files:
        part = figures["ninjs_1" if path.parent.parent.name.startswith("1.") else "ninjs_2_and_3"]
        part["n"] += 1
        if found.get(str(path), {}).get("valid") == (path.parent.name == "should_pass"):
            part["right"] += 1
        else:
            failures.append(f"{path.relative_to(folder)}: {found.get(str(path))}")
    return figures, failures


def extracted(binary, folder, failures):
    files = sorted(path for path in folder.rglob("*") if ".warc" in path.name or path.parent.name == "examples" and path.suffix == ".xml")
    figures = {"files": len(files), "articles": 0, "crashes": 0}
    for path in files:
        run = subprocess.run([binary, "extract", str(path)], capture_output=True, check=False, timeout=60)
        figures["articles"] += len(run.stdout.splitlines())
        if run.returncode not in (0, 1, 2) or not (run.stdout or run.stderr):
            figures["crashes"] += 1
            failures.append(f"{path.name}: ended with {run.returncode}")
    return figures


if __name__ == "__main__":
    main()
