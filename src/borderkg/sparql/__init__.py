"""SPARQL queries as text with structure: read, rewritten, helped with, and the functions that they may call."""
