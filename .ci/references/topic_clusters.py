"""
Clusterings that do not depend on a seed. On matrices without ties: of joins or neighbours that are
as far apart, each implementation takes another one first.
"""

import numpy as np
from sklearn.cluster import DBSCAN, AgglomerativeClustering
from sklearn.mixture import GaussianMixture

from by_first_row import by_first_row
from cases import case
from made_matrix import made_labels


for linkage in ["ward", "average", "complete"]:

    @case(f"{linkage} linkage: heights", "sklearn.cluster.AgglomerativeClustering", "continuous", 800)
    def heights(X, number, linkage=linkage):
        return AgglomerativeClustering(None, linkage=linkage, distance_threshold=0).fit(X).distances_

    @case(f"{linkage} linkage: labels", "sklearn.cluster.AgglomerativeClustering", "continuous", 800)
    def partition(X, number, linkage=linkage):
        return by_first_row(AgglomerativeClustering(4, linkage=linkage).fit_predict(X))


class FromLabels(GaussianMixture):
    """Starts from a given partition."""

    def start_from(self, labels):
        self.start = np.eye(labels.max() + 1)[labels]
        return self

    def _initialize_parameters(self, X, random_state):
        self._initialize(X, self.start)


def mixture(X, number, covariance_type):
    labels = np.array(made_labels(number, len(X)))
    model = FromLabels(labels.max() + 1, covariance_type=covariance_type)
    return model.start_from(labels).fit(X)


for covariance in ["full", "diag"]:

    @case(f"{covariance} mixture: components", "sklearn.mixture.GaussianMixture", "continuous", 800)
    def components(X, number, covariance=covariance):
        model = mixture(X, number, covariance)
        parts = [model.weights_, model.means_, model.covariances_]
        return [*np.concatenate([part.ravel() for part in parts]), model.lower_bound_, model.n_iter_]

    @case(f"{covariance} mixture: shares", "sklearn.mixture.GaussianMixture", "continuous", 800)
    def shares(X, number, covariance=covariance):
        return mixture(X, number, covariance).predict_proba(X)


@case("DBSCAN", "sklearn.cluster.DBSCAN", kind="continuous")
def dbscan(X, number):
    eps = 0.6 * np.sqrt(X.shape[1])
    return by_first_row(DBSCAN(eps=eps, min_samples=4).fit_predict(X))
