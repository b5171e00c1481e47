"""The explorer and the SPARQL endpoint, for reading only."""
