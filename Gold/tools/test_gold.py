#!/usr/bin/env python3
"""Tests of the gold tools: python3 Gold/tools/test_gold.py"""

import unittest

from authoring import Faults, read_report
from checks import check
from render import render
from validate import FOLDERS, GOLD, files
from words import QuoteError, every, resolve

TEXT = "The mayor said he met her. He said so twice.\n\nShe said nothing, the mayor's aide said."

SOURCE = f"""id: x
notice: fiction
published: 2031-03-06
--- text
{TEXT}
--- annotation
a1 person NOR GOV role-only nom <The mayor> pro <he @p1>
a2 person - - role-only nom <the mayor's aide> pro <her>
c1 p1 a1 <The mayor> neutral:say <said #1> = <he met her>
e1 p1 CONSULT diplomatic <met> meet act a1 <he> a2 <her> via c1 fact Uu c1=CT+
"""


class Words(unittest.TestCase):
    def test_a_word_is_found_whole(self):
        self.assertEqual(resolve(TEXT, "he"), [[15, 17]])

    def test_ambiguous_words_are_refused(self):
        with self.assertRaises(QuoteError):
            resolve(TEXT, "said")

    def test_number_and_paragraph_select(self):
        self.assertEqual(resolve(TEXT, "said #2"), [[30, 34]])
        self.assertEqual(resolve(TEXT, "She @p2"), resolve(TEXT, "She"))
        self.assertEqual(resolve(TEXT, "said @p2#2"), [[len(TEXT) - 5, len(TEXT) - 1]])

    def test_discontinuous_and_long(self):
        first, second = resolve(TEXT, "The mayor | met … twice.")
        self.assertEqual(TEXT[slice(*first)], "The mayor")
        self.assertEqual(TEXT[slice(*second)], "met her. He said so twice.")

    def test_missing_words_are_refused(self):
        with self.assertRaises(QuoteError):
            every(TEXT, "governor")


class Reading(unittest.TestCase):
    def test_a_sound_file_gives_a_record(self):
        record, _, _ = read_report(SOURCE, "x.txt")
        self.assertEqual(record["events"][0]["quad"], 1)
        self.assertEqual([r for i, r in check(record) if i != "text"], [])

    def test_faults_name_file_and_line(self):
        broken = SOURCE.replace("CONSULT", "CONSLT").replace("neutral:say", "nutral:say")
        with self.assertRaises(Faults) as caught:
            read_report(broken, "x.txt")
        self.assertIn("x.txt:11:", str(caught.exception))
        self.assertIn("x.txt:12:", str(caught.exception))

    def test_checks_see_what_the_reader_can_not(self):
        for old, new, reason in [("act a1 <he>", "act a9 <he>", "a9 does not exist"),
                                 ("c1=CT+", "", "holders"),
                                 ("neutral:say", "neutral:say", None),
                                 ("role-only nom <The mayor>", "named nom <The mayor>", "no name mention")]:
            record, _, _ = read_report(SOURCE.replace(old, new), "x.txt")
            reasons = " ".join(r for i, r in check(record) if i != "text")
            if reason is None:
                self.assertEqual(reasons, "")
            else:
                self.assertIn(reason, reasons)


class RoundTrip(unittest.TestCase):
    def test_record_to_authoring_and_back(self):
        chosen = files([str(GOLD / f) for f in FOLDERS if (GOLD / f).is_dir()])
        self.assertTrue(chosen)
        for path in chosen:
            with self.subTest(path.name):
                record, front, _ = read_report(path.read_text(encoding="utf-8"), str(path))
                again, _, _ = read_report(render(record, front), str(path))
                self.assertEqual(again, record)


if __name__ == "__main__":
    unittest.main()
