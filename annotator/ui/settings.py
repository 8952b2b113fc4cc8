"""What the program remembers of a person's wishes, each declared once."""

import json
import os
from pathlib import Path
from typing import Any, Generic, Literal, NamedTuple, TypeVar

import platformdirs

from annotator.model.message import AnnotatorError, Message, message

T = TypeVar("T")


class Setting(NamedTuple, Generic[T]):
    """One thing remembered: its name in the file, its type by its default, and what it is.

    `choices`, where there are any, are the only values it may have.
    """

    name: str
    default: T
    text: str
    choices: tuple[T, ...] = ()

    def accepts(self, value: object) -> bool:
        """Return whether `value`, as read from the file, may be this setting's."""
        if self.choices:
            return value in self.choices
        return type(value) is type(self.default)


REVIEWER = Setting("reviewer", "", "The name under which annotations are made")
THEME: Setting[Literal["system", "light", "dark"]] = Setting(
    "theme", "system", "Light or dark", ("system", "light", "dark")
)
LANGUAGE: Setting[Literal["system", "en", "vi"]] = Setting(
    "language", "system", "Language of the window", ("system", "en", "vi")
)
ZOOM = Setting("zoom", 100, "Size of the article's text, in percent")
DENSITY: Setting[Literal["arcs", "labels", "underlines"]] = Setting(
    "density", "arcs", "What the article shows of annotations", ("arcs", "labels", "underlines")
)
CLUSTERS = Setting("clusters", False, "Whether the article shows coreference")
SHORTCUTS: Setting[dict[str, Any]] = Setting("shortcuts", {}, "Keys that were changed, by action")
TOUR_SEEN = Setting("tour_seen", False, "Whether the tour was taken or skipped")
LAST_PROJECT = Setting("last_project", "", "The project that opens without being named")
LAST_ARTICLE: Setting[dict[str, Any]] = Setting(
    "last_article", {}, "The article last open, by project"
)
CURATORS: Setting[dict[str, Any]] = Setting(
    "curators", {}, "The names under which layers are curated, by project"
)
SURE = Setting("sure", 90, "How certain a suggestion is, in percent, to be accepted with others")
LEAST_CERTAIN_FIRST = Setting(
    "least_certain_first", False, "Whether the least certain suggestion comes first"
)
PROGRAMS: Setting[list[Any]] = Setting(
    "programs", [], "Programs that may be asked for suggestions on this machine"
)
EXPORT_FOLDER = Setting("export_folder", "", "The folder of the last export")
GEOMETRY = Setting("geometry", "", "Place and size of the window")
LAYOUT: Setting[dict[str, Any]] = Setting("layout", {}, "Sizes and open tabs of the panels")

SETTINGS: tuple[Setting[Any], ...] = (
    REVIEWER,
    THEME,
    LANGUAGE,
    ZOOM,
    DENSITY,
    CLUSTERS,
    SHORTCUTS,
    TOUR_SEEN,
    LAST_PROJECT,
    LAST_ARTICLE,
    CURATORS,
    SURE,
    PROGRAMS,
    LEAST_CERTAIN_FIRST,
    EXPORT_FOLDER,
    GEOMETRY,
    LAYOUT,
)


class SettingsError(AnnotatorError):
    """The settings could not be kept."""


def settings_file() -> Path:
    """Return where the settings are kept on this system."""
    return platformdirs.user_config_path("annotator", appauthor=False) / "settings.json"


def data_folder() -> Path:
    """Return the folder on this system for what the program makes: the first project, its log."""
    return platformdirs.user_data_path("annotator", appauthor=False)


class Settings:
    """The settings of one file, read when made; without one, not kept.

    At each change the file is written with that change alone: another window may have put others
    there since, and a newer version has some that this one does not know.

    A file that can't be understood, or a value that is not of its setting's type, gives way to the
    defaults; `complaint` says so.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.complaint: Message | None = None
        self._values: dict[str, Any] = {}
        if path is not None:
            self._read(path)

    def _read(self, path: Path) -> None:
        try:
            found = json.loads(path.read_text("utf-8"))
        except FileNotFoundError:
            return
        except (OSError, ValueError) as error:
            self.complaint = message(
                "The settings in {0} can't be read ({1}). The usual ones are used.", path, error
            )
            return
        if not isinstance(found, dict):
            self.complaint = message(
                "The settings in {0} are damaged. The usual ones are used.", path
            )
            return
        for setting in SETTINGS:
            if setting.name not in found:
                continue
            if setting.accepts(found[setting.name]):
                self._values[setting.name] = found[setting.name]
            else:
                self.complaint = message(
                    "The setting {0} in {1} is damaged. The usual one is used.",
                    setting.name,
                    path,
                )

    def __getitem__(self, setting: Setting[T]) -> T:
        return self._values.get(setting.name, setting.default)

    def __setitem__(self, setting: Setting[T], value: T) -> None:
        """Keep `value`; raises SettingsError where it can't be written, and uses it then, too."""
        before = self[setting]
        if before == value:
            return
        self._values[setting.name] = value
        if self.path is None:
            return
        kept = self._kept(self.path)
        kept[setting.name] = _changed(kept.get(setting.name), before, value)
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(kept, indent=1), "utf-8")  # in ASCII: paths may be no text
            beside.replace(self.path)
        except OSError as error:
            raise SettingsError(
                "The settings can't be kept in {0}: {1}.", self.path.parent, error.strerror or error
            ) from error

    def _kept(self, path: Path) -> dict[str, Any]:
        """Return what the file holds now, but for values that are damaged."""
        try:
            found = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            found = None
        if not isinstance(found, dict):
            return dict(self._values)
        damaged = {each.name for each in SETTINGS if not each.accepts(found.get(each.name))}
        return {name: value for name, value in found.items() if name not in damaged}


def _changed(kept: object, before: object, value: object) -> object:
    """Return `value`; of entries by name, what is not as it was `before` goes into `kept`."""
    if not (isinstance(kept, dict) and isinstance(before, dict) and isinstance(value, dict)):
        return value
    others = {name: each for name, each in kept.items() if name in value or name not in before}
    return others | {name: each for name, each in value.items() if before.get(name) != each}
