"""Articles with many mentions, made up: for what is done to very many at once."""

from annotator.formats.format import Parcel
from annotator.model.annotation import Annotation, AttributeValue, Fragment, Kind
from annotator.model.article import Article
from annotator.model.layer import Layer

WORDS = "Huế mưa. "


def much_tagged(number: int, mentions: int, **attributes: AttributeValue) -> Parcel:
    """Return the article "a" and `number`, in which lan tagged a place so many times."""
    article = Article(f"a{number}", WORDS * mentions, {})
    made = [
        Annotation(
            f"T{n + 1}", Kind.ENTITY, "LOC",
            (Fragment(n * len(WORDS), n * len(WORDS) + 3),),
            rank=n, attributes=attributes,
        )
        for n in range(mentions)
    ]  # fmt: skip
    return Parcel(article, (Layer(article, "lan", made),), article.id)
