"""Texts as they lie on disk: read, folded with a map back, laid out in blocks, sections, sentences, tables."""
