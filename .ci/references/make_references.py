"""
Runs scikit-learn over made matrices and over the sets beside the project, and writes what it
answers, as sketches, to src/math/testing/references/<topic>.json. Called by `npm run references`.
"""

import importlib
import json
import pathlib
import sys
import warnings

import numpy as np
import sklearn

from cases import CASES
from made_matrix import made_rows, prepare
from real_sets import read_sets
from sketch import sketch

N_MADE = 200
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DATA = ROOT.parent / "shared" / "data"


def answer(entry, rows, number):
    """The sketch of what the method says, or null where it refuses the matrix."""
    X = np.array(prepare(entry["kind"], rows), dtype=float)
    try:
        return sketch(np.ravel(entry["run"](X, number)))
    except ValueError:
        return None


def references_of(entry, sets):
    limit = entry["max_rows"]
    return {
        "reference": entry["reference"],
        "kind": entry["kind"],
        "maxRows": limit,
        "made": [answer(entry, made_rows(number), number) for number in range(N_MADE)],
        "sets": {name: answer(entry, rows[:limit], 0) for name, rows in sets.items()},
    }


def main(wanted):
    warnings.simplefilter("ignore")
    sets = read_sets(DATA)
    for path in sorted(HERE.glob("topic_*.py")):
        topic = path.stem.removeprefix("topic_")
        CASES.clear()
        importlib.import_module(path.stem)
        if wanted and topic not in wanted:
            continue
        found = {name: references_of(entry, sets) for name, entry in CASES.items()}
        written = {"scikit-learn": sklearn.__version__, "cases": found}
        target = ROOT / "src" / "math" / "testing" / "references" / f"{topic.replace('_', '-')}.json"
        target.parent.mkdir(exist_ok=True)
        target.write_text(json.dumps(written, separators=(",", ":")).replace('"made"', '\n"made"') + "\n")
        print(f"{topic}: {len(found)} methods, {target.stat().st_size // 1000} kB", file=sys.stderr)


main(sys.argv[1:])
