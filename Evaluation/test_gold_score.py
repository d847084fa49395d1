#!/usr/bin/env python3
"""Tests of the gold scorer: python3 Evaluation/test_gold_score.py"""

import copy
import pathlib
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE / "peers")]
import score_gold
from gold.figures import figure, kappa
from gold.spans import heads, same_cue, same_head
from gold.tally import Tally

SOURCE = """id: x
notice: fiction
published: 2031-03-06
--- text
The Quay Post reported on Monday that Ada Nyborg, the mayor of Tromso, had accused the Norse Union of theft. Nyborg declined to comment. An aide, who asked not to be named because he feared for his job, said police arrested four unionists in Oslo on Tuesday.
--- annotation
lineage publisher <The Quay Post>
t1 p1 DATE 2031-03-03 <Monday>
t2 p1 DATE 2031-03-04 <Tuesday>
l1 NOR <Tromso>
l2 NOR <Oslo>
a1 media - MED named <Quay Post>
a2 person NOR GOV named <Ada Nyborg> <Nyborg> office <the mayor of Tromso>
a3 organisation NOR LAB named <Norse Union>
a4 person - UNK granted nom <An aide> reason <he feared for his job>
a5 group NOR COP described nom <police>
a6 group NOR LAB described nom <four unionists>
c1 p1 a1 <The Quay Post> neutral:report <reported> = <that Ada … theft> writing
c2 p1 ^c1 a2 <Ada Nyborg, the mayor of Tromso> strong:accuse <had accused> = <the Norse Union of theft>
c3 p1 a2 <Nyborg #2> refusal:decline <declined> = <to comment> resp declined-to-comment about c2
c4 p1 a4 <An aide> neutral:say <said> = <police … Tuesday>
e1 p1 ACCUSE.allege crime <accused> accuse act a2 <Ada Nyborg> to a3 <the Norse Union> via c1 fact Uu c1=CT+
e2 p1 COERCE.arrest legal <arrested> arrest act a5 <police> to a6 <four unionists> on t2 at l2 arrested 4 <four> via c4 fact Uu c4=CT+
"""


def gold():
    from authoring import read_report
    return read_report(SOURCE, "x.txt")[0]


def value(records, label, measure=None):
    """The figure for pairs of (gold, system)."""
    rows = score_gold.measure([score_gold.tally_of(g, s) for g, s in records], draws=20)
    return next(r for r in rows if r["figure"] == label and measure in (None, r["measure"]))


def damaged(change):
    record = copy.deepcopy(gold())
    change(record)
    return [(gold(), record)]


class Itself(unittest.TestCase):
    def test_gold_against_itself_is_right_everywhere(self):
        rows = score_gold.measure([score_gold.tally_of(gold(), gold())], draws=20)
        for row in rows:
            with self.subTest(row["figure"]):
                self.assertEqual(row["value"], 0.0 if row["figure"] == "roles swapped" else
                                 None if row["figure"] == "statuses that are set" or not row["n"] else 1.0)

    def test_the_whole_corpus_against_itself(self):
        records = [r for r in score_gold.read_gold(HERE.parent / "Gold" / "test")[0].values()]
        for row in score_gold.measure([score_gold.tally_of(r, r) for r in records], draws=2):
            with self.subTest(row["figure"]):
                self.assertEqual(row["value"], 0.0 if row["figure"] == "roles swapped" else 1.0)

    def test_no_record_finds_nothing(self):
        self.assertEqual(value([(gold(), None)], "type, actor and recipient", "f1")["value"], 0.0)
        self.assertEqual(value([(gold(), None)], "whole chains, heads: gold chains found")["n"], 3)


