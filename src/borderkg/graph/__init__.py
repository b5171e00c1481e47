"""The graph: IRIs, terms, the store, what is written where, closure, lineage, release."""
