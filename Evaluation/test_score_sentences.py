#!/usr/bin/env python3
"""Tests of score_sentences.py on records written by hand."""
import unittest

from score_sentences import content, figure, read_events, score, side_is_right

TEXT = "Norway condemned Malta and Malta condemned the raid."


def record(*events):
    return {"report": {"text": TEXT}, "actors": [{"id": "a1", "name": "Norway"}, {"id": "a2", "name": "Malta"}],
            "events": list(events)}


def event(kind, trigger, actor=(), recipient=()):
    return {"type": kind, "trigger": {"spans": [trigger]}, "actor": list(actor), "recipient": list(recipient)}


NORWAY, MALTA = {"id": "a1", "spans": [[0, 6]]}, {"id": "a2", "spans": [[17, 22]]}
ROW = {"text": TEXT, "events": list(read_events("condemned|ACCUSE|disapprove|-|Norway|Malta"))}
RIGHT = event("ACCUSE", [7, 16], [NORWAY], [MALTA])


class Sentences(unittest.TestCase):
    def test_a_right_event_counts_everywhere(self):
        counts = score(ROW, record(RIGHT))
        self.assertEqual([counts[n] for n in ("type", "precision", "actor", "recipient")], [[1, 1]] * 4)
        self.assertEqual(counts["extra"], 0)

    def test_a_wrong_type_is_found_but_not_right(self):
        counts = score(ROW, record(event("REJECT", [7, 16])))
        self.assertEqual((counts["type"], counts["precision"], counts["actor"]), ([0, 1], [0, 1], [0, 0]))

    def test_an_event_elsewhere_is_extra(self):
        counts = score(ROW, record(RIGHT, event("ASSAULT", [47, 51])))
        self.assertEqual((counts["precision"], counts["extra"]), ([1, 2], 1))

    def test_one_event_answers_one_gold_event_and_its_own_type_first(self):
        counts = score(ROW, record(event("REJECT", [7, 16]), RIGHT))
        self.assertEqual((counts["type"], counts["extra"]), ([1, 1], 1))

    def test_swapped_parties_are_wrong(self):
        counts = score(ROW, record(event("ACCUSE", [7, 16], [MALTA], [NORWAY])))
        self.assertEqual((counts["actor"], counts["recipient"]), ([0, 1], [0, 1]))

    def test_parties_without_words_go_by_name_and_none_is_none(self):
        self.assertTrue(side_is_right(["Norway"], [{"id": "a1", "spans": []}], record()))
        self.assertTrue(side_is_right([], [], record()))
        self.assertFalse(side_is_right([], [NORWAY], record()))
        self.assertFalse(side_is_right(["Norway", "Malta"], [NORWAY], record()))

    def test_silence_counts_only_where_no_event_is(self):
        self.assertEqual(score({"text": TEXT, "events": []}, record(RIGHT))["silent"], [0, 1])
        self.assertEqual(score({"text": TEXT, "events": []}, record())["silent"], [1, 1])
        self.assertEqual(score(ROW, record())["silent"], [0, 0])

    def test_small_words_tell_no_party_apart(self):
        self.assertFalse(content("the court of Malta") & content("the envoy of Norway"))

    def test_the_interval_holds_the_value(self):
        found = figure([{"type": [i % 3 > 0, 1]} for i in range(60)], "type", 200)
        self.assertEqual(found["n"], 60)
        self.assertTrue(found["low"] < found["value"] < found["high"])


if __name__ == "__main__":
    unittest.main()
