"""Works out what is suggested for the open article, on a thread of its own."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer

from annotator.model.change import Edit
from annotator.model.message import AnnotatorError
from annotator.model.tagset import Tagset
from annotator.project import Project
from annotator.suggest.control import is_control
from annotator.suggest.dictionary import Dictionary
from annotator.suggest.engine import Engine
from annotator.suggest.pattern_rules import rules_from_toml
from annotator.suggest.patterns import Patterns
from annotator.suggest.settings import Settings, settings_from_json, settings_to_json
from annotator.suggest.suggestion import Suggester
from annotator.suggest.word_lists import WordList
from annotator.ui.consent import consent, consented
from annotator.ui.editor import Editor
from annotator.ui.engine_lane import EngineLane
from annotator.ui.kept_lists import KeptLists, tell_words
from annotator.ui.learning import Learning
from annotator.ui.outside import Outside
from annotator.ui.settings import Settings as Wishes
from annotator.ui.suggestions import Shown, shown_after
from annotator.ui.teaching import Teaching
from annotator.ui.work import Job

if TYPE_CHECKING:
    from annotator.suggest.learned.model import Model

T = TypeVar("T")

_SOON = 25
"""Milliseconds after an edit until suggestions are worked out anew: the text is painted first."""
_LONG, _LATEST = 250, 3_000
"""Milliseconds from which on working them out takes long, and that the hand must rest then at most.

