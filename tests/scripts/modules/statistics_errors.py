# statistics: data that have no mean, median, spread.
from statistics import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for f in (mean, fmean, median, median_low, median_high, mode, variance, stdev, pvariance, pstdev, quantiles, harmonic_mean, geometric_mean, median_grouped):
    t(lambda: f([]))
for f in (variance, stdev, quantiles):
    t(lambda: f([1]))
t(lambda: mean(["a"]))
t(lambda: mean([None]))
t(lambda: median([1, "a"]))
t(lambda: quantiles([1, 2], n=0))
t(lambda: quantiles([1, 2], method="odd"))

t(lambda: harmonic_mean([-1, 2]))
t(lambda: fmean([1], weights=[1, 2]))
print(issubclass(StatisticsError, ValueError))
