"""Names of a researcher's own table to entities: the Reconciliation Service API 0.2, of which the server is the door."""
