"""Relations between what is named: the rules run, and what a name or a list says by itself."""
