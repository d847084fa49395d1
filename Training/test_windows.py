import random

import numpy as np
import pytest

from documents import ATTRIBUTION_LABELS, IGNORED, Document
from lemma import Scripts
from windows import LONGEST, Stream, Window, batches, collate, noisy, pack, shown_words, slip
from wordpiece import WordPiece, case_class


@pytest.fixture
def wordpiece(tmp_path):
    path = tmp_path / "vocabulary.txt"
    path.write_text("\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "un", "##safe", "said", "she", "it", ".",
                               "elodie", "-", "\"", "i"]) + "\n", encoding="utf-8")
    return WordPiece(path)


def document(lengths, paragraphs=(), **layers):
    starts = [sum(lengths[:i]) for i in range(len(lengths))]
    return Document("d", "own", ["said"] * sum(lengths), starts, list(paragraphs), **layers)


def test_pieces_are_greedy_and_lower_cased_without_accents(wordpiece):
    names = [wordpiece.pieces[i] for i in wordpiece.cut("Élodie-unsafe.")]
    assert names == ["elodie", "-", "un", "##safe", "."]
    assert wordpiece.cut("zzz") == (wordpiece.unknown,)
    assert wordpiece.cut("\u200b") == (wordpiece.unknown,)
    assert len(wordpiece.cut("." * 40)) == 16


@pytest.mark.parametrize("word, case", [
    ("said", 0), ("—", 0), ("She", 1), ("I", 1), ("U.S.", 2), ("McVey", 3), ("iPhone", 3), ("3rd", 4), ("東京", 5)])
def test_case_class(word, case):
    assert case_class(word) == case


@pytest.mark.parametrize("seed", range(20))
def test_windows_cover_the_document_once_and_never_overflow(wordpiece, seed):
    rng = random.Random(seed)
    lengths = [rng.choice([1, 5, 30, 90, 500]) for _ in range(40)]
    paragraphs = sorted(rng.sample(range(40), 12))
    starts = [sum(lengths[:i]) for i in range(40)]
    d = document(lengths, [starts[p] for p in paragraphs])
    windows = pack(d, wordpiece.cut, (64, 256), rng, at_paragraphs=seed % 2 == 0)
    assert [w.first for w in windows[1:]] == [w.last for w in windows[:-1]]
    assert (windows[0].first, windows[-1].last) == (0, len(d.words))
    assert all(0 < w.length <= LONGEST for w in windows)
    assert all(w.length == w.last - w.first for w in windows)


def test_a_window_holds_as_many_whole_sentences_as_fit(wordpiece):
    windows = pack(document([60, 60, 60, 60]), wordpiece.cut, (130, 130))
    assert [(w.first, w.last) for w in windows] == [(0, 120), (120, 240)]


def test_batches_keep_to_their_budget(wordpiece):
    windows = pack(document([20, 50, 7, 90] * 10), wordpiece.cut, (60, 120), random.Random(1))
    groups = batches(windows, 400, random.Random(2))
    assert sorted(id(w) for g in groups for w in g) == sorted(id(w) for w in windows)
    assert all(len(g) * (max(w.length for w in g) + 2) <= 400 for g in groups)


def test_a_head_outside_of_the_window_is_ignored_and_the_root_stays(wordpiece):
    d = document([2, 2], heads=np.array([-1, 3, 0, -1]), labels=np.array([0, 1, 2, 0]), upos=np.zeros(4, int),
                 features=np.zeros(4, int), lemmas=["say"] * 4)
    batch = collate([Window(d, 0, 2, 2)], wordpiece, Scripts(["l/0|/2|y"]))
    assert batch["head"].tolist() == [[-1, IGNORED]]
    assert batch["label"].tolist() == [[0, IGNORED]]


def test_links_count_only_cues_of_the_window(wordpiece):
    tag = ATTRIBUTION_LABELS.index
    tags = np.array([tag("B-source"), tag("B-cue"), tag("B-content"), tag("I-content"), tag("B-cue"), 0])
    d = document([4, 2], attribution=tags, links={0: [1], 2: [1, 4]})
    batch = collate([Window(d, 0, 4, 4)], wordpiece, Scripts([]))
    assert batch["links"] == [(0, 0, [1], [1]), (0, 2, [1], [1])]


def test_a_span_cut_by_the_window_begins_anew(wordpiece):
    tag = ATTRIBUTION_LABELS.index
    d = document([2, 2], attribution=np.array([tag("B-content")] + [tag("I-content")] * 3))
    batch = collate([Window(d, 2, 4, 2)], wordpiece, Scripts([]))
    assert batch["attribution"].tolist() == [[tag("B-content"), tag("I-content")]]


def test_antecedents_are_earlier_mentions_of_the_entity_in_the_window(wordpiece):
    d = document([3, 3], entities={0: "a", 2: "b", 4: "a", 5: "a"}, chained={"a"})
    batch = collate([Window(d, 0, 6, 6)], wordpiece, Scripts([]))
    assert batch["mentions"] == [(0, 0, []), (0, 2, []), (0, 4, [0]), (0, 5, [0, 4])]
    assert batch["mention"].tolist() == [[1, 0, 0, 0, 1, 1]]


def test_noise_changes_letters_and_quotes_only(wordpiece):
    d = Document("d", "own", ["“", "It's", '"', "x", '"'], [0])
    assert shown_words(Window(d, 0, 5, 5, quotes="straight")) == ['"', "It's", '"', "x", '"']
    assert shown_words(Window(d, 0, 5, 5, quotes="curly"))[1:] == ["It’s", "“", "x", "”"]
    assert shown_words(Window(d, 0, 5, 5, letters="upper"))[1] == "IT'S"
    drawn = [noisy(Window(d, 0, 5, 5), random.Random(i)).letters for i in range(2000)]
    assert 100 < drawn.count("lower") < 220 and 40 < drawn.count("upper") < 120


def test_a_slip_keeps_the_first_letter_and_loses_at_most_one():
    for seed in range(50):
        slipped = slip("minister", random.Random(seed))
        assert slipped[0] == "m" and len(slipped) in (7, 8) and not set(slipped) - set("minister")


def test_an_end_mark_may_be_left_out(wordpiece):
    d = Document("d", "own", ["She", "said", "it", "."], [0])
    lasts = [noisy(Window(d, 0, 4, 4), random.Random(i)).last for i in range(500)]
    assert 15 < lasts.count(3) < 75 and lasts.count(3) + lasts.count(4) == 500


def test_a_stream_is_a_function_of_its_seed(wordpiece):
    def drawn(seed):
        stream = Stream([document([20, 50, 7])], wordpiece.cut, seed, (30, 80), alone=0.3)
        return [(w.first, w.last, w.letters) for w in stream.draw(600)]

    assert drawn(3) == drawn(3)
    assert drawn(3) != drawn(4)
