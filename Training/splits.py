"""Which documents train and which report: stable numbers from document ids, so a split never depends on order."""
from hashlib import sha256


def bucket(document_id, buckets):
    """A stable number below `buckets` for a document."""
    return int(sha256(document_id.encode("utf-8")).hexdigest()[:12], 16) % buckets


def uner_is_reported(document_id):
    """Whether a document of EWT dev belongs to the half whose names no training sees."""
    return bucket("uner:" + document_id, 2) == 1


def meantime_is_reported(document_id):
    """Whether a MEANTIME report belongs to the half that no training sees."""
    return bucket("meantime:" + document_id, 2) == 1
