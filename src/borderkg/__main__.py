"""`python -m borderkg`."""

from borderkg.cli import main

main()
