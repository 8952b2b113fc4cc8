"""Words on demand, one JSON value per line: a process of its own, for pyvi holds its caller up.

Reads `{"id": …, "text": …}` and answers `{"id": …, "words": …}`, in order, the words as
`Fragments.to_base64` has them.
"""

import json
import sys

from annotator import processes
from annotator.language.segmentation import words
from annotator.model.fragments import Fragments


def main() -> None:
    """Answer until the input ends."""
    processes.step_back()
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        answer = {"id": asked["id"], "words": Fragments(words(asked["text"])).to_base64()}
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
