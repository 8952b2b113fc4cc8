"""The tagsets that come with the program."""

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
    return tagset_from_toml(resource(f"tagsets/{name}.toml").read_text(encoding="utf-8"), name)
