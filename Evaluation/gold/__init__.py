"""Scores records against the gold corpus: spans, alignments, one module for each layer, figures with intervals."""
