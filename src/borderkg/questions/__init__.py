"""The catalogue of questions, names, and answers as tables, files and data frames."""
