# statistics: modes, weights, other means, given centres.
from statistics import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


print(multimode("aabbc"), multimode([]), mode("abca"), mode(["x", "y", "y"]), multimode([1, 2]))
print(mean(x for x in [1, 2]), mean({1: 2, 3: 4}), fmean([1, 2], weights=[1, 3]), geometric_mean([54, 24, 36]), harmonic_mean([40, 60]), harmonic_mean([40, 60], weights=[5, 30]), harmonic_mean([0, 1]))
print(variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5], 1.5), pvariance([1, 2, 3], mu=2), stdev([1, 2], xbar=1), mean([float("inf"), 1]))
