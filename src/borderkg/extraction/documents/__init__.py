"""Texts that are themselves official documents, and what documents lay down and follow."""
