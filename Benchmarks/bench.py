#!/usr/bin/env python3
"""Runs all benchmarks and writes Benchmarks/results.md; peers run in turn with the reader, on the same machine.

python3 Benchmarks/bench.py [--reader PATH] [--conllu FILE] [--without-peers]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from machine import machine

BENCHMARKS = Path(__file__).resolve().parent
ROOT = BENCHMARKS.parent
RELEASE = ROOT / ".build/release"
MODEL = ROOT / "Sources/RapporteurEncoder/Resources/Model"
PYTHON = BENCHMARKS / "work/venv/bin/python"
PEERS = BENCHMARKS / "peers"
CORES = os.cpu_count()
# Multiply-adds of the six layers for a word piece, without attention's own products.
MULTIPLY_ADDS = 6 * (4 * 384 * 384 + 2 * 384 * 1536)


def own_texts():
    """The reports of our own writing: the train and dev parts of Gold/, and Samples/."""
    gold = [p.read_text(encoding="utf-8") for part in ("train", "dev") for p in sorted((ROOT / "Gold" / part).glob("*.txt"))]
    texts = [g.split("--- text\n", 1)[1].split("\n--- annotation", 1)[0].strip() for g in gold]
    return texts + [p.read_text(encoding="utf-8").strip() for p in sorted((ROOT / "Samples").glob("*.txt"))]


def write_reports(texts, count, path):
    """`count` reports as JSON Lines; each goes round the texts and is unlike its neighbours. Returns their words."""
    words = 0
    with open(path, "w", encoding="utf-8") as out:
        for n in range(count):
            text = texts[n % len(texts)]
            words += len(text.split())
            out.write(json.dumps({"id": str(n), "text": text, "published": "2031-03-06"}) + "\n")
    return words


def timed(command, stdin=None, pinned=None):
    """(seconds, resident MB) of a command; `pinned` holds it to one core."""
    prefix = ["taskset", "-c", str(pinned)] if pinned is not None else []
    start = time.perf_counter()
    with open(stdin or os.devnull, "rb") as given:
        process = subprocess.Popen(prefix + command, stdin=given, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} ended with {status}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def best(runs, *arguments, **named):
    """The quickest of several runs: on a shared machine the best is what the program can do."""
    return min(timed(*arguments, **named) for _ in range(runs))


def output_of(command):
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True).stdout


def batches(reader, texts, folder):
    rows = []
    for count in (1, 10, 100, 1000):
        path = f"{folder}/{count}.jsonl"
        words = write_reports(texts, count, path)
        seconds, memory = best(3, [reader, "read", "--input", "jsonl", "--output", "jsonl"], stdin=path)
        rows.append(f"| {count} | {words:,} | {seconds:.2f} | {words / seconds:,.0f} | {memory:.0f} |")
    long = "\n\n".join((texts * (1 + 1_000_000 // sum(map(len, texts)))))[:1_000_000]
    Path(f"{folder}/long.txt").write_text(long, encoding="utf-8")
    seconds, memory = best(3, [reader, "read", "--output", "json", f"{folder}/long.txt"])
    words = len(long.split())
    rows.append(f"| 1 of 1 MB | {words:,} | {seconds:.2f} | {words / seconds:,.0f} | {memory:.0f} |")
    return ["## Text to record", "", f"`read --output jsonl`, {CORES} cores, start included; best of 3.", "",
            "| reports | words | seconds | words/s | resident MB |", "|---:|---:|---:|---:|---:|", *rows, ""]


def one_report(reader, texts, folder):
    text = " ".join(" ".join(texts).split()[:500])
    Path(f"{folder}/one.txt").write_text(text, encoding="utf-8")
    cold, memory = best(10, [reader, "read", "--output", "json", f"{folder}/one.txt"])
    many = f"{folder}/same.jsonl"
    write_reports([text], 21, many)
    command = [reader, "read", "--input", "jsonl", "--output", "jsonl"]
    one = f"{folder}/single.jsonl"
    write_reports([text], 1, one)
    warm = (best(5, command, stdin=many, pinned=0)[0] - best(5, command, stdin=one, pinned=0)[0]) / 20
    return ["## One report of 500 words", "", f"From start to record {cold:.2f} s (goal 0.4), {memory:.0f} MB; "
            f"each further one {warm:.3f} s on one core (goal 0.15).", ""]


def stages(folder):
    lines = output_of([RELEASE / "ReaderBenchmark", f"{folder}/100.jsonl", 3]).strip().splitlines()
    shares = [line.rsplit(" ", 1) for line in lines[1:]]
    rest = sum(float(share) for name, share in shares if name != "model")
    return ["## Where the time goes", "", f"`ReaderBenchmark`, one thread, 100 reports: {lines[0].split()[-1]} words/s. All but the "
            f"model takes {rest:.0f} % (goal: at most a third).", "", "| stage | % |", "|---|---:|",
            *(f"| {name} | {share} |" for name, share in shares), ""]


def hot_paths():
    """The median of each hot path, from the benchmark package."""
    shown = output_of(["swift", "package", "--package-path", BENCHMARKS / "HotPaths", "--disable-sandbox", "benchmark",
                       "--format", "markdown", "--no-progress"])
    rows, name = [], None
    for line in shown.splitlines():
        if line.startswith("### "):
            name = line[4:].strip()
        elif line.startswith("| Time (wall clock)"):
            unit = line[line.index("(", 18) + 1:].split(")")[0]
            rows.append(f"| {name} | {line.split('|')[4].strip()} {unit} |")
    return ["## Hot paths", "", "The benchmark package, one report of about 460 words, median.", "",
            "| path | time |", "|---|---:|", *rows, ""]


def reader_beside_spacy(reader, folder):
    path = f"{folder}/1000.jsonl"
    words = sum(len(json.loads(line)["text"].split()) for line in open(path, encoding="utf-8"))
    ours = theirs = float("inf")
    ways = [(1, 64), (CORES, 64), (CORES, 250)]
    settings = None
    for _ in range(2):
        ours = min(ours, timed([reader, "read", "--input", "jsonl", "--output", "jsonl"], stdin=path)[0])
        for processes, batch in ways:
            seconds = float(output_of([PYTHON, PEERS / "spacy_pipe.py", path, processes, batch]))
            if seconds < theirs:
                theirs, settings = seconds, f"{processes} processes, batches of {batch}"
    return ["## Beside spaCy's small English model", "", f"1,000 reports, {words:,} words, {CORES} cores, in turn, best of 2 rounds. spaCy without "
            f"its start and load, at its best setting ({settings}); ours with them.", "",
            "| | words/s |", "|---|---:|", f"| text to record, ours | {words / ours:,.0f} |",
            f"| spaCy 3.8, en_core_web_sm, parse and names | {words / theirs:,.0f} |",
            f"| ratio (goal 2) | {theirs / ours:.2f} |", ""]


def rates(threads, lengths, seconds):
    command = [RELEASE / "EncoderBenchmark", "rate", MODEL, "--threads", threads, "--seconds", seconds, "--lengths", ",".join(map(str, lengths))]
    return {int(n): (float(layers), float(whole)) for n, layers, whole in map(str.split, output_of(command).strip().splitlines())}


def encoder_beside_onnxruntime():
    lengths, rows, ratios = (32, 64, 128, 256, 384), [], []
    for threads in (1, CORES):
        ours, theirs = {}, {}
        for _ in range(3):
            for n, found in rates(threads, lengths, 0.8).items():
                ours[n] = max(ours.get(n, (0, 0)), found)
            lines = output_of([PYTHON, PEERS / "encoder_onnxruntime.py", MODEL, threads, 1, *lengths])
            for n, found in map(str.split, lines.strip().splitlines()):
                theirs[int(n)] = max(theirs.get(int(n), 0), float(found))
        for n in lengths:
            ratios.append(ours[n][0] / theirs[n])
            rows.append(f"| {threads} | {n} | {ours[n][0]:,.0f} | {ours[n][1]:,.0f} | {theirs[n]:,.0f} | {ratios[-1]:.2f} |")
    return ["## Encoder beside ONNX Runtime", "", "Pieces a second; the same weights in int8, ONNX Runtime with its fused operators at its best batch and "
            "threading, in turn, best of 3 rounds. The goal is a ratio of 1.3.", "",
            "| threads | pieces in a window | ours, layers | ours, with all heads | ONNX Runtime, layers | ratio of layers |",
            "|---:|---:|---:|---:|---:|---:|", *rows, ""]


def roofline():
    peak, name = output_of([RELEASE / "EncoderBenchmark", "peak"]).strip().split(" ", 1)
    peak = float(peak)
    if not peak:
        return []
    rows = [f"| {n} | {layers:,.0f} | {100 * layers * MULTIPLY_ADDS / peak:.0f} |" for n, (layers, _) in rates(1, (64, 128, 256), 1).items()]
    return ["## Roofline", "", f"One core does {peak:.2e} int8 multiply-adds a second on registers alone ({name}); the layers' maps need "
            f"{MULTIPLY_ADDS:,} for a piece. Attention, norms and rounding are the rest of the time.", "",
            "| pieces in a window | pieces/s | % of the peak |", "|---:|---:|---:|", *rows, ""]


def int8_loss(conllu):
    lines = output_of([RELEASE / "EncoderBenchmark", "score", MODEL, conllu]).strip().splitlines()
    rows = []
    for line in lines:
        cells = line.split()
        rows.append(f"| {'float' if cells[0] == 'float' else 'int8, ' + cells[0]} | {cells[2]} | {cells[4]} | {cells[6]} |")
    return ["## What int8 costs", "", f"`{Path(conllu).name}`, gold words, windows of at most 256 pieces, relations with subtypes (goal: at most 0.2 points).", "",
            "| | UPOS | UAS | LAS |", "|---|---:|---:|---:|", *rows, ""]


def heading():
    commit = output_of(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"]).strip()
    return ["# Benchmark results", "", f"{date.today()}, commit {commit}, {machine()}. `make bench`.", "",
            "The same on a processor of another generation: `results-zen5.md`.", "",
            "Reports are of our own writing (`Gold/train`, `Gold/dev`, `Samples`), repeated where more are needed.", ""]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--reader", default=str(RELEASE / "rapporteur"))
    parser.add_argument("--conllu", default=os.environ.get("RAPPORTEUR_DATA", "../shared/data") + "/ud/ewt-dev.conllu")
    parser.add_argument("--without-peers", action="store_true")
    options = parser.parse_args()
    texts = own_texts()
    with tempfile.TemporaryDirectory() as folder:
        page = heading() + batches(options.reader, texts, folder) + one_report(options.reader, texts, folder) + stages(folder) + hot_paths()
        if not options.without_peers:
            page += reader_beside_spacy(options.reader, folder) + encoder_beside_onnxruntime()
        page += roofline()
    if Path(options.conllu).is_file():
        page += int8_loss(options.conllu)
    else:
        print(f"{options.conllu}: no such file; what int8 costs is not measured (set RAPPORTEUR_DATA)", file=sys.stderr)
    (BENCHMARKS / "results.md").write_text("\n".join(page).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
