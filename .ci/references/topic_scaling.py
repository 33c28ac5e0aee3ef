"""The matrix after each scaler."""

from sklearn.preprocessing import MaxAbsScaler, MinMaxScaler, RobustScaler, StandardScaler

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
