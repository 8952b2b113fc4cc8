"""A model as bytes, and back: arrays in NumPy's own format, without pickle."""

import io
from zipfile import BadZipFile

import numpy as np

from annotator.suggest.learned.arrays import ModelError, from_arrays, to_arrays
from annotator.suggest.learned.model import Model


def model_to_bytes(model: Model) -> bytes:
    """Return `model` as the bytes of an `.npz` file."""
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **to_arrays(model))
    return file.getvalue()


def model_from_bytes(data: bytes) -> Model:
    """Return the model that `model_to_bytes` wrote; raises ModelError where it is none."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as file:
            return from_arrays({name: file[name] for name in file.files})
    except (OSError, ValueError, EOFError, BadZipFile) as error:
        raise ModelError("The stored model can't be read: train it again.") from error
