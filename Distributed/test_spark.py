"""Shows that a cluster of two workers gives the records that one machine gives: `make test-spark`.

Reports of our own writing in each of the three formats; the records must be the same bytes. A broken line must come back as
a complaint, and both workers must have worked.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(Path(__file__).parent))
os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
os.environ["PYTHONPATH"] = str(Path(__file__).parent)
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")

import read_reports  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402


def make_inputs(folder):
    """The three inputs: JSON Lines with a broken line, text files, a web archive."""
    lines = (ROOT / "Gold/relays/dev.jsonl").read_text().splitlines()
    jsonl, broken = folder / "reports.jsonl", folder / "broken.jsonl"
    jsonl.write_text("\n".join(lines) + "\n")
    broken.write_text("\n".join(lines[:3] + ['{"id": "torn", "te']) + "\n")
    texts = folder / "texts"
    texts.mkdir()
    for path in sorted((ROOT / "Samples").glob("*.txt")):
        (texts / path.name).write_bytes(path.read_bytes())
    archives = folder / "archives"
    archives.mkdir()
    pages = sorted((ROOT / "Samples/pages").glob("*.html"))
    for name, part in [("a.warc", pages[::2]), ("b.warc", pages[1::2])]:
        (archives / name).write_bytes(b"".join(map(archived, part)))
    return jsonl, broken, texts, archives


def archived(page):
    """One response record of a web archive."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.read_bytes()
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://pages.example/{page.name}\r\n"
            f"WARC-Date: 2031-03-06T00:00:00Z\r\nWARC-Record-ID: <urn:x:{page.stem}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n")
    return head.encode() + body + b"\r\n\r\n"


def alone(binary, form, files):
    """What one machine gives. Files are named as the job names them."""
    out = subprocess.run([binary, "read", "--input", form, "--output", "jsonl", *[p.name for p in files]],
                         cwd=files[0].parent, capture_output=True, text=True)
    return sorted(out.stdout.splitlines())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", required=True)
    parser.add_argument("--binary", required=True)
    args = parser.parse_args()
    binary, faults = str(Path(args.binary).resolve()), []
    spark = (SparkSession.builder.master("local-cluster[2,1,1024]").appName("test-spark")
             .config("spark.executor.memory", "512m").config("spark.ui.enabled", "false")
             .config("spark.ui.showConsoleProgress", "false").getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    spark.sparkContext.addArchive(f"{args.engine}#{read_reports.ENGINE}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        jsonl, broken, texts, archives = make_inputs(folder)
        for form, source, files in [("jsonl", jsonl, [jsonl]), ("text", f"{texts}/*.txt", sorted(texts.iterdir())),
                                    ("warc", f"{archives}/*.warc", sorted(archives.iterdir()))]:
            table = folder / f"{form}.parquet"
            read_reports.records(spark, [str(source)], form, 4).write.parquet(str(table))
            rows = spark.read.parquet(str(table)).collect()
            expected = alone(binary, form, files)
            same = sorted(row.record for row in rows if row.record) == expected and len(expected) > 1
            print(f"{form}: {len(rows)} rows on two workers, {len(expected)} records on one machine:"
                  f" {'the same bytes' if same else 'DIFFERENT'}")
            faults += [] if same else [form]
        rows = read_reports.records(spark, [str(broken)], "jsonl", 2).collect()
        complaints = [row.failure for row in rows if row.failure]
        print(f"a torn line: {len(rows) - len(complaints)} records, complaint: {complaints}")
        faults += [] if len(rows) == 4 and len(complaints) == 1 else ["torn line"]
        homes = spark.sparkContext.parallelize(range(16), 16).map(lambda _: os.getcwd()).distinct().collect()
        print(f"workers that worked: {len(homes)}")
        faults += [] if len(homes) == 2 else ["workers"]
    spark.stop()
    if faults:
        sys.exit(f"test-spark: {', '.join(faults)}")


if __name__ == "__main__":
    main()
