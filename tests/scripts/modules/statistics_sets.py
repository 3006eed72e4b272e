# statistics: means, medians and spread of many sets.
from statistics import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


sets = ([1, 2, 3, 4], [1, 2, 3, 4, 5], [2.5, 3.25, 5.5, 11.25, 11.75], [1, 1, 2, 3], [0.1] * 10, [1e100, 1, -1e100], [7], [3, 1.5], [True, False, True], range(1, 101), [10 ** 20, 10 ** 20 + 3])
for d in sets:
    print(mean(d), fmean(d), median(d), median_low(d), median_high(d), mode(d), pvariance(d), pstdev(d), median_grouped(d))
    t(lambda: (variance(d), stdev(d), quantiles(d), quantiles(d, n=10, method="inclusive")))
