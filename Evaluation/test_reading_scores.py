"""Tests of the scores of the language layer, on made-up words."""
import pathlib
import tempfile
import unittest

import coreference_score
import factuality_score
import link_score
import raw_score
from coreference_score import Mention

GOLD = """# newdoc id = d
1\tNot\tnot\tPART\t_\t_\t2\tadvmod\t_\t_
2\tnow\tnow\tADV\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

1\tWe\twe\tPRON\t_\t_\t2\tnsubj\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\t_\t_\t0\troot\t_\t_
3\tn't\tnot\tPART\t_\t_\t2\tadvmod\t_\t_

"""


def written(text):
    """A file that holds `text`, gone with the test run."""
    folder = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(folder.cleanup)
    path = pathlib.Path(folder.name) / "words"
    path.write_text(text, encoding="utf-8")
    return path


class RawText(unittest.TestCase):
    def test_what_is_equal_is_all_right(self):
        gold = raw_score.read(written(GOLD))
        self.assertEqual([d.text.strip() for d in gold], ["Not now. We can't"])
        self.assertEqual(raw_score.compare(gold, gold)["las"], 100.0)

    def test_a_word_cut_otherwise_costs_its_own_and_its_dependents_arcs(self):
        other = GOLD.replace("2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n", "").replace(
            "2\tca\tcan\tAUX\t_\t_\t0\troot\t_\t_\n3\tn't\tnot\tPART\t_\t_\t2\tadvmod\t_\t_\n", "2\tcan't\tcan\tAUX\t_\t_\t0\troot\t_\t_\n")
        figures = raw_score.compare(raw_score.read(written(GOLD)), raw_score.read(written(other)))
        self.assertEqual((figures["words"], figures["las"]), (round(200 * 4 / 11, 2), round(200 * 3 / 11, 2)))

    def test_a_lost_sentence_edge_costs_both_sentences(self):
        gold = raw_score.read(written(GOLD))
        merged = raw_score.read(written(GOLD))
        merged[0].starts = {0}
        self.assertEqual(raw_score.compare(gold, merged)["sentences"], 0.0)

    def test_a_report_that_was_not_read_has_no_words(self):
        gold = raw_score.read(written(GOLD))
        self.assertEqual(raw_score.compare(gold, [])["not_read"], 1)


class Factuality(unittest.TestCase):
    def test_the_value_is_read_from_the_last_column(self):
        self.assertEqual(factuality_score.said(["_"] * 9 + ["SpaceAfter=No|Factuality=-1.25"]), -1.25)
        self.assertEqual(factuality_score.said(["_"] * 10), 0.0)


class Links(unittest.TestCase):
    text = "Roe said yes and Doe said no"

    def claim(self, source, cue, content):
        return {"parent": None, **{r: {"spans": [s]} for r, s in zip(link_score.ROLES, (source, cue, content))}}

    def figures(self, claims):
        path = written("")
        path.write_text('{"doc": "a", "text": "%s", "attributions": [{"source": [[[0, 3]]], "cue": [[[4, 8]]], '
                        '"content": [[[9, 12]]]}]}\n' % self.text)
        return link_score.compare(path, {"a": {"claims": claims}})

    def test_right_wrong_and_not_asked(self):
        first, second = self.claim([0, 3], [4, 9], [9, 12]), self.claim([17, 20], [21, 25], [26, 28])
        self.assertEqual(self.figures([first, second]), {"n": 1, "right": 100.0})
        crossed = [{**first, "source": second["source"]}, {**second, "source": first["source"]}]
        self.assertEqual(self.figures(crossed), {"n": 1, "right": 0.0})
        self.assertEqual(self.figures([second])["n"], 0)


class Coreference(unittest.TestCase):
    mentions = [Mention(0, 8, "a", "name", 2), Mention(14, 17, "b", "name", 1), Mention(24, 26, "a", "pronoun", 1),
                Mention(40, 43, "a", "name", 1)]

    def record(self, *actors):
        return {"actors": [{"mentions": [{"spans": [list(s)]} for s in spans]} for spans in actors]}

    def test_what_is_asked(self):
        self.assertEqual([(k, m.start) for k, m in coreference_score.questions(self.mentions)],
                         [("pronouns", 24), ("short names", 40)])

    def test_right_where_the_actor_stood_there_before(self):
        found = coreference_score.compare({"d": ("", self.mentions)}, {"d": self.record([(0, 8), (24, 26)], [(14, 17), (40, 43)])})
        self.assertEqual((found["pronouns"], found["short names"], found["both"]), (100.0, 0.0, 50.0))

    def test_an_unknown_mention_is_wrong(self):
        self.assertEqual(coreference_score.compare({"d": ("", self.mentions)}, {})["both"], 0.0)


if __name__ == "__main__":
    unittest.main()
