#!/usr/bin/env python3
"""What odd writing costs: the figures on noised development sets, beside the same sets as they are.

python3 Evaluation/robustness.py [--data DIR] [--binary FILE] [--write]      --write: Evaluation/robustness.md

Every noise keeps the number of characters, so gold offsets stay true. Trees are scored on given words, names and
attributions from running text. Standard library only; seeded.
"""
import datetime
import json
import pathlib
import random
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import conllu_score
from evaluate import ROOT, corpora, facts, run_options, unseen_half

STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def each(change):
    """A change of single characters; one that would become several stays."""
    return lambda text, _: "".join(c if len(change(c)) != 1 else change(c) for c in text)


def curly(text, _):
    """Straight marks become curly: an opening one after white space or a bracket, else a closing one."""
    text = re.sub(r'(^|[\s(\[])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[])'", r"\1‘", text).replace("'", "’")


def straight(text, _):
    return text.translate(STRAIGHT)


def slips(text, chance):
    """One word of four letters or more in twelve has two neighbouring inner letters swapped."""
    def swapped(match):
        word = match[0]
        if chance.random() >= 1 / 12:
            return word
        i = chance.randrange(1, len(word) - 2)
        return word[:i] + word[i + 1] + word[i] + word[i + 2:]
    return re.sub(r"[A-Za-z]{4,}", swapped, text)


def no_points(text, _):
    """Full stops, commas, colons and semicolons become blanks; quotation marks stay."""
    return re.sub(r"[.,;:](?=\s|$)", " ", text)


NOISES = {
    "as it is": lambda text, _: text,
    "all capitals": each(str.upper),
    "no capitals": each(str.lower),
    "no stops or commas": no_points,
    "slips of the finger, one word in twelve": slips,
    "curly quotation marks": curly,
    "straight quotation marks": straight,
}


def noised_treebank(source, noise, target):
    """Writes the treebank with its forms noised. Words that would be empty stay as they are."""
    chance = random.Random(1)
    with open(target, "w", encoding="utf-8") as out:
        for line in open(source, encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 10:
                cells[1] = noise(cells[1], chance).strip() or cells[1]
                line = "\t".join(cells) + "\n"
            out.write(line)


def read(binary, kind, source, target):
    with open(source, "rb") as given, open(target, "wb") as out:
        subprocess.run([binary, "read", "--input", kind, "--output", kind], stdin=given, stdout=out,
                       stderr=subprocess.PIPE, check=False)


def trees(binary, data, noise, work):
    given, found = work / "noised.conllu", work / "noised.out.conllu"
    noised_treebank(data / "ud/ewt-dev.conllu", noise, given)
    read(binary, "conllu", given, found)
    return conllu_score.compare(given, found)


def records(binary, data, task, gold, noise, work):
    """score.py's figures where the reader got the noised text."""
    plain = subprocess.run([sys.executable, data.parent / "tools/inputs.py", gold], capture_output=True, text=True, check=True)
    given, found = work / "noised.jsonl", work / "noised.out.jsonl"
    chance = random.Random(1)
    with open(given, "w", encoding="utf-8") as out:
        for line in plain.stdout.splitlines():
            row = json.loads(line)
            noised = noise(row["text"], chance)
            if len(noised) != len(row["text"]):
                raise ValueError(f"{row['id']}: the noise changed the length")
            out.write(json.dumps({**row, "text": noised}, ensure_ascii=False) + "\n")
    read(binary, "jsonl", given, found)
    scored = subprocess.run([sys.executable, data.parent / "tools/score.py", task, gold, found], capture_output=True, text=True, check=True)
    return json.loads(scored.stdout.splitlines()[-1])


def row(binary, data, noise, work):
    tree = trees(binary, data, noise, work)
    names = records(binary, data, "names", unseen_half(data / "names/uner_ewt_dev.jsonl", data, work), noise, work)
    said = records(binary, data, "attribution", data / "polnear/dev.jsonl", noise, work)
    return [tree["las"], tree["upos"], names["all"]["f1"], said["source_exact"]["f1"], said["content_exact"]["f1"], said["whole"]["f1"]]


def page(rows, about):
    head = ["LAS", "UPOS", "names F1", "source F1", "content F1", "whole F1"]
    plain = rows["as it is"]
    lines = ["# Robustness", "", f"{about['date']}, commit {about['commit']}, {about['machine']}. `python3 Evaluation/robustness.py --write`.", "",
             "Parse: EWT dev, given words (n 25,147 words). Names: the half of UNER-EWT that trained nothing (n 1,033 sentences). Attribution: PolNeAR dev (n 84 reports, exact spans). The loss against the text as it is stands in brackets.", "",
             "| writing | " + " | ".join(head) + " |", "|---|" + "---:|" * len(head)]
    for name, figures in rows.items():
        cells = [f"{f:.1f}" if name == "as it is" else f"{f:.1f} ({f - p:+.1f})" for f, p in zip(figures, plain)]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def main():
    arguments = run_options(__doc__, "Evaluation/robustness.md").parse_args()
    data, work = corpora(arguments.data)
    rows = {}
    for name, noise in NOISES.items():
        rows[name] = row(arguments.binary, data, noise, work)
        print(name, rows[name], flush=True)
    if arguments.write:
        (ROOT / "Evaluation/robustness.md").write_text(page(rows, facts(arguments.binary)), encoding="utf-8")


if __name__ == "__main__":
    main()
