"""Finding in a whole project: a small language for what is looked for, and what it finds."""