class Damage(unittest.TestCase):
    def test_a_broken_parent_costs_its_chain_only(self):
        def change(record):
            record["claims"][1]["parent"] = None
        self.assertAlmostEqual(value(damaged(change), "whole chains, heads: gold chains found")["value"], 2 / 3)
        self.assertEqual(value(damaged(change), "whole chains of two links and more, heads", "r")["value"], 0.0)
        self.assertEqual(value(damaged(change), "whole claim, three roles exact")["value"], 1.0)

    def test_a_shorter_source_is_right_by_heads_not_exact(self):
        def change(record):
            start = record["claims"][1]["source"]["spans"][0][0]
            record["claims"][1]["source"]["spans"] = [[start, start + len("Ada Nyborg")]]
        self.assertEqual(value(damaged(change), "whole chains, heads: gold chains found")["value"], 1.0)
        self.assertAlmostEqual(value(damaged(change), "whole chains, exact spans: gold chains found")["value"], 2 / 3)
        self.assertAlmostEqual(value(damaged(change), "source exact")["value"], 3 / 4)

    def test_a_wrong_response_kind_is_missed_and_extra(self):
        def change(record):
            record["claims"][2]["response"] = "denied"
        self.assertEqual(value(damaged(change), "responses: kind, source, cue")["value"], 0.0)

    def test_about_has_figures_of_its_own(self):
        def change(record):
            record["claims"][2]["about"] = ["c4"]
        self.assertEqual(value(damaged(change), "responses: kind, source, cue")["value"], 1.0)
        self.assertEqual(value(damaged(change), "responses, and something right in `about`")["value"], 0.0)

    def test_swapped_roles_are_counted(self):
        def change(record):
            event = record["events"][1]
            event["actor"], event["recipient"] = event["recipient"], event["actor"]
        row = value(damaged(change), "roles swapped")
        self.assertEqual((row["count"], row["n"]), (1, 2))
        self.assertAlmostEqual(value(damaged(change), "type, actor and recipient", "f1")["value"], 0.5)

    def test_an_extra_event_costs_precision_not_recall(self):
        def change(record):
            record["events"].append({**copy.deepcopy(record["events"][1]), "id": "e9", "type": "ASSAULT"})
        self.assertAlmostEqual(value(damaged(change), "type, actor and recipient: emitted ones right")["value"], 2 / 3)
        self.assertEqual(value(damaged(change), "type, actor and recipient: gold ones found")["value"], 1.0)

    def test_another_mention_of_the_act_is_the_same_event(self):
        def change(record):
            record["events"][1]["trigger"]["spans"] = [[0, 3]]
        self.assertEqual(value(damaged(change), "type, actor and recipient", "f1")["value"], 1.0)
        self.assertEqual(value(damaged(change), "trigger")["value"], 1.0)

    def test_letters_by_holder(self):
        def change(record):
            record["events"][1]["factuality"][1]["value"] = "CT-"
        row = value(damaged(change), "certainty for each holder of events found", "accuracy")
        self.assertEqual((row["value"], row["n"]), (0.75, 4))
        # Uu 1.0; CT+ one of two found, none extra: 2/3
        self.assertAlmostEqual(value(damaged(change), "certainty for each holder of events found", "macro-f1")["value"],
                               (1 + 2 / 3) / 2)

    def test_anonymity_and_its_reason(self):
        def change(record):
            record["actors"][3]["anonymity"] = "role-only"
            record["actors"][3]["anonymityReason"] = []
        self.assertAlmostEqual(value(damaged(change), "anonymity class of sources found")["value"], 3 / 4)
        self.assertEqual(value(damaged(change), "anonymity reason, half the words")["value"], 0.0)

    def test_dates_places_times_casualties(self):
        def change(record):
            record["events"][1]["date"]["value"] = "2031-03-06"
            record["events"][1]["place"] = None
            record["events"][1]["casualties"][0]["low"] = 5
            record["times"][1]["value"] = "2031-03-06"
        self.assertEqual(value(damaged(change), "dates")["value"], 0.0)
        self.assertEqual(value(damaged(change), "places")["value"], 0.0)
        self.assertEqual(value(damaged(change), "casualty figures")["value"], 0.0)
        self.assertAlmostEqual(value(damaged(change), "times value")["value"], 0.5)
        self.assertEqual(value(damaged(change), "times strict")["value"], 1.0)

    def test_another_text_is_refused(self):
        def change(record):
            record["report"]["text"] += " "
        with self.assertRaises(ValueError):
            score_gold.tally_of(*damaged(change)[0])


