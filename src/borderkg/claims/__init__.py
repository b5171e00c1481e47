"""Claims with evidence: linked to entities, checked against the file, merged, compared; exchanged and scored."""
