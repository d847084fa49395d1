import itertools

import pytest
import torch

from corpora.gum_entities import read_mentions
from corpora.polnear import Cut, attribution_layers
from documents import ATTRIBUTION_LABELS
from losses import crf_log_partition
from measures import spans_of, viterbi


@pytest.mark.parametrize("length", [1, 2, 3, 4, 5])
def test_the_partition_sums_over_every_path(length):
    torch.manual_seed(length)
    emissions, transition, start = torch.randn(2, 5, 3), torch.randn(3, 3), torch.randn(3)
    known = torch.zeros(2, 5, dtype=torch.bool)
    known[:, :length] = True

    def score(row, path):
        moves = sum(transition[a, b] for a, b in zip(path, path[1:]))
        return start[path[0]] + moves + sum(emissions[row, i, t] for i, t in enumerate(path))

    found = crf_log_partition(emissions, transition, start, known)
    for row in range(2):
        paths = [score(row, p) for p in itertools.product(range(3), repeat=length)]
        assert torch.isclose(found[row], torch.logsumexp(torch.stack(paths), 0), atol=1e-4)
        best = max(itertools.product(range(3), repeat=length), key=lambda p: float(score(row, p)))
        assert viterbi(emissions[row, :length], transition, start) == list(best)


def test_a_span_boundary_inside_of_a_word_takes_the_whole_word():
    cut = Cut("Vey said the six-member panel left.")
    tags, links = attribution_layers(cut, [{"source": [[[0, 2]]], "cue": [[[4, 8]]], "content": [[[9, 20], [30, 34]]]}])
    assert spans_of(tags, ATTRIBUTION_LABELS) == {("source", 0, 1), ("cue", 1, 2), ("content", 2, 6), ("content", 7, 8)}
    assert links == {0: [1], 2: [1], 7: [1]}


def test_nested_mentions_open_and_close_where_the_column_says():
    def row(i, misc):
        return [str(i), "w", "w", "NOUN", "NN", "_", "0", "root", "_", misc]

    mentions = read_mentions([[row(1, "Entity=(4-person-new-nnnnn-cf1-2-coref(5-place-new-nnnnn-cf2-1-sgl-Some-Place)"),
                               row(2, "_"), row(3, "SpaceAfter=No|Entity=4)"), row(4, "Entity=(5-place-giv:act-n-cf1-1-ana)")]])
    assert [(m.entity, m.kind, m.identity, m.first, m.last) for m in mentions] == [
        ("4", "person", "", 0, 3), ("5", "place", "Some-Place", 0, 1), ("5", "place", "", 3, 4)]
