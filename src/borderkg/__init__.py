"""BorderKG: a sourced, validated, queryable knowledge graph of China's border opening, populated from Chinese texts."""

__version__ = "0.1.0"
