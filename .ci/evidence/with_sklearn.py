"""
What scikit-learn finds in the made chains: the preparations of preparations.mjs, by the rules of the
pipeline, from the same files. Takes the number of processes and of seeds; reads paths, a line each,
and prints a JSON line per chain.
"""

import csv
import functools
import json
import multiprocessing
import sys
import warnings

import numpy as np
from scipy.stats import rankdata, skew
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.ensemble import IsolationForest
from sklearn.metrics import (
    adjusted_rand_score,
    calinski_harabasz_score,
    davies_bouldin_score,
    silhouette_score,
)
from sklearn.preprocessing import PowerTransformer, RobustScaler, StandardScaler

FIRST_SEED = 42
KS = range(2, 11)


def read_rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    return np.array([[float(cell) for cell in row[1:]] for row in rows[1:]])


def correlations(X):
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(np.abs(np.corrcoef(X, rowvar=False)))


def filtered(X, is_shares, drops_noise):
    """Constant columns, later twins, and columns that go with no other are left out."""
    X = X[:, X.max(axis=0) > X.min(axis=0)]
    r = correlations(X)
    kept = []
    for j in range(X.shape[1]):
        if all(r[i, j] <= 0.95 for i in kept):
            kept.append(j)
    X = X[:, kept]
    if is_shares or not drops_noise or X.shape[1] < 3:
        return X
    rho = correlations(np.apply_along_axis(rankdata, 0, X))
    np.fill_diagonal(rho, 0)
    strongest = rho.max(axis=0)
    related = strongest > max(0.1, 3 / np.sqrt(len(X)))
    related[np.argsort(-strongest, kind="stable")[:2]] = True
    return X[:, related]


def asinh(column):
    low, middle, high = np.percentile(column, [25, 50, 75])
    width = (high - low) / 1.349
    return np.arcsinh((column - middle) / (width if width > 0 else 1))


def bent(X, is_shares):
    """The root of a share, arcsinh of a skewed column."""
    if is_shares:
        return np.sqrt(X / 100)
    is_skewed = np.abs(skew(X, axis=0)) > 0.5
    return np.column_stack([asinh(x) if s else x for x, s in zip(X.T, is_skewed)])


def log_ratios(X):
    logs = np.log(np.where(X == 0, 1e-4 * X.sum(axis=1, keepdims=True), X))
    return logs - logs.mean(axis=1, keepdims=True)


def python_package(X, is_shares):
    return RobustScaler().fit_transform(filtered(X, is_shares, False)), 0.8


def production(X, is_shares):
    return StandardScaler().fit_transform(filtered(X, is_shares, False)), 0.95


def recommended(X, is_shares):
    return StandardScaler().fit_transform(bent(filtered(X, is_shares, True), is_shares)), 0.95


def clr_or_power(X, is_shares):
    kept = filtered(X, is_shares, True)
    return log_ratios(kept) if is_shares else PowerTransformer().fit_transform(kept), 0.95


# Name, how it is made, and whether the true k is tried too.
PREPARATIONS = [
    ("python package", python_package, False),
    ("production", production, False),
    ("recommended", recommended, True),
    ("clr or power", clr_or_power, True),
]


def scaled(values):
    low, high = min(values), max(values)
    return [(value - low) / (high - low) if high > low else 0 for value in values]


class Search:
    """K-means on what isolation forest and PCA leave; flagged stores go to the nearest centre."""

    def __init__(self, X, share, seed):
        forest = IsolationForest(
            n_estimators=500, max_samples=min(256, len(X)), contamination=0.05, random_state=seed
        )
        fitted = forest.fit_predict(X) == 1
        pca = PCA(share, svd_solver="full").fit(X[fitted])
        self.rows = pca.transform(X)
        self.fitted = self.rows[fitted]
        self.seed = seed
        self.models = {}

    def model(self, k):
        if k not in self.models:
            self.models[k] = KMeans(k, n_init=10, random_state=self.seed).fit(self.fitted)
        return self.models[k]

    def picks(self):
        labels = [self.model(k).labels_ for k in KS]
        silhouettes = [silhouette_score(self.fitted, own) for own in labels]
        metrics = [
            silhouettes,
            [calinski_harabasz_score(self.fitted, own) for own in labels],
            [-davies_bouldin_score(self.fitted, own) for own in labels],
        ]
        combined = np.mean([scaled(metric) for metric in metrics], axis=0)
        return {
            "silhouette": KS[int(np.argmax(silhouettes))],
            "combined": KS[int(np.argmax(combined))],
        }


def answers(path, n_seeds):
    warnings.simplefilter("ignore")
    with open(path, encoding="utf-8") as file:
        chain = json.load(file)
    X = read_rows(path.removesuffix(".json") + ".csv")
    found = []
    for name, prepare, with_true_k in PREPARATIONS:
        prepared = prepare(X, chain["kind"] == "shares")
        for seed in range(FIRST_SEED, FIRST_SEED + n_seeds):
            search = Search(*prepared, seed)
            picks = search.picks()
            if with_true_k:
                picks["true k"] = chain["nGroups"]
            for rule, k in picks.items():
                ari = adjusted_rand_score(chain["groups"], search.model(k).predict(search.rows))
                answer = {"preparation": name, "rule": rule, "k": int(k), "ari": float(ari)}
                found.append({"chain": chain["name"], "seed": seed, **answer})
    return found


if __name__ == "__main__":
    n_processes, n_seeds = map(int, sys.argv[1:])
    paths = sys.stdin.read().split("\n")
    with multiprocessing.Pool(n_processes) as pool:
        for some in pool.imap_unordered(functools.partial(answers, n_seeds=n_seeds), paths):
            print(json.dumps(some), flush=True)
