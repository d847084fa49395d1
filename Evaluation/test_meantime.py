#!/usr/bin/env python3
"""What counts as right in meantime.py, on reports written by hand."""
import unittest

import meantime


def report(**attributes):
    event = {"start": 6, "end": 10, "m_id": "e", "certainty": "CERTAIN", "polarity": "POS", "time": "NON_FUTURE"}
    entities = [{"m_id": "a", "start": 0, "end": 5, "ent_type": "ORG"}, {"m_id": "b", "start": 11, "end": 16, "ent_type": "LOC"},
                {"m_id": "c", "start": 20, "end": 25, "ent_type": "FIN"}]
    roles = [("a", "Arg0"), ("b", "Arg1"), ("c", "Arg1")]
    return {"events": [{**event, **attributes}], "entities": entities,
            "participants": [{"event": "e", "arg": arg, "role": role} for arg, role in roles]}


def record(actor, recipient, status=()):
    sides = {"actor": [{"spans": [span]} for span in actor], "recipient": [{"spans": [span]} for span in recipient]}
    return {"events": [{"id": "e1", "trigger": {"spans": [[6, 10]]}, "status": list(status), **sides}]}


class Measures(unittest.TestCase):
    def test_all_right(self):
        figures = meantime.score([(report(), record([[0, 5]], [[11, 16]]))])
        self.assertEqual((figures["participants"], figures["with_roles"], figures["factual_or_not"]), (100.0, 100.0, 100.0))
        self.assertEqual(figures["named_by_meantime"], 2)

    def test_swapped_sides_count_without_roles_only(self):
        figures = meantime.score([(report(), record([[11, 16]], [[0, 5]]))])
        self.assertEqual((figures["participants"], figures["with_roles"]), (100.0, 0.0))

    def test_a_missing_party_lowers(self):
        self.assertEqual(meantime.score([(report(), record([[0, 5]], []))])["participants"], 66.7)

    def test_future_is_no_fact(self):
        future = report(time="FUTURE")
        self.assertEqual(meantime.score([(future, record([], [], ["future"]))])["factual_or_not"], 100.0)
        self.assertEqual(meantime.score([(future, record([], []))])["factual_or_not"], 0.0)

    def test_an_event_without_attributes_is_passed_over(self):
        self.assertEqual(meantime.score([(report(certainty=None), record([], []))])["events"], 0)


if __name__ == "__main__":
    unittest.main()
