"""The tagsets that come with the program, and tagsets in files."""

from pathlib import Path

from annotator.model.tagset import Tagset
from annotator.model.tagset_toml import TagsetError, tagset_from_toml
from annotator.resources import resource

DEFAULT_PRESET = "vietnamese-news"


def preset_names() -> list[str]:
    """Return the names of the presets, the default first."""
    names = sorted(path.stem for path in resource("tagsets").glob("*.toml"))
    return sorted(names, key=lambda name: name != DEFAULT_PRESET)


def preset(name: str = DEFAULT_PRESET) -> Tagset:
    """Return the preset called `name`; raises TagsetError when there is none."""
    if name not in preset_names():
        raise TagsetError(
            "There is no tagset called {0}; there are {1}.", name, ", ".join(preset_names())
        )
    return read_tagset(resource(f"tagsets/{name}.toml"))


def read_tagset(path: Path) -> Tagset:
    """Return the tagset in the TOML file `path`.

    Raises TagsetError when the file can't be read, is not UTF-8, or is not a tagset.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise TagsetError(
            "The file is not UTF-8; save it with that encoding.", where=str(path)
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise TagsetError("The file can't be read: {0}.", reason, where=str(path)) from error
    return tagset_from_toml(text, str(path))


def named_tagset(name_or_path: str) -> Tagset:
    """Return the preset of that name, else the tagset in the file of that name."""
    path = Path(name_or_path)
    if name_or_path not in preset_names() and (path.suffix or path.exists()):
        return read_tagset(path)
    return preset(name_or_path)
