"""Files of several kinds, each made into a text: one module a format, one door (`loader`)."""
