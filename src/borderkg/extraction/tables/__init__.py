"""Tables: figures cell by cell, listings of things, and what the running text says of them."""
