"""Writes the values of UDS It Happened onto EWT documents."""
import numpy as np

from uds import aligned


def attach(documents, sentences, values):
    """Writes the values onto EWT `documents` read from the same file as `sentences`."""
    by_name = {d.id: d for d in documents}
    for d in documents:
        d.factuality = np.full(len(d.words), np.nan, dtype=np.float32)
    seen = {}
    at = aligned(values, [s.rows for s in sentences])
    for i, sentence in enumerate(sentences):
        document = by_name[sentence.document]
        index = seen.get(sentence.document, 0)
        seen[sentence.document] = index + 1
        for word, value in at.get(i, {}).items():
            document.factuality[document.sentences[index] + word - 1] = value
