# covariance, correlation, linear_regression.
import statistics

x, y = [1, 2, 3, 4, 5], [2, 4, 5, 4, 5]
print(statistics.covariance(x, y), round(statistics.correlation(x, y), 10), statistics.correlation(x, x))
line = statistics.linear_regression(x, y)
print(line, round(line.slope * 6 + line.intercept, 10))
print(statistics.linear_regression([1, 2, 4], [2, 4, 8], proportional=True))
slope, intercept = statistics.linear_regression([0.0, 1.0], [1.0, 3.0])
print(slope, intercept)
for attempt in (lambda: statistics.covariance([1], [2]), lambda: statistics.covariance([1, 2], [1]),
                lambda: statistics.correlation([1, 1], [1, 2]), lambda: statistics.linear_regression([1, 1], [1, 2]),
                lambda: statistics.linear_regression([1], [1, 2])):
    try:
        print(attempt())
    except statistics.StatisticsError as e:
        print(e)
