"""Files in and out. One module a format; adding one touches nothing else.

A format is a module with a constant `FORMAT` (see `annotator.formats.format`): `text`, `jsonl`.
`read` and `write` do for all of them what they share: finding files and formats, telling apart ids
that clash, writing beside the target and renaming.
"""