It must rest as long as that took last time, of the processor: else, in a long article, it would go
on behind every edit.
"""


def suggesters(settings: Settings, tagset: Tagset) -> list[Suggester]:
    """Return the suggesters of a project with such settings, new, knowing nothing, not its lists.

    Raises RuleError where the project's own patterns are none.
    """
    rules = rules_from_toml(settings.patterns) if settings.patterns else ()
    return [Dictionary(), Patterns(tagset, rules)]


class Suggesting(QObject):
    """Asks the suggesters after each edit, and tells them what was accepted and refused.

    They are touched on one lane alone, where things are done in the order they were asked for: no
    key waits for them. First they are told what the reviewer tagged before, article by article.
    """

    def __init__(self, editor: Editor, parent: QObject, wishes: Wishes) -> None:
        super().__init__(parent)
        self._editor = editor
        self._wishes = wishes
        self._lane = EngineLane(self, editor.work.way)
        self._lane.failed.connect(self._note_trouble)
        self._teaching = Teaching(editor, self._lane)
        self._teaching.told.connect(self._ask)
        self._asked = 0
        """Which question was asked last: only its answer is shown."""
        self.settings = Settings()
        self._lists = KeptLists(editor, self._lane, self)
        self._lists.changed.connect(self._begin_anew)
        self.control = 0.0
        self.trouble: AnnotatorError | None = None
        """Why a suggester failed last."""
        self.learning = Learning(editor, self)
        self.learning.learned.connect(self._take_model)
        self.learning.changed.connect(editor.suggestions.source_changed)
        self._outside = Outside(self, editor.work.way)
        self._outside.answered.connect(editor.suggestions.source_changed)
        self._outside.answered.connect(self._ask)
        self._outside.failed.connect(editor.refused)
        self._outside.failed.connect(editor.suggestions.source_changed)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._ask)

    def begin(self) -> None:
        """Read what the project keeps, and suggest from now on."""
        editor, unread = self._editor, None
        try:
            self.settings, self.control = _kept(editor.project, self._wishes)
        except AnnotatorError as error:
            unread = error
        editor.suggestions.source = self
        editor.opened.connect(self._open)
        editor.edited.connect(self._take)
        editor.edited_elsewhere.connect(self._take_elsewhere)
        editor.tagset_changed.connect(self._begin_anew)
        editor.curation.changed.connect(self._ask)
        self._begin_anew()
        self.trouble = unread or self.trouble
        self._lists.begin()
        self.learning.begin()

    def stop(self) -> None:
        """End what is being done, and do nothing more."""
        self._soon.stop()
        self.learning.stop()
        self._outside.stop()
        self._lane.stop()

    @property
    def busy(self) -> bool:
        """Whether what is suggested may still change by itself: it is worked out, or trained on."""
        return self._soon.isActive() or bool(self._lane.jobs) or self.learning.busy

    @property
    def names(self) -> Sequence[str]:
        """The names of the suggesters, in the order of precedence."""
        names = dict.fromkeys((*self._lane.engine.suggesters, *self.settings.outside))
        return sorted(names, key=self.settings.precedence)

    @property
    def lists(self) -> Sequence[WordList]:
        """The lists of words that the project keeps."""
        return self._lists.lists

    @property
    def troubles(self) -> Mapping[str, AnnotatorError]:
        """Why other programs did not answer as they should, by their names."""
        return self._outside.troubles

    @property
    def hidden(self) -> bool:
        """Whether suggestions are hidden on the open article, for control."""
        article = self._editor.article
        chosen = article is not None and is_control(article.id, self.control)
        return chosen and not self._editor.curation.on

    def keep(self, settings: Settings, control: float) -> None:
        """Go on with other settings, and keep them in the project."""
        kept = {**settings_to_json(settings), "control": control}
        if not self._editor.steps.keep(self._editor.project.suggestions.keep_settings, kept):
            return
        consent(settings, self._wishes)
        before, self.settings, self.control = self.settings, settings, control
        if settings.patterns != before.patterns:
            self._begin_anew()
        self._do(lambda engine: setattr(engine, "settings", settings))
        self._outside.use(settings, self._editor.tagset)
        self._editor.suggestions.source_changed.emit()
        self._ask()

    def change_lists(self, change: Callable[[Sequence[WordList]], Sequence[WordList]]) -> Job:
        """Go on with what `change` makes of the lists of words, and keep it, all of it behind."""
        return self._lists.change(change)

    def _begin_anew(self) -> None:
        """Let new suggesters learn what the reviewer did, from nothing."""
        editor = self._editor
        made, self.trouble = _made(self.settings, editor.tagset)
        self._lane.use(Engine(made, self.settings, editor.tagset))
        if lists := self.lists:
            self._lane.tell(lambda engine: tell_words(engine, lists))
        self._outside.use(self.settings, editor.tagset)
        if self.learning.model:
            self._take_model(self.learning.model)
        self._teaching.begin()
        self._open()
        editor.suggestions.source_changed.emit()

    def _take_model(self, model: "Model") -> None:
        """Let what was trained suggest, and judge what the others do."""

        def register(engine: Engine) -> None:
            from annotator.memory import give_back
            from annotator.suggest.learned.suggester import Learned

            engine.register(Learned(model))
            give_back()  # what the one before held

        self._do(register)
        self._ask()
        self._editor.suggestions.source_changed.emit()

    def _open(self) -> None:
        if self._editor.reviewer != self._teaching.reviewer:
            self._begin_anew()
            return
        self._teaching.open()
        self._ask()
        self._editor.suggestions.source_changed.emit()

    def _take(self, edit: Edit) -> None:
        """Tell the suggesters of an edit, and ask them anew."""
        self._teaching.take(edit)
        self._soon.start()

    def _take_elsewhere(self, edit: Edit) -> None:
        self._teaching.take_elsewhere(edit)
        self._soon.start()

    def _ask(self) -> None:
        """Ask for suggestions for the open layer as it is now."""
        self._soon.stop()
        editor = self._editor
        self._asked += 1
        if editor.layer is None or editor.past is not None or self.hidden:
            editor.suggestions.show([])
            return
        asked = self._asked
        layer = editor.layer.copy()
        before = editor.suggestions.by_id

        def answer(answered: tuple[Shown, int] | None) -> None:
            if answered is None:
                return
            found, took = answered
            self._soon.setInterval(_SOON if took < _LONG else min(took, _LATEST))
            if asked == self._asked and not self._soon.isActive():
                if editor.suggestions.by_id is before:
                    editor.suggestions.put(found)
                else:
                    editor.suggestions.show(found.suggestions)

        compare = editor.curation.comparison(layer)
        if compare is None:
            self._outside.ask(layer)
        others = () if compare else tuple(self._outside.found)

        def suggest(engine: Engine) -> tuple[Shown, int] | None:
            if asked != self._asked:
                return None  # another article, or another edit, while others were waited for
            began = time.thread_time()
            own = compare(engine) if compare else engine.suggest(layer.article, layer)
            found = engine.merge(layer.article, layer, (*own, *others)) if others else own
            shown = shown_after(before, found)
            return shown, round(1000 * (time.thread_time() - began))

        self.on_lane(suggest, answer)

    def on_lane(self, do: Callable[[Engine], T], then: Callable[[T], None]) -> None:
        """Do something with the engine after what was asked before, and `then` with the outcome."""
        self._lane.ask(do, then)

    def _do(self, act: Callable[[Engine], None]) -> None:
        self.on_lane(act, lambda _done: None)

    def _note_trouble(self, error: AnnotatorError) -> None:
        self.trouble = error
        self._editor.suggestions.source_changed.emit()


def _made(settings: Settings, tagset: Tagset) -> tuple[Iterable[Suggester], AnnotatorError | None]:
    """Return new suggesters, and what is wrong with the project's own patterns: they go without."""
    try:
        return suggesters(settings, tagset), None
    except AnnotatorError as error:
        return suggesters(replace(settings, patterns=""), tagset), error


def _kept(project: Project, wishes: Wishes) -> tuple[Settings, float]:
    """Return the settings and the share of articles for control; raises AnnotatorError."""
    kept = project.suggestions.settings()
    share = kept.get("control", 0.0)
    settings = consented(settings_from_json(kept), wishes)
    return settings, float(share) if isinstance(share, int | float) else 0.0
