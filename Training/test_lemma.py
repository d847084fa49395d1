import pytest

from lemma import Scripts, apply, script


@pytest.mark.parametrize("form, lemma, expected", [
    ("dogs", "dog", "l/0|/1|"),
    ("The", "the", "l/0|/0|"),
    ("went", "go", "=go"),
    ("McAllisters", "McAllister", "k/0|/1|"),
    ("LISBON", "Lisbon", "c/0|/0|"),
    ("Nato", "NATO", "u/0|/0|"),
    ("Carries", "carry", "l/0|/3|y"),
])
def test_the_script_of_a_pair(form, lemma, expected):
    assert script(form, lemma) == expected
    assert apply(expected, form) == lemma


@pytest.mark.parametrize("form, lemma", [
    ("n't", "not"), ("'s", "be"), ("a/b", "a/b"), ("x|y", "x|z"), ("ÉLAN", "Élan"), ("its", "its"), ("1990s", "1990s"),
    ("Élodie", "Élodie"), ("better", "good"), ("I", "I"), ("…", "..."), ("O'Neill", "O'Neill"),
])
def test_every_script_gives_its_lemma_back(form, lemma):
    assert apply(script(form, lemma), form) == lemma


def test_a_script_may_cut_more_than_a_form_has():
    assert apply("l/0|/4|y", "at") == "y"


def test_only_frequent_scripts_are_kept_and_others_are_ignored():
    scripts = Scripts.learned([("dogs", "dog")] * 3 + [("oxen", "ox")])
    assert scripts.names == ["l/0|/1|"]
    assert scripts.id("cats", "cat") == 0
    assert scripts.id("oxen", "ox") == -100
