"""How far reviewers agree: what is the same in their layers, counted by two and together."""
