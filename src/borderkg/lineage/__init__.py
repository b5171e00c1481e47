"""Policy lineage: what comes from what, stated by texts or inferred by named rules, and the questions asked of it.

hop → rules → inference → reading → traversal → selection → exports: each file makes one kind of thing.
"""
