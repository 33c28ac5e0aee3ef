"""Scores of an isolation forest, whose trees no other implementation draws alike: ranks are compared."""

import math

import numpy as np
from sklearn.ensemble import IsolationForest

from made_matrix import prepare
from real_sets import RETAIL, classic_names, read_classic, read_sets

MOST_ROWS = 500


def forest_scores(folder):
    """Of up to 500 rows of each set, one in `step`, of a forest of 500 trees that all rows were drawn for."""
    sets = {name: rows for name, rows in read_sets(folder).items() if name in RETAIL}
    for name in classic_names(folder):
        sets[name] = read_classic(folder, name)
    return {"sets": {name: scores_of(prepare("plain", rows)) for name, rows in sets.items()}}


def scores_of(rows):
    X = np.array(rows)
    step = math.ceil(len(X) / MOST_ROWS)
    forest = IsolationForest(n_estimators=500, max_samples=min(256, len(X)), random_state=42).fit(X)
    return {"step": step, "scores": [round(score, 4) for score in forest.score_samples(X[::step])]}
