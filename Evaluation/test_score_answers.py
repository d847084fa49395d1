#!/usr/bin/env python3
"""Tests of score_answers.py and of the bank's reader on passages written by hand."""
import pathlib
import tempfile
import unittest

from score_answers import about_is_right, bank, figures, score

TEXT = "Norway shelled the port of Oslo twice last week, Malta said on Monday. The Norwegian army denied it."
SAID, SHELLED, DENIED = [55, 59], [7, 14], [89, 95]
LINES = f"""# a comment
> x001 plain
{TEXT}
= denied | The Norwegian army | denied | shelled & said
@ role-only | The Norwegian army
"""


def passages(lines):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "x.txt"
        path.write_text(lines, encoding="utf-8")
        return bank.read(path)


def claim(name, cue, source, response=None, about=()):
    return {"id": name, "cue": {"spans": [cue]}, "source": {"actor": "a1", "spans": [source]}, "response": response,
            "about": list(about)}


def record(*claims, anonymity="role-only"):
    return {"report": {"text": TEXT}, "claims": list(claims), "events": [{"id": "e1", "trigger": {"spans": [SHELLED]}}],
            "actors": [{"id": "a1", "anonymity": anonymity, "anonymityReason": []}]}


def denial(kind="denied", source=(71, 88), about=("e1", "c1")):
    return record(claim("c1", SAID, [49, 54]), claim("c2", DENIED, list(source), kind, about))


PASSAGE = passages(LINES)[0][0]


class Answers(unittest.TestCase):
    def test_words_of_the_bank_are_places_in_the_text(self):
        answer = PASSAGE["responses"][0]
        self.assertEqual([TEXT[a:b] for a, b in [answer["source"], answer["cue"], *answer["about"]]],
                         ["The Norwegian army", "denied", "shelled", "said"])

    def test_a_fault_names_its_line(self):
        for line in ("= denied | Oman | denied | -", "= refuted | Malta | denied | -", "= denied | Malta | denied",
                     "@ unknown | Malta", "@ named | Malta | fear", "Another text.", "> nothing"):
            self.assertEqual([number for number, _ in passages(LINES + line + "\n")[1]], [6], line)
        self.assertEqual([n for n, _ in passages("= denied | a | b | -\n")[1]], [1])

    def test_a_family_stands_on_one_side(self):
        self.assertEqual(len(list(bank.faults_between({"train": [PASSAGE], "dev": []}))), 0)
        self.assertEqual(len(list(bank.faults_between({"train": [PASSAGE], "dev": [PASSAGE]}))), 3)

    def test_a_right_response_counts_everywhere(self):
        found = score(PASSAGE, denial())
        for name in ("precision", "recall", "any", "all", "sources", "anonymity"):
            self.assertEqual(found[name], [1, 1], name)
        self.assertEqual((found["silent"], found["errors"]), ([0, 0], []))

    def test_another_kind_or_source_is_missed_and_extra(self):
        for wrong in (denial(kind="retracted"), denial(source=(0, 6))):
            found = score(PASSAGE, wrong)
            self.assertEqual((found["recall"], found["precision"], len(found["errors"])), ([0, 1], [0, 1], 2))

    def test_about_may_be_right_in_part(self):
        self.assertEqual(about_is_right([SHELLED, SAID], ["e1"], denial()), (True, False))
        self.assertEqual(about_is_right([SHELLED], ["c2"], denial()), (False, False))
        self.assertEqual(about_is_right([], [], denial()), (True, True))
        self.assertEqual(about_is_right([], ["e1"], denial()), (False, False))

    def test_silence_and_classes(self):
        quiet = {**PASSAGE, "responses": []}
        self.assertEqual(score(quiet, denial())["silent"], [0, 1])
        self.assertEqual(score(quiet, record(claim("c2", DENIED, [71, 88]), anonymity="named"))["anonymity"], [0, 1])

    def test_the_interval_holds_the_value(self):
        found = figures([score(PASSAGE, denial(kind="denied" if i % 3 else "retracted")) for i in range(60)], 200)
        self.assertEqual(found["f1"]["n"], 60)
        self.assertTrue(found["f1"]["low"] < found["f1"]["value"] < found["f1"]["high"])


if __name__ == "__main__":
    unittest.main()
