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
    """Yield (its number, the highest number there is, article, layers on it), in the list's order.

    Asks the indexes first: none that lacks what `needs` says is read. Nothing is gathered before
    the first one comes, however many there are.
    """
    found, where, values = "articles NOT INDEXED", ["listed = 1"], list[str]()
    order = "articles.number"
    if needs.words:  # the index gives them in this order by itself
        found, order = "words CROSS JOIN articles ON articles.number = words.rowid", "words.rowid"
        where.append("words MATCH ?")
        values.append(needs.words)
    for kind, label in needs.annotations:
        where.append(
            "articles.number IN (SELECT article FROM layers JOIN annotations"
            " ON layer = layers.number WHERE kind = ? AND (label = ? OR ? = ''))"
        )
        values += [kind.value, label, label]
    last = db.execute("SELECT max(number) FROM articles").fetchone()[0]
    numbers = db.execute(
        f"SELECT articles.number FROM {found}"  # noqa: S608
        f" WHERE {' AND '.join(where)} ORDER BY {order}",
        values,
    )
    for (number,) in numbers:
        article = read_article(db, number)
        layers = read_layers(db, number, article) if with_layers else ()
        yield number, last, article, layers
