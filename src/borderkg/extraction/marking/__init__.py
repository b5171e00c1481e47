"""Sentences with their names, titles, times and quantities marked."""
