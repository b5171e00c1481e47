"""The ontology's own documentation: terms, diagrams, pages in Markdown and HTML, all from the Turtle files."""
