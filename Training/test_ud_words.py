import pytest

from ud_words import sentence_starts, word_spans


def words(text):
    return [text[a:b] for a, b in word_spans(text)]


@pytest.mark.parametrize("text, expected", [
    ("She didn't say.", "She did n't say ."),
    ("It’s Okonkwo’s, they’re", "It ’s Okonkwo ’s , they ’re"),
    ("the workers' strike", "the workers ' strike"),
    ("a six-member panel", "a six - member panel"),
    ("post-war and non-profit", "post-war and non-profit"),
    ("the U.S. and Mr. Vey", "the U.S. and Mr. Vey"),
    ("J. Ortega left.", "J. Ortega left ."),
    ("$3.5 million, 40%", "$ 3.5 million , 40 %"),
    ("at 5:30 p.m. on 9/11", "at 5:30 p.m. on 9/11"),
    ("They cannot; I'm gonna", "They can not ; I 'm gon na"),
    ("see www.example.org/a-b's page.", "see www.example.org/a-b 's page ."),
    ("wait... what?!", "wait ... what ?!"),
    ("O'Neill's \"plan\"", "O'Neill 's \" plan \""),
    ("in the 1990s the 3rd", "in the 1990s the 3rd"),
    ("AT&T fell", "AT&T fell"),
    ("snake_case and #2", "snake _ case and #2"),
    ("", ""),
])
def test_words_are_cut_as_in_the_treebanks(text, expected):
    assert words(text) == expected.split()


@pytest.mark.parametrize("text", ["Élodie Šarić — “no”…", "a\u00a0b\tc\n\nd", "x--y 1,200.50 e.g. #tag @who 東京", "''s n't'"])
def test_words_and_gaps_rebuild_the_text_and_gaps_are_blank(text):
    at = 0
    for start, end in word_spans(text):
        assert start >= at and end > start
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


def test_a_sentence_begins_after_an_end_mark_or_a_line_break():
    text = "He left. “Why?” she asked. It was 3.5 m\nOld Mr. Vey stayed"
    spans = word_spans(text)
    starts = [text[spans[i][0]:].split()[0] for i in sentence_starts(text, spans)]
    assert starts == ["He", "“Why?”", "It", "Old"]
