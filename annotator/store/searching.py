"""The articles in which a query may find something, one after another, with what is on them."""

from collections.abc import Iterator

from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.search.needs import Needs
from annotator.store.articles import read_article
from annotator.store.database import Database
from annotator.store.layers import read_layers


def candidates(
    db: Database, needs: Needs, *, with_layers: bool
) -> Iterator[tuple[int, int, Article, tuple[Layer, ...]]]:
    """Yield (number of articles done, of how many, article, layers on it), in the list's order.

    Asks the indexes first: none that lacks what `needs` says is read.
    """
    where, values = ["listed = 1"], list[str]()
    if needs.words:
        where.append("number IN (SELECT rowid FROM words WHERE words MATCH ?)")
        values.append(needs.words)
    for kind, label in needs.annotations:
        where.append(
            "number IN (SELECT article FROM layers JOIN annotations ON layer = layers.number"
            " WHERE kind = ? AND (label = ? OR ? = ''))"
        )
        values += [kind.value, label, label]
    numbers = db.execute(
        f"SELECT number FROM articles WHERE {' AND '.join(where)} ORDER BY number",  # noqa: S608
        values,
    ).fetchall()
    for done, (number,) in enumerate(numbers, 1):
        article = read_article(db, number)
        layers = read_layers(db, number, article) if with_layers else ()
        yield done, len(numbers), article, layers
