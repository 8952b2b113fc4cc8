"""A project as window and command line see it: everything that can be asked of it or done to it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.model.article import Article, Status
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError, Message
from annotator.model.tagset import Tagset
from annotator.presets import preset, preset_names
from annotator.questions import Progress, Questions
from annotator.store import articles, changes, files, journal, layers, undo
from annotator.store.database import Step, unheard
from annotator.store.failures import LongStepError, OlderError, ProjectError
from annotator.store.files import OpenProject
from annotator.store.import_report import ImportReport
from annotator.store.journal import Entry
from annotator.store.layers import LayerSummary
from annotator.store.listing import ArticleRow, CurationStage, Listing, ListQuery, Numbers, Sort
from annotator.store.statistics import Statistics
from annotator.store.suggestions import SuggestionStore
from annotator.store.tagsets import CurrentTagset
from annotator.store.undo import UNHURRIED, Pace
from annotator.store.usage import Labels, Usage

if TYPE_CHECKING:
    from annotator.formats.format import Parcel

__all__ = [
    "ArticleRow",
    "CurationStage",
    "Entry",
    "ImportReport",
    "Labels",
    "LayerSummary",
    "ListQuery",
    "Listing",
    "LongStepError",
    "Numbers",
    "OlderError",
    "Pace",
    "Progress",
    "Project",
    "ProjectError",
    "Sort",
    "Statistics",
    "Step",
    "Usage",
    "named_tagset",
    "unheard",
]


class Project(Questions):
    """An open `.anno` file.

    Belongs to the thread that opened it, but for `add`, `reader`, `parcels`, `search`, `agreement`
    and `statistics`, which may be called from another one and use a connection of their own. Every
    method raises ProjectError for what goes wrong with the file; what was to be changed is then as
    it was.
    """

    def __init__(self, opened: OpenProject) -> None:
        self._store, self._lock, self.holder, self.obstacle = opened
        self._tagset = CurrentTagset(self._store)
        self.listing = Listing(self._store)
        self.suggestions = SuggestionStore(self._store)

    @classmethod
    def create(cls, path: Path, tagset: Tagset) -> "Project":
        """Make a project without articles, and open it; refuses a path where there is a file."""
        return cls(files.create_project(path, tagset))

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, step: Step | None = unheard) -> "Project":
        """Open a project; for reading only where it may not be written or another one writes it.

        `holder` then says who does ("lan on host, since 14:02"), or is None, and `obstacle` is a
        sentence about it. Bringing it up to date is told to `step`, which may raise; None: where
        that is needed OlderError is raised.
        """
        return cls(files.open_project(path, read_only=read_only, step=step))

    def reader(self) -> "Project":
        """Return a further handle, for reading only, that belongs to the calling thread."""
        return Project(OpenProject(self._store.another(read_only=True)))

    def writer(self) -> "Project":
        """Return another for writing, of which this one is told by `follow`."""
        return Project(OpenProject(self._store.another(read_only=self.read_only)))

    def follow(self, entry: Entry) -> None:
        """Take note of what another handle of this process has written."""
        self._tagset.follow(entry.edit)

    def close(self) -> None:
        """Close the file, and let another process write it."""
        self._store.close()
        if self._lock:
            self._lock.release()

    @property
    def path(self) -> Path:
        """Where the file is, or was when it was opened."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._store.read_only

    @property
    def tagset(self) -> Tagset:
        """The project's tagset as it is now."""
        return self._tagset.get()

    def reviewers(self) -> list[str]:
        """Return the names of all who have a layer, sorted."""
        with self._store.reading() as db:
            return layers.list_reviewers(db)

    def articles(
        self,
        search: str = "",
        sort: Sort = "added",
        descending: bool = False,
        reviewer: str = "",
        status: Status | None = None,
        most: int | None = None,
        curation: CurationStage | None = None,
    ) -> list[ArticleRow]:
        """Return what the list shows of the articles a ListQuery asks for, of the first `most`."""
        query = ListQuery(search, sort, descending, reviewer, status, curation)
        numbers = list(islice(chain.from_iterable(self.listing.find(query)), most))
        rows = self.listing.rows(numbers, reviewer)
        return [rows[number] for number in numbers]

    def article(self, id: str) -> Article:
        """Return an article, listed or removed."""
        with self._store.reading() as db:
            return articles.find_article(db, id)[1]

    def layer(self, article_id: str, reviewer: str) -> Layer:
        """Return a reviewer's layer on an article; an empty one, `new`, where there is none."""
        with self._store.snapshot() as db:
            return layers.layer_on(db, article_id, reviewer)

    def layers(self, article_id: str) -> list[LayerSummary]:
        """Return what there is to tell of the layers on an article, in the order they were made."""
        with self._store.reading() as db:
            return layers.list_layers(db, article_id)

    def commit(self, edit: Edit, by: str, step: Step = unheard) -> Entry:
        """Write an edit made by `by`; it is durable when this returns.

        Refuses, and changes nothing, where the present is not what the edit expects, an annotation
        would break a rule of its layer, the layer is locked, or `step` raises.
        """
        with self._store.writing() as db:
            entry = journal.append(db, changes.make(db, edit, step), by)
        self.follow(entry)
        return entry

    def undo(self, article_id: str, by: str, pace: Pace = UNHURRIED) -> Entry | None:
        """Take back the last step of `by` on their layer of an article ("": none) or the project.

        Returns the entry that did, or None where there is nothing. Edits of one gesture are one
        step. Refuses where what it made is no longer as it was, or is more than `pace` allows.
        """
        with self._store.writing() as db:
            entry = undo.undo(db, article_id, by, pace)
        if entry:
            self.follow(entry)
        return entry

    def redo(self, article_id: str, by: str, pace: Pace = UNHURRIED) -> Entry | None:
        """Do again what `undo` took back last, in the same scope; None: there is nothing."""
        with self._store.writing() as db:
            entry = undo.redo(db, article_id, by, pace)
        if entry:
            self.follow(entry)
        return entry

    def undo_title(self, article_id: str, by: str) -> Message | None:
        """Return the title of the step that `undo` would take back, or None."""
        with self._store.reading() as db:
            return undo.undo_title(db, article_id, by)

    def redo_title(self, article_id: str, by: str) -> Message | None:
        """Return the title of the step that `redo` would do again, or None."""
        with self._store.reading() as db:
            return undo.redo_title(db, article_id, by)

    def history(
        self, article_id: str, reviewer: str, first: int = 0, *, wide: bool = False
    ) -> list[Entry]:
        """Return the entries that made a layer what it is, from the number `first` on, newest last.

        With `wide` also those that changed the project. Imports, and what else they did elsewhere,
        have no changes.
        """
        read = journal.read_history if wide else journal.read_entries
        with self._store.reading() as db:
            return list(read(db, article_id, reviewer, first))

    def layer_at(self, article_id: str, reviewer: str, number: int) -> Layer:
        """Return a layer as it stood after the entry `number` of the journal."""
        with self._store.reading() as db:
            article = articles.find_article(db, article_id)[1]
            return journal.layer_at(db, article, reviewer, number)

    def add(
        self,
        parcels: "Iterable[Parcel | AnnotatorError]",
        *,
        by: str,
        progress: Progress = lambda _done, _total, _title: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ImportReport:
        """Bring in articles and layers; may run on another thread while this one commits.

        Writes in short transactions. Cancelled or failed, it removes what it had written. Errors of
        reading among the parcels are passed on by the report.
        """
        from annotator.store.imports import bring_in  # a window that opens needs none of it

        with closing(self._store.another(read_only=self.read_only)) as store:
            return bring_in(store, parcels, by, progress, cancelled)

    def parcels(
        self, reviewers: Iterable[str] = (), statuses: Iterable[Status] = (), curated: bool = False
    ) -> "Iterator[Parcel]":
        """Yield the listed articles, in the order they were added, each with its layers.

        With `reviewers` or `statuses`, or of `curated` ones, those layers alone, and only the
        articles that have one. The project stands still for it.
        """
        from annotator.formats.format import Parcel

        names, wanted = frozenset(reviewers), frozenset(statuses)
        with closing(self._store.another(read_only=True)) as store, store.snapshot() as db:
            for article, kept in layers.read_contents(db, names, wanted, curated):
                yield Parcel(article, kept, article.id)

    def shorten_log(self) -> None:
        """Move what edits wrote to the file's log into the file; others go on meanwhile."""
        self._store.shorten_log()

    def save_copy(self, path: Path, step: Step = unheard) -> None:
        """Write the project as it stands to another file, even where its own is gone."""
        files.save_copy(self._store, path, step)


def named_tagset(name_or_path: str) -> Tagset:
    """Return the preset of that name, else the tagset in the file of that name, `-` standard input.

    Raises AnnotatorError where there is neither, or the file is no tagset.
    """
    from annotator.formats.files import STANDARD_STREAM
    from annotator.formats.tagset_files import read_tagset  # asks all formats

    path = Path(name_or_path)
    is_file = path.suffix or path.exists() or path == STANDARD_STREAM
    named = name_or_path in preset_names()
    return read_tagset(path) if is_file and not named else preset(name_or_path)
