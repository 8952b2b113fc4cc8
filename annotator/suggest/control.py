"""Articles on which suggestions are hidden, to see whether they bend judgement."""

from hashlib import blake2b


def is_control(article_id: str, share: float) -> bool:
    """Return whether an article is one of the `share` (0 to 1) that get no suggestions.

    It depends on the article's id alone: the same for everyone, and the same tomorrow; a larger
    share holds the articles of a smaller one.
    """
    digest = blake2b(article_id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) < share * 2**64
