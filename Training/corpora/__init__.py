"""Readers that turn each corpus into `documents.Document` values."""
