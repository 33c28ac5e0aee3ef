"""
Runs scikit-learn over made matrices and over the sets beside the project, and writes what it
answers, as sketches, to src/math/testing/references/<topic>.json; then what has no sketch, because
chance is in it: `forests` and `classics`. Called by `npm run references`, with topics or for all.
"""

import importlib
import json
import pathlib
import sys
import warnings

import numpy as np
import sklearn

from cases import CASES
from classic_scores import classic_scores
from forest_scores import forest_scores
from made_matrix import made_rows, prepare
from real_sets import read_sets
from sketch import sketch

# Matrices that each method is compared on, out of as many as it takes until the reference answered so often.
N_MADE = 200
MOST_DRAWN = 400
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


def made_answers(entry):
    answers = []
    for number in range(MOST_DRAWN):
        answers.append(answer(entry, made_rows(number), number))
        if len(answers) - answers.count(None) == N_MADE:
            break
    return answers


def references_of(entry, sets):
    limit = entry["max_rows"]
    return {
        "reference": entry["reference"],
        "kind": entry["kind"],
        "maxRows": limit,
        "made": made_answers(entry),
        "sets": {name: answer(entry, rows[:limit], 0) for name, rows in sets.items()},
    }


def write_whole(target, found):
    written = {"scikit-learn": sklearn.__version__, **found}
    target.write_text(json.dumps(written, separators=(",", ":")).replace('"sets"', '\n"sets"') + "\n")
    print(f"{target.name}: {target.stat().st_size // 1000} kB", file=sys.stderr)


def main(wanted):
    warnings.simplefilter("ignore")
    write_sketches(wanted)
    if not wanted or "forests" in wanted:
        write_whole(ROOT / "src/math/testing/forest-scores.json", forest_scores(DATA))
    if not wanted or "classics" in wanted:
        write_whole(ROOT / "src/assets/testing/classic-scores.json", classic_scores(DATA))


def write_sketches(wanted):
    sets = read_sets(DATA)
    for path in sorted(HERE.glob("topic_*.py")):
        topic = path.stem.removeprefix("topic_")
        if wanted and topic not in wanted:
            continue
        CASES.clear()
        try:
            importlib.import_module(path.stem)
        except ImportError as error:
            print(f"{topic}: left as it is. {error}", file=sys.stderr)
            continue
        found = {name: references_of(entry, sets) for name, entry in CASES.items()}
        written = {"scikit-learn": sklearn.__version__, "cases": found}
        target = ROOT / "src" / "math" / "testing" / "references" / f"{topic.replace('_', '-')}.json"
        target.parent.mkdir(exist_ok=True)
        target.write_text(json.dumps(written, separators=(",", ":")).replace('"made"', '\n"made"') + "\n")
        print(f"{topic}: {len(found)} methods, {target.stat().st_size // 1000} kB", file=sys.stderr)


main(sys.argv[1:])
