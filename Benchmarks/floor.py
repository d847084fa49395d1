#!/usr/bin/env python3
"""Holds two ratios against regressions: what is not the model takes at most a third of the time, and int8 is worth its kernels.

python3 Benchmarks/floor.py      exit 1 where a ratio is missed. Ratios, not times: the machine may be slow or busy.
"""

import sys
import tempfile

from bench import MODEL, RELEASE, output_of, own_texts, write_reports

MOST_REST = 100 / 3
LEAST_GAIN = 1.5


def rest_share():
    """The share of a reading that is not the model's, in points of 100."""
    with tempfile.TemporaryDirectory() as folder:
        write_reports(own_texts(), 24, f"{folder}/reports.jsonl")
        lines = output_of([RELEASE / "ReaderBenchmark", f"{folder}/reports.jsonl", 3]).strip().splitlines()
    return sum(float(share) for name, share in (line.rsplit(" ", 1) for line in lines[1:]) if name != "model")


def int8_gain():
    """How many times quicker the layers are in int8 than in float."""
    command = [RELEASE / "EncoderBenchmark", "rate", MODEL, "--seconds", 1, "--lengths", 128, "--kernels"]
    best, plain = (float(output_of(command + [k]).split()[1]) for k in ("best", "float"))
    return best / plain


def main():
    rest, gain = rest_share(), int8_gain()
    print(f"speed: {rest:.0f} % of a reading is not the model's (at most {MOST_REST:.0f}); int8 is {gain:.1f} times as quick as float (at least {LEAST_GAIN})")
    return 0 if rest <= MOST_REST and gain >= LEAST_GAIN else 1


if __name__ == "__main__":
    sys.exit(main())
