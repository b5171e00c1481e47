"""Checks with one kind of result, the violation: shapes, hygiene queries, expectations, contradictions, consistency."""
