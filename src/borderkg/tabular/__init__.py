"""A researcher's own tables: cells to statements, as a small mapping says, with the cell as evidence."""
