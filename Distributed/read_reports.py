"""Reads reports on a Spark cluster: `rapporteur read` as a pipe on each partition, records to Parquet.

    spark-submit read_reports.py --engine engine.tar.gz --output records.parquet [--format jsonl|text|warc] SOURCE…

SOURCE is any path or glob that Spark reads: JSON Lines (`{"id", "text", …}`), plain text (one report a file), web archives.
`engine.tar.gz` holds the binary and its resource folders (`make engine`); each worker unpacks it once. The table has a row
for each record and one for each report that could not be read, with the reason. docs/distributed.md tells more.
"""

import argparse
import hashlib
import json
import os
import subprocess
import tempfile
import threading
from pathlib import Path

from pyspark import SparkFiles
from pyspark.sql import Row, SparkSession
from pyspark.sql.types import IntegerType, StringType, StructField, StructType

ENGINE = "engine"
COLUMNS = [("key", StringType()), ("id", StringType()), ("published", StringType()), ("outlet", StringType()),
           ("title", StringType()), ("language", StringType()), ("actors", IntegerType()), ("claims", IntegerType()),
           ("events", IntegerType()), ("record", StringType()), ("failure", StringType())]
SCHEMA = StructType([StructField(name, kind) for name, kind in COLUMNS])


class EngineFailure(Exception):
    """The reader ended in a way that says nothing about its input; Spark tries the task again."""


def with_id(line):
    """A line that has no id gets one from its own bytes: a line number would hang on the partition. None for no JSON."""
    try:
        report = json.loads(line)
    except ValueError:
        return None
    if not isinstance(report, dict) or "id" in report:
        return line  # the reader says what is wrong with a list or a number
    return json.dumps({"id": hashlib.sha256(line.encode()).hexdigest()[:16], **report}, ensure_ascii=False)


def readable(lines, torn):
    """The lines to read; those that are no JSON go to `torn`, by their beginning, since their number tells nothing here."""
    for line in lines:
        known = with_id(line)
        if known is None:
            torn.append(f"no valid JSON: {line[:120]}")
        else:
            yield known


def outcome(record):
    """The row of one record."""
    parsed = json.loads(record)
    report = parsed["report"]
    return Row(key=report["key"], id=report["id"], published=report["published"], outlet=report.get("outlet"),
               title=report["title"], language=report["language"], actors=len(parsed["actors"]),
               claims=len(parsed["claims"]), events=len(parsed["events"]), record=record, failure=None)


def failed(reason):
    return Row(**{name: None for name, _ in COLUMNS[:-1]}, failure=reason)


def pipe(command, lines=None, folder=None):
    """Runs the reader; a row for each record and for each line of complaint."""
    with tempfile.TemporaryFile("w+") as complaints:
        run = subprocess.Popen(command, stdin=subprocess.DEVNULL if lines is None else subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=complaints, text=True, encoding="utf-8", cwd=folder)
        feeder = threading.Thread(target=feed, args=(run, lines)) if lines is not None else None
        if feeder:
            feeder.start()
        for record in run.stdout:
            yield outcome(record.rstrip("\n"))
        if feeder:
            feeder.join()
        status = run.wait()
        complaints.seek(0)
        words = [line.rstrip("\n") for line in complaints if line.strip()]
    if status not in (0, 1, 2):
        raise EngineFailure(f"rapporteur ended with {status}: {' '.join(words)[:500]}")
    if status == 2:
        yield from map(failed, words)


def feed(run, lines):
    try:
        for line in lines:
            run.stdin.write(line + "\n")
        run.stdin.close()
    except BrokenPipeError:
        pass  # the reader ended early; its exit status tells why


def binary():
    return str(Path(SparkFiles.get(ENGINE), "rapporteur"))


def read_lines(lines, published):
    """One partition of JSON Lines through one reader."""
    torn = []
    yield from pipe([binary(), "read", "--input", "jsonl", "--output", "jsonl", *published], readable(lines, torn))
    yield from map(failed, torn)


def read_files(files, form, published):
    """One partition of whole files, each through a reader of its own, under its own name."""
    for path, content in files:
        with tempfile.TemporaryDirectory() as folder:
            name = os.path.basename(path)
            Path(folder, name).write_bytes(content)
            yield from pipe([binary(), "read", "--input", form, "--output", "jsonl", *published, name], folder=folder)


def records(spark, sources, form, partitions, published=None):
    """The table of records."""
    context, day = spark.sparkContext, ["--published", published] if published else []
    if form == "jsonl":
        lines = context.textFile(",".join(sources)).filter(lambda line: line.strip()).repartition(partitions)
        rows = lines.mapPartitions(lambda part: read_lines(part, day))
    else:
        files = context.binaryFiles(",".join(sources), partitions).repartition(partitions)
        rows = files.mapPartitions(lambda part: read_files(part, form, day))
    return spark.createDataFrame(rows, SCHEMA)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--engine", required=True, help="the archive with the binary and its resources")
    parser.add_argument("--output", required=True, help="the folder of the Parquet table; it must not exist")
    parser.add_argument("--format", choices=["jsonl", "text", "warc"], default="jsonl")
    parser.add_argument("--partitions", type=int, default=64)
    parser.add_argument("--published", help="the day of reports that do not tell their own: YYYY-MM-DD")
    args = parser.parse_args()
    spark = SparkSession.builder.appName("rapporteur read").getOrCreate()
    spark.sparkContext.addArchive(f"{args.engine}#{ENGINE}")
    records(spark, args.sources, args.format, args.partitions, args.published).write.parquet(args.output)
    table = spark.read.parquet(args.output)
    unread = table.filter("failure IS NOT NULL")
    print(f"{table.filter('failure IS NULL').count()} records, {unread.count()} complaints in {args.output}")
    for row in unread.limit(20).collect():
        print(row.failure)
    spark.stop()


if __name__ == "__main__":
    main()
