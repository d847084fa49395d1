import random

import numpy as np
import torch

from altering import renamed, unmarked
from documents import ATTRIBUTION_LABELS, IGNORED, NAME_LABELS, Document
from losses import EDGE, edge_weights
from world_names import plain, world


def tags(labels, text):
    return np.array([labels.index(t) for t in text.split()])


def sample():
    words = "Ines Okonkwo , of Lisbon , said the pier fell . Okonkwo left .".split()
    return Document(
        "sample", "made up", words, [0, 11], [0], lemmas=[w.lower() for w in words],
        heads=np.array([6, 0, 4, 4, 0, 4, -1, 8, 9, 6, 6, 12, -1, 12]),
        names=tags(NAME_LABELS, "B-PER I-PER O O B-LOC O O O O O O B-PER O O"),
        attribution=tags(ATTRIBUTION_LABELS, "B-source I-source I-source I-source I-source O B-cue "
                                             "B-content I-content I-content O O O O"),
        links={0: [6], 7: [6]}, entities={1: "a", 11: "a"}, chained={"a"})


def test_a_renamed_person_keeps_the_new_name():
    document = sample()
    other = renamed(document, random.Random(3))
    assert other.words[1] == other.words[11] != "Okonkwo"
    assert other.words[0] != "Ines" and other.words[4] != "Lisbon"
    assert [w for i, w in enumerate(other.words) if i not in (0, 1, 4, 11)] == \
        [w for i, w in enumerate(document.words) if i not in (0, 1, 4, 11)]
    assert other.lemmas[1] == other.words[1] and other.lemmas[6] == "said"
    assert document.words[1] == "Okonkwo"


def test_an_unmarked_document_keeps_what_is_known_of_its_words():
    bare = unmarked(sample())
    assert bare.words == "Ines Okonkwo of Lisbon said the pier fell Okonkwo left".split()
    assert bare.sentences == [0, 8] and bare.links == {0: [4], 5: [4]} and bare.entities == {1: "a", 8: "a"}
    assert bare.heads.tolist() == [4, 0, 3, 0, -1, 6, 7, 4, 9, -1]
    assert [ATTRIBUTION_LABELS[t] for t in bare.attribution] == \
        ["B-source"] + ["I-source"] * 3 + ["B-cue", "B-content"] + ["I-content"] * 2 + ["O", "O"]


def test_what_hung_on_a_dropped_mark_is_unsaid():
    document = Document("d", "made up", ["Yes", ",", "sir"], [0], heads=np.array([-1, 0, 1]))
    assert unmarked(document).heads.tolist() == [-1, IGNORED]


def test_the_world_is_wide_and_plain():
    everyone = world()
    assert len(everyone.given) > 35 and len(everyone.family) > 30 and len(everyone.places[1]) > 150
    assert all(plain(name) for names in everyone.family for name in names)


def test_edges_weigh_more_than_the_middle_of_a_span():
    row = torch.from_numpy(tags(ATTRIBUTION_LABELS, "O O B-content I-content I-content I-content O O"))
    assert edge_weights(row.unsqueeze(0))[0].tolist() == [1, EDGE, EDGE, 1, 1, EDGE, EDGE, 1]