class Agreement(unittest.TestCase):
    def test_neither_side_is_the_measure_of_the_other(self):
        import agreement
        changed = damaged(lambda r: (r["events"].pop(), r["claims"][1].update(parent=None)))[0]
        there, back = score_gold.tally_of(*changed), score_gold.tally_of(*reversed(changed))
        for _, rows in agreement.ITEMS:
            for label, name in rows:
                with self.subTest(label):
                    self.assertEqual(figure([there], name, "f1", 0)["value"], figure([back], name, "f1", 0)["value"])

    def test_the_second_annotation_has_the_texts_of_the_first(self):
        import agreement
        self.assertEqual(len(agreement.paired(str(HERE.parent / "Gold" / "test"), str(HERE.parent / "Gold" / "second"))), 30)


class Peers(unittest.TestCase):
    def values(self, claims):
        import compare
        text = "Ada said: so be it"
        wanted = [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[10, 18]]}]
        counted = compare.tally(text, wanted, claims)
        return {c: figure([counted], c, "f1", 0)["value"] for c in compare.COLUMNS}

    def test_exact_parts_and_wholes(self):
        claim = {"source": {"spans": [[0, 4]]}, "cue": {"spans": [[4, 8]]}, "content": {"spans": [[10, 18]]}}
        self.assertEqual(self.values([claim]), dict.fromkeys(("source", "cue", "content", "whole"), 1.0))
        claim["content"] = {"spans": [[10, 15]]}
        self.assertEqual(self.values([claim]), {"source": 1.0, "cue": 1.0, "content": 0.0, "whole": 0.0})

    def test_a_claim_too_many_costs(self):
        claim = {"source": {"spans": [[0, 3]]}, "cue": {"spans": [[4, 8]]}, "content": {"spans": [[10, 18]]}}
        extra = {"source": {"spans": [[0, 3]]}, "cue": {"spans": [[13, 15]]}, "content": {"spans": []}}
        self.assertAlmostEqual(self.values([claim, extra])["whole"], 2 / 3)
        self.assertAlmostEqual(self.values([claim, extra])["cue"], 2 / 3)


class Words(unittest.TestCase):
    def head_words(self, text):
        return {text[at:].split()[0].strip(",") for at in heads(text, [[0, len(text)]])}

    def test_heads(self):
        self.assertEqual(self.head_words("the minister of trade"), {"minister"})
        self.assertEqual(self.head_words("Its chairman, Karmenu Vassallino"), {"chairman", "Vassallino"})
        self.assertEqual(self.head_words("two people familiar with the talks"), {"people"})

    def test_a_modifier_is_not_the_head(self):
        text = "the spokesman of the ministry"
        self.assertFalse(same_head(text, [[0, len(text)]], [[17, len(text)]]))
        self.assertTrue(same_head(text, [[0, len(text)]], [[4, 13]]))

    def test_an_auxiliary_is_not_the_cue(self):
        text = "has not said"
        self.assertFalse(same_cue(text, [[0, 12]], [[0, 3]]))
        self.assertTrue(same_cue(text, [[0, 12]], [[8, 12]]))


class Figures(unittest.TestCase):
    def labels(self, *pairs):
        tally = Tally()
        for pair in pairs:
            tally.label("x", *pair)
        return tally

    def test_kappa_takes_chance_away(self):
        tally = self.labels(("a", "a"), ("b", "b"), ("a", "b"), ("b", "a"))
        self.assertAlmostEqual(kappa([tally], "x")[0], 0.0)
        self.assertAlmostEqual(kappa([self.labels(("a", "a"), ("b", "b"))], "x")[0], 1.0)

    def test_intervals_hold_the_value_and_repeat(self):
        tallies = [self.labels(("a", "a" if k % 3 else "b")) for k in range(30)]
        first, second = figure(tallies, "x", "accuracy"), figure(tallies, "x", "accuracy")
        self.assertEqual(first, second)
        self.assertLess(first["low"], first["value"])
        self.assertLess(first["value"], first["high"])


class Listing(unittest.TestCase):
    def test_errors_of_the_test_reports_are_refused(self):
        run = subprocess.run([sys.executable, HERE / "score_gold.py", HERE.parent / "Gold" / "test", "x.jsonl", "--errors", "5"],
                             capture_output=True, text=True, check=False)
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("not for test", run.stderr)


if __name__ == "__main__":
    unittest.main()
