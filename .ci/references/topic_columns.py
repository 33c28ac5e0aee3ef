"""Statistics of columns and of pairs of columns."""

import numpy as np
import scipy.stats

from cases import case


@case("quantile", "numpy.nanquantile", kind="missing")
def quantile(X, number):
    return np.nanquantile(X, [0, 0.05, 0.25, 0.5, 0.75, 0.9, 1], axis=0)


@case("mean", "numpy.nanmean", kind="missing")
def mean(X, number):
    return np.nanmean(X, axis=0)


@case("median", "numpy.nanmedian", kind="missing")
def median(X, number):
    return np.nanmedian(X, axis=0)


@case("variance", "numpy.nanvar", kind="missing")
def variance(X, number):
    return np.nanvar(X, axis=0)


@case("skewness", "scipy.stats.skew")
def skewness(X, number):
    return [scipy.stats.skew(column) if np.ptp(column) > 0 else 0 for column in X.T]


@case("ranks", "scipy.stats.rankdata")
def ranks(X, number):
    return [scipy.stats.rankdata(column) for column in X.T]


@case("pearson", "numpy.corrcoef")
def pearson(X, number):
    return pairs(X, lambda a, b: np.corrcoef(a, b)[0, 1])


@case("spearman", "scipy.stats.spearmanr", max_rows=500)
def spearman(X, number):
    return pairs(X, lambda a, b: scipy.stats.spearmanr(a, b)[0])


def pairs(X, run):
    """Of each column with the next; NaN where one of them is constant."""
    columns = X.T
    return [
        run(a, b) if np.ptp(a) > 0 and np.ptp(b) > 0 else np.nan
        for a, b in zip(columns[:-1], columns[1:])
    ]
