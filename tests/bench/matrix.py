"""A product of two matrices as lists of lists of floats."""
from time import perf_counter


def multiply(a, b):
    columns = list(zip(*b))
    result = []
    for row in a:
        line = []
        for column in columns:
            total = 0.0
            for x, y in zip(row, column):
                total += x * y
            line.append(total)
        result.append(line)
    return result


def run(n):
    a = [[(i * j % 7) / 3.0 for j in range(n)] for i in range(n)]
    b = [[(i + j) % 5 * 0.25 for j in range(n)] for i in range(n)]
    return "%.6f" % sum(map(sum, multiply(a, b)))


start = perf_counter()
result = run(130)
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
