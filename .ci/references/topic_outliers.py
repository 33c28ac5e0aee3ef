"""What makes a row an outlier. Without ties: neighbours that are as far away are taken in any order."""

import math

import numpy as np
import scipy.stats
from sklearn.covariance import MinCovDet, _robust_covariance
from sklearn.ensemble._iforest import _average_path_length
from sklearn.neighbors import LocalOutlierFactor, NearestNeighbors

from cases import case


@case("nearest rows", "sklearn.neighbors.NearestNeighbors.kneighbors", kind="continuous")
def nearest_rows(X, number):
    model = NearestNeighbors(n_neighbors=min(5, len(X) - 1), algorithm="kd_tree").fit(X)
    distances, rows = model.kneighbors()
    return [*distances.ravel(), *rows.ravel()]


@case("local outlier factor", "sklearn.neighbors.LocalOutlierFactor", kind="continuous")
def local_outlier_factor(X, number):
    model = LocalOutlierFactor(n_neighbors=min(20, len(X) - 1)).fit(X)
    return model.negative_outlier_factor_


def min_cov_det(X):
    """After a search that found the first rows; a covariance of full rank, else it is rounding."""
    n_samples, n_features = X.shape
    n_support = math.ceil((n_samples + n_features + 1) / 2)
    if n_support > n_samples or np.linalg.matrix_rank(np.cov(X[:n_support].T)) < n_features:
        raise ValueError("The first rows do not vary in every direction.")
    _robust_covariance.fast_mcd = first_rows(n_support)
    return MinCovDet().fit(X)


def first_rows(n_support):
    def search(X, **_):
        location = X[:n_support].mean(axis=0)
        covariance = np.cov(X[:n_support].T, ddof=0).reshape(X.shape[1], X.shape[1])
        centred = X - location
        distances = (centred @ np.linalg.pinv(covariance) * centred).sum(axis=1)
        return location, covariance, np.arange(len(X)) < n_support, distances

    return search


@case("robust covariance of given rows", "sklearn.covariance.MinCovDet", kind="continuous")
def robust_covariance(X, number):
    model = min_cov_det(X)
    return [*model.location_, *model.covariance_.ravel(), *model.raw_covariance_.ravel()]


@case("robust distances of given rows", "sklearn.covariance.MinCovDet.dist_", kind="continuous")
def robust_distances(X, number):
    model = min_cov_det(X)
    if np.linalg.matrix_rank(model.covariance_) < X.shape[1]:
        raise ValueError("The rows that are kept do not vary in every direction.")
    return model.dist_


@case("chi-squared quantile", "scipy.stats.chi2.ppf", kind="positive", max_rows=200)
def chi_squared_quantile(X, number):
    """Of share x / (1 + x), up to .999, and 1, 4, 7 ... degrees of freedom from column to column."""
    degrees = 1 + 3 * np.arange(X.shape[1])
    return np.where(X > 0, scipy.stats.chi2.ppf(np.minimum(X / (1 + X), 0.999), degrees), 0)


@case("average path length", "sklearn.ensemble.IsolationForest (its unit)", kind="positive")
def average_path_length(X, number):
    return _average_path_length(np.floor(X.ravel()).astype(int))
