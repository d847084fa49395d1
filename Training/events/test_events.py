"""Tests of the examples and of the cross-validation, on words made by hand."""
import base64
import pathlib
import sys

import numpy

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import head  # noqa: E402
import measure  # noqa: E402
from examples import NONE, TYPES, WIDTH, Examples, types  # noqa: E402

WORDS = {"spans": [[0, 4], [5, 9], [10, 16]], "heads": [-1, 0, 1], "upos": ["VERB", "NOUN", "NOUN"],
         "lemmas": ["hold", "talk", "talk"],
         "vectors": base64.b64encode(numpy.arange(3 * WIDTH, dtype="<f4").tobytes())}


def test_the_head_of_a_trigger_has_its_type_and_the_rest_teaches_nothing():
    assert types(WORDS, [(0, 9, "CONSULT")]) == {0: "CONSULT", 1: None}


def test_a_further_mention_in_a_report_is_no_negative_but_in_a_sentence_is():
    for in_report in (True, False):
        found = Examples([({"id": "x"}, [(5, 9, "CONSULT")], in_report, WORDS, [])])
        assert [TYPES[i] for i in found.types] == [NONE, "CONSULT", NONE]
        assert list(found.known) == [True, True, not in_report]


def test_what_the_reader_coded_stands_at_its_trigger():
    event = {"type": "AGREE", "trigger": {"spans": [[5, 9]]}}
    found = Examples([({"id": "x"}, [(5, 9, "CONSULT")], False, WORDS, [event])])
    assert list(found.coded) == ["", "AGREE", ""]
    assert list(found.told) == ["", "CONSULT", ""]
    assert found.vectors[1][0] == WIDTH


def test_held_out_words_are_judged_by_others_of_their_kind():
    dice = numpy.random.default_rng(1)
    types_ = dice.integers(0, 2, 400)
    vectors = (dice.normal(size=(400, 8)) + 3 * types_[:, None]).astype(numpy.float32)
    scores = head.held_out(vectors, types_, numpy.ones(400, bool), [f"k{i % 40}" for i in range(400)], 2)
    assert (scores.argmax(1) == types_).mean() > 0.95


def test_a_key_that_stands_for_the_answer_cannot_be_learned_from_others():
    dice = numpy.random.default_rng(1)
    vectors = numpy.eye(20, dtype=numpy.float32).repeat(10, 0)
    types_ = dice.integers(0, 2, 20).repeat(10)
    seen = head.held_out(vectors, types_, numpy.ones(200, bool), list(range(200)), 2).argmax(1)
    unseen = head.held_out(vectors, types_, numpy.ones(200, bool), list(numpy.arange(20).repeat(10)), 2).argmax(1)
    assert (seen == types_).mean() > 0.95 > 0.8 > (unseen == types_).mean()


def test_temperature_cools_what_is_too_sure():
    scores = numpy.tile(numpy.array([[4.0, 0.0]]), (100, 1))
    types_ = (numpy.arange(100) >= 80).astype(int)
    assert head.temperature(scores, types_) > 2


def test_vetoes_count_the_right_codings_that_would_go():
    class Said:
        types = numpy.array([0, 16, 16])
        coded = numpy.array([TYPES[0], TYPES[0], ""])
        told = numpy.array([TYPES[0], "", TYPES[1]])
    chance = numpy.full((3, 17), 0.0)
    chance[0, 16] = chance[1, 16] = 1
    chance[2, 1] = 1
    found = measure.beside_lexicon(chance, Said, numpy.ones(3, bool))
    assert found["coded"] == [2, 1]
    assert found["veto"]["0.01"] == [2, 1]
    assert found["propose"]["0.5"] == [1, 1]
