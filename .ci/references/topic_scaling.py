"""The matrix after each transform and each scaler."""

import numpy as np
from sklearn.preprocessing import (
    MaxAbsScaler,
    MinMaxScaler,
    PowerTransformer,
    QuantileTransformer,
    RobustScaler,
    StandardScaler,
)

from cases import case


@case("standard scaler", "sklearn.preprocessing.StandardScaler")
def standard(X, number):
    return StandardScaler().fit_transform(X)


@case("min-max scaler", "sklearn.preprocessing.MinMaxScaler")
def min_max(X, number):
    return MinMaxScaler().fit_transform(X)


@case("max-abs scaler", "sklearn.preprocessing.MaxAbsScaler")
def max_abs(X, number):
    return MaxAbsScaler().fit_transform(X)


@case("robust scaler", "sklearn.preprocessing.RobustScaler")
def robust(X, number):
    return RobustScaler().fit_transform(X)


def quantiles(X):
    return QuantileTransformer(n_quantiles=min(1000, len(X)), subsample=10**9).fit(X)


@case("quantile transformer", "sklearn.preprocessing.QuantileTransformer", kind="missing")
def quantile(X, number):
    return quantiles(X).transform(X)


@case("quantile transformer: inverse", "sklearn.preprocessing.QuantileTransformer.inverse_transform")
def inverse_quantile(X, number):
    shares = np.abs(X) / (1 + np.abs(X))
    return quantiles(X).inverse_transform(shares)


@case("power transformer", "sklearn.preprocessing.PowerTransformer", kind="gaps")
def power(X, number):
    """
    On columns without ties whose mean is near their deviation: the likelihood of a column far from 0
    is flat to rounding, and its best power is any.
    """
    return PowerTransformer().fit_transform(X)


@case("robust arcsinh", "numpy.arcsinh", kind="missing")
def robust_asinh(X, number):
    low, middle, high = np.nanquantile(X, [0.25, 0.5, 0.75], axis=0)
    scale = np.where(high == low, 1, high - low) / 1.349
    return np.arcsinh((X - middle) / scale)


@case("centred log-ratio", "numpy.log", kind="positive")
def centred_log_ratio(X, number):
    totals = X.sum(axis=1, keepdims=True)
    logs = np.log(np.where(X == 0, np.where(totals == 0, 1, 1e-4 * totals), X))
    return logs - logs.mean(axis=1, keepdims=True)


@case("Hellinger", "numpy.sqrt", kind="shares")
def hellinger(X, number):
    return np.sqrt(X)
