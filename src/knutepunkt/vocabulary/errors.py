"""Errors of the vocabulary. Each message is one plain sentence with its remedy."""


class VocabularyError(Exception):
    """Scheme data cannot be taken in, or a term does not exist; the sentence goes to a person."""
