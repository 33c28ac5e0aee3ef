"""How well each algorithm, with its defaults, finds the true groups of the classical sets."""

import sys

import numpy as np
from sklearn.cluster import DBSCAN, AgglomerativeClustering, BisectingKMeans, KMeans, MiniBatchKMeans
from sklearn.metrics import adjusted_rand_score
from sklearn.mixture import GaussianMixture
from sklearn.neighbors import NearestNeighbors

from made_matrix import scaled
from real_sets import classic_names, read_classic, read_labels

SEEDS = range(10)
# A distance per pair of more rows does not fit everywhere, nor into the time of a test.
MOST_ROWS = 6500
# In units that are not each other's.
TO_SCALE = ["wine"]

RANDOM = {
    "kmeans": lambda k, seed: KMeans(k, n_init=10, random_state=seed),
    "minibatch_kmeans": lambda k, seed: MiniBatchKMeans(k, random_state=seed),
    "bisecting_kmeans": lambda k, seed: BisectingKMeans(k, random_state=seed),
    "gmm full": lambda k, seed: GaussianMixture(k, random_state=seed),
    "gmm diag": lambda k, seed: GaussianMixture(k, covariance_type="diag", random_state=seed),
}


def classic_scores(folder):
    """
    Per set the medians over the seeds of the adjusted Rand index with the true groups, and of the
    inertia where that is what is minimised.
    """
    sets = {}
    for name, k in classic_names(folder).items():
        rows, truth = read_classic(folder, name), read_labels(folder, name)
        if truth is not None and len(rows) <= MOST_ROWS:
            sets[name] = scores_of(np.array(scaled(rows) if name in TO_SCALE else rows), truth, k)
            sets[name]["isScaled"] = name in TO_SCALE
            print(name, sets[name], file=sys.stderr)
    return {"sets": sets}


def scores_of(X, truth, k):
    medians, inertias = {}, {}
    for name, make in RANDOM.items():
        models = [make(k, seed) for seed in SEEDS]
        labels = [model.fit_predict(X) for model in models]
        medians[name] = np.median([adjusted_rand_score(truth, found) for found in labels])
        if hasattr(models[0], "inertia_"):
            inertias[name] = np.median([model.inertia_ for model in models])
    eps = usual_distance(X)
    for name, model in certain(k, eps).items():
        medians[name] = adjusted_rand_score(truth, model.fit_predict(X))
    return {"k": k, "eps": eps, "medians": rounded(medians), "inertias": rounded(inertias)}


def certain(k, eps):
    """Those without a seed."""
    linkages = ["ward", "average", "complete"]
    trees = {f"hclust {name}": AgglomerativeClustering(k, linkage=name) for name in linkages}
    return {**trees, "dbscan": DBSCAN(eps=eps, min_samples=5)}


def rounded(values):
    return {name: float(f"{value:.8g}") for name, value in values.items()}


def usual_distance(X):
    """Of nine rows in ten their fourth nearest is not farther; three digits."""
    distances, _ = NearestNeighbors(n_neighbors=4).fit(X).kneighbors()
    return float(f"{np.quantile(distances[:, -1], 0.9):.3g}")
