"""`python -m annotator`: the same as the command `annotator`."""

from annotator.cli import main

main()
