"""Averages and measures of spread. Sums are exact: every number is a ratio of integers until the very end."""
import math as _math

__all__ = [
    "LinearRegression", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean", "linear_regression", "mean", "median", "median_grouped", "median_high",
    "median_low", "mode", "multimode", "pstdev", "pvariance", "quantiles", "stdev", "variance",
]


class StatisticsError(ValueError):
    pass


def _ratio(x):
    """A number as numerator and denominator; a denominator of None: infinite, or not a number."""
    if isinstance(x, int):
        return int(x), 1
    try:
        return x.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None
    except (OverflowError, ValueError):
        return x, None


def _total(data):
    """The sum as numerator and denominator (None: it is the float `numerator`), the type of a result, the count."""
    partial, count, whole = {}, 0, True
    for x in data:
        count += 1
        whole = whole and isinstance(x, int)
        numerator, denominator = _ratio(x)
        partial[denominator] = partial.get(denominator, 0) + numerator
    if None in partial:
        return partial[None], None, float, count
    bottom = 1
    for denominator in partial:
        bottom = bottom * denominator // _math.gcd(bottom, denominator)
    top = sum(numerator * (bottom // denominator) for denominator, numerator in partial.items())
    return top, bottom, int if whole else float, count


def _convert(numerator, denominator, kind):
    """The ratio as a number: an int if the data were ints and it is one."""
    if denominator is None:
        return numerator
    if kind is int and numerator % denominator == 0:
        return numerator // denominator
    return numerator / denominator


def _items(data):
    return data if isinstance(data, (list, tuple)) else list(data)


def mean(data):
    """The arithmetic mean."""
    top, bottom, kind, count = _total(data)
    if count < 1:
        raise StatisticsError("mean requires at least one data point")
    return top / count if bottom is None else _convert(top, bottom * count, kind)


def fmean(data, weights=None):
    """The arithmetic mean as a float, faster."""
    data = _items(data)
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return _math.fsum(data) / len(data)
    weights = _items(weights)
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    total = _math.fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return _math.fsum([x * weight for x, weight in zip(data, weights)]) / total


def geometric_mean(data):
    """The n-th root of the product of n numbers."""
    try:
        return _math.exp(fmean([_math.log(x) for x in data]))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals."""
    data = _items(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if len(data) == 1 and weights is None:
        if not isinstance(data[0], (int, float)):
            raise TypeError("unsupported type")
        if data[0] < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        return data[0]
    weights = [1] * len(data) if weights is None else _items(weights)
    if len(weights) != len(data):
        raise StatisticsError("Number of weights does not match data size")
    for x in (*weights, *data):
        if x < 0:
            raise StatisticsError("harmonic mean does not support negative values")
    if any(x == 0 for x in data):
        return 0
    top, bottom, _, _ = _total([weight / x if weight else 0 for x, weight in zip(data, weights)])
    a, b, _, _ = _total(weights)
    return a / top if bottom is None or b is None else _convert(a * bottom, b * top, float)


def median(data):
    """The middle one; of an even number of data the mean of the two in the middle."""
    data = sorted(data)
    count = len(data)
    if count == 0:
        raise StatisticsError("no median for empty data")
    middle = count // 2
    return data[middle] if count % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """The middle one, or the lower of two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle one, or the higher of two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """The median of data that stand for intervals around them."""
    data = sorted(data)
    count = len(data)
    if not count:
        raise StatisticsError("no median for empty data")
    x = data[count // 2]
    below = sum(1 for item in data if item < x)
    within = sum(1 for item in data if item == x)
    low = float(x) - float(interval) / 2.0
    return low + float(interval) * (count / 2 - below) / within


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    """The value that is most frequent; of several the first."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)


def multimode(data):
    """All values that are most frequent."""
    counts = _counts(data)
    highest = max(counts.values(), default=0)
    return [x for x, count in counts.items() if count == highest]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 cut points that divide the data into n equal parts."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError("must have at least two data points")
    if method not in ("inclusive", "exclusive"):
        raise ValueError(f"Unknown method: {method!r}")
    found = []
    for i in range(1, n):
        if method == "inclusive":
            place, rest = divmod(i * (count - 1), n)
            found.append((data[place] * (n - rest) + data[place + 1] * rest) / n)
        else:
            place = min(max(i * (count + 1) // n, 1), count - 1)
            rest = i * (count + 1) - place * n
            found.append((data[place - 1] * (n - rest) + data[place] * rest) / n)
    return found


def _squares(data, centre):
    """The sum of squared deviations as a ratio, the type of a result, the count."""
    data = _items(data)
    top, bottom, kind, count = _total(data)
    if bottom is None:
        return float("nan"), None, float, count
    if centre is None:
        if not count:
            return 0, 1, kind, 0
        square_top, square_bottom, _, _ = _total_squares(data)
        # n * sum(x * x) - sum(x) ** 2, over n
        return (count * square_top * bottom * bottom - top * top * square_bottom,
                square_bottom * bottom * bottom * count, kind, count)
    a, b = _ratio(centre)
    square_top, square_bottom = 0, 1
    for x in data:
        c, d = _ratio(x)
        part, under = (c * b - a * d) ** 2, (b * d) ** 2
        square_top, square_bottom = square_top * under + part * square_bottom, square_bottom * under
    return square_top, square_bottom, kind if isinstance(centre, int) else float, count


def _total_squares(data):
    partial = {}
    for x in data:
        a, b = _ratio(x)
        partial[b * b] = partial.get(b * b, 0) + a * a
    bottom = 1
    for denominator in partial:
        bottom = bottom * denominator // _math.gcd(bottom, denominator)
    return sum(a * (bottom // b) for b, a in partial.items()), bottom, None, None


def variance(data, xbar=None):
    """The variance of a sample."""
    top, bottom, kind, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("variance requires at least two data points")
    return top if bottom is None else _convert(top, bottom * (count - 1), kind)


def pvariance(data, mu=None):
    """The variance of a whole population."""
    top, bottom, kind, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return top if bottom is None else _convert(top, bottom * count, kind)


def _root(numerator, denominator):
    """The square root of a ratio, correctly rounded: of an integer root with 55 bits or more, the last one sticky."""
    if numerator == 0:
        return 0.0
    shift = (numerator.bit_length() - denominator.bit_length() - 109) // 2
    if shift >= 0:
        denominator <<= 2 * shift
    else:
        numerator <<= -2 * shift
    whole = numerator // denominator
    root = _math.isqrt(whole)
    exact = root * root == whole and whole * denominator == numerator
    root |= not exact
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    top, bottom, _, count = _squares(data, xbar)
    if count < 2:
        raise StatisticsError("stdev requires at least two data points")
    return top if bottom is None else _root(top, bottom * (count - 1))


def pstdev(data, mu=None):
    """The standard deviation of a whole population."""
    top, bottom, _, count = _squares(data, mu)
    if count < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return top if bottom is None else _root(top, bottom * count)


# --- Pairs of data -------------------------------------------------------------------------------------------

def _deviations(name, x, y):
    """How far each is from its mean, in both; and how many pairs there are."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f"{name} requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(f"{name} requires at least two data points")
    means = [_math.fsum(data) / n for data in (x, y)]
    return [xi - means[0] for xi in x], [yi - means[1] for yi in y], n, means


def _sum_of_products(a, b):
    return _math.fsum([ai * bi for ai, bi in zip(a, b)])


def covariance(x, y, /):
    """How two variables of a sample vary together."""
    dx, dy, n, _ = _deviations("covariance", x, y)
    return _sum_of_products(dx, dy) / (n - 1)


def correlation(x, y, /):
    """Pearson's coefficient: from -1 to 1."""
    dx, dy, _, _ = _deviations("correlation", x, y)
    try:
        return _sum_of_products(dx, dy) / _math.sqrt(_sum_of_products(dx, dx) * _sum_of_products(dy, dy))
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


class LinearRegression(tuple):
    """The line that fits best."""

    __slots__ = ()
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f"LinearRegression(slope={self[0]!r}, intercept={self[1]!r})"


def linear_regression(x, y, /, *, proportional=False):
    """By least squares; with proportional=True the line goes through 0."""
    dx, dy, _, (mean_x, mean_y) = _deviations("linear regression", x, y)
    if proportional:
        dx, dy = x, y
    try:
        slope = _sum_of_products(dx, dy) / _sum_of_products(dx, dx)
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression((slope, 0.0 if proportional else mean_y - slope * mean_x))
