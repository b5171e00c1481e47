"""Figures in running text: what is measured, whose it is, when, and how it changed."""
