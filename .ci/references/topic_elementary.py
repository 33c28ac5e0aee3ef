"""Elementary functions of every cell."""

import numpy as np

from cases import case


@case("log", "numpy.log", kind="positive")
def log(X, number):
    return np.log(X + 0.001)


@case("exp", "numpy.exp", kind="scaled")
def exp(X, number):
    return np.exp(X)


@case("log1p", "numpy.log1p", kind="positive")
def log1p(X, number):
    return np.log1p(X)


@case("expm1", "numpy.expm1", kind="scaled")
def expm1(X, number):
    return np.expm1(X / 1000)


@case("pow", "numpy.power", kind="positive")
def power(X, number):
    return np.power(X + 0.001, -1.7)


@case("asinh", "numpy.arcsinh")
def asinh(X, number):
    return np.arcsinh(X)


@case("sin", "numpy.sin")
def sin(X, number):
    return np.sin(X)


@case("cos", "numpy.cos")
def cos(X, number):
    return np.cos(X)
