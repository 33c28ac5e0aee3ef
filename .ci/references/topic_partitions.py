"""How good a partition is, and how alike two are."""

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist
from sklearn import metrics
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.neighbors import NearestCentroid

from cases import case
from made_matrix import made_labels

# Its own distances are roots of |a|^2 - 2 a.b + |b|^2: of equal rows some 1e-8 instead of 0.
exact = {"metric": "precomputed"}
metrics.cluster._unsupervised.pairwise_distances = lambda a, b=None, **_: cdist(a, a if b is None else b)


def labels_of(X, number):
    return np.array(made_labels(number, len(X)))


@case("silhouette samples", "sklearn.metrics.silhouette_samples", kind="scaled")
def silhouette(X, number):
    return metrics.silhouette_samples(cdist(X, X), labels_of(X, number), **exact)


@case("Calinski-Harabasz", "sklearn.metrics.calinski_harabasz_score", kind="scaled")
def calinski_harabasz(X, number):
    return metrics.calinski_harabasz_score(X, labels_of(X, number))


@case("Davies-Bouldin", "sklearn.metrics.davies_bouldin_score", kind="scaled")
def davies_bouldin(X, number):
    return metrics.davies_bouldin_score(X, labels_of(X, number))


@case("adjusted Rand index", "sklearn.metrics.adjusted_rand_score")
def adjusted_rand(X, number):
    return metrics.adjusted_rand_score(labels_of(X, number), labels_of(X, number + 1))


@case("normalized mutual information", "sklearn.metrics.normalized_mutual_info_score")
def mutual_information(X, number):
    return metrics.normalized_mutual_info_score(labels_of(X, number), labels_of(X, number + 1))


@case("linear sum assignment", "scipy.optimize.linear_sum_assignment", kind="plain", max_rows=60)
def assignment(X, number):
    rows, columns = linear_sum_assignment(X)
    return X[rows, columns].sum()


def lloyd(X):
    return KMeans(3, init=X[:3], n_init=1, max_iter=300, tol=0, algorithm="lloyd").fit(X)


@case("Lloyd from given rows: centres", "sklearn.cluster.KMeans(algorithm='lloyd', tol=0)", kind="scaled")
def lloyd_centers(X, number):
    return lloyd(X).cluster_centers_


@case("Lloyd from given rows: inertia", "sklearn.cluster.KMeans(algorithm='lloyd', tol=0)", kind="scaled")
def lloyd_inertia(X, number):
    return lloyd(X).inertia_


@case("Lloyd from given rows: labels", "sklearn.cluster.KMeans(algorithm='lloyd', tol=0)", kind="scaled")
def lloyd_labels(X, number):
    return lloyd(X).labels_


@case("PCA", "sklearn.decomposition.PCA(svd_solver='full')", kind="scaled")
def pca(X, number):
    model = PCA(svd_solver="full").fit(X)
    return [*model.explained_variance_, *model.explained_variance_ratio_]


@case("cluster means", "sklearn.neighbors.NearestCentroid", kind="scaled")
def cluster_means(X, number):
    return NearestCentroid().fit(X, labels_of(X, number)).centroids_


@case("inertia", "sklearn.neighbors.NearestCentroid", kind="scaled")
def inertia(X, number):
    labels = labels_of(X, number)
    return ((X - NearestCentroid().fit(X, labels).centroids_[labels]) ** 2).sum()


@case("nearest centres", "scipy.spatial.distance.cdist", kind="scaled")
def nearest_centers(X, number):
    distances = cdist(X, X[:3])
    return [*distances.argmin(axis=1), *np.sort(distances, axis=1)[:, :2].T.ravel()]


@case("best Jaccard similarities", "sklearn.metrics.jaccard_score")
def best_jaccards(X, number):
    labels, others = labels_of(X, number), labels_of(X, number + 1)
    return [
        max(metrics.jaccard_score(labels == c, others == other) for other in set(others))
        for c in range(max(labels) + 1)
    ]


@case("gap and its error", "numpy.log", kind="positive")
def gap(X, number):
    """Of the first column's total beside those of the others."""
    dispersions = X.sum(axis=0) + 1
    logs = np.log(dispersions[1:])
    return [logs.mean() - np.log(dispersions[0]), logs.std() * np.sqrt(1 + 1 / len(logs))]
