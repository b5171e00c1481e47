"""Figures for print and for the page: a lineage on a true time axis, and how something spread. Drawn as SVG, PDF, HTML."""
