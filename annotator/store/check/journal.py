"""The journal: that every entry can be read, and that the rest of the file agrees with it."""

from collections.abc import Iterator

from annotator.model.change import Address, Subject, Value
from annotator.model.message import message
from annotator.store.articles import read_metadata
from annotator.store.check.finding import Finding, going_on
from annotator.store.database import Database
from annotator.store.journal import Entry, read_entry, touched_layers
from annotator.store.suggestions import is_refused
from annotator.store.tagsets import read_tagset


def check_journal(db: Database) -> Iterator[Finding]:
    """Yield entries that don't fit, and what the project has otherwise than they tell."""
    told: dict[Address, Value] = {}
    for (number,) in db.execute("SELECT number FROM journal ORDER BY number").fetchall():
        yield from going_on(_check_entry(db, number, told))
    for address, value in told.items():
        yield from going_on(_compare(db, address, value), address.article)
    yield from going_on(_untold_refusals(db, told))


def _check_entry(db: Database, number: int, told: dict[Address, Value]) -> Iterator[Finding]:
    """Yield what is wrong with an entry; keep in `told` what it made of the project's values."""
    act, undone = db.execute(
        "SELECT act, EXISTS (SELECT 1 FROM undone WHERE entry = number) FROM journal"
        " WHERE number = ?",
        (number,),
    ).fetchone()
    entry = read_entry(db, number)
    rows = db.execute(
        "SELECT article, reviewer, by, act, undone FROM journal_layers WHERE entry = ?", (number,)
    ).fetchall()
    layers = frozenset(row[:2] for row in rows)
    fits = layers == touched_layers(entry.edit) or (act == "import" and len(layers) == 1)
    if not fits or any(row[2:] != (entry.by, act, undone) for row in rows):
        sentence = message("Entry {0} of the journal is not kept with what it changed.", number)
        yield Finding(sentence, "")
    if not _takes_back(db, entry, act):
        sentence = message("What entry {0} of the journal took back is not known.", number)
        yield Finding(sentence, "")
    for address, before, after in entry.edit.changes:
        if not address.reviewer or address.subject is Subject.REFUSAL:
            if told.get(address, before) != before:
                sentence = message("Entry {0} of the journal does not fit.", number)
                yield Finding(sentence, address.article)
            told[address] = after


def _takes_back(db: Database, entry: Entry, act: str) -> bool:
    """Return whether `undone` has what the entry took back: for an undo or redo, else nothing."""
    rows = db.execute(
        "SELECT entry FROM undone WHERE undo = ? ORDER BY entry DESC", (entry.number,)
    )
    undone = [number for (number,) in rows]
    if act not in ("undo", "redo"):
        return not undone and entry.undoes is None
    made = [each.address for each in entry.edit.changes]
    taken_back = [
        change.address
        for number in undone
        for change in read_entry(db, number).edit.inverse().changes
    ]
    return undone[:1] == [entry.undoes] and taken_back == made


def _compare(db: Database, address: Address, told: Value) -> Iterator[Finding]:
    if _value(db, address) != told:
        sentence = message("{0} is not what the journal tells.", address.subject.value)
        yield Finding(sentence, address.article)


def _untold_refusals(db: Database, told: dict[Address, Value]) -> Iterator[Finding]:
    """Yield the refusals that no entry tells of."""
    for article, reviewer, place in db.execute(
        "SELECT id, reviewer, place FROM refusals JOIN articles ON number = article"
    ):
        if Address(Subject.REFUSAL, article, reviewer, place) not in told:
            yield Finding(message("{0} is not what the journal tells.", "refusal"), article)


def _value(db: Database, address: Address) -> Value:
    if address.subject is Subject.TAGSET:
        return read_tagset(db)
    row = db.execute(
        "SELECT number, listed FROM articles WHERE id = ?", (address.article,)
    ).fetchone()
    if row is None:
        return None
    if address.subject is Subject.ARTICLE:
        return True if row[1] == 1 else None
    if address.subject is Subject.REFUSAL:
        return True if is_refused(db, row[0], address.reviewer, address.key) else None
    return read_metadata(db, row[0]).get(address.key)
