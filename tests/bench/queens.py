"""Eight queens by backtracking: sets, recursion, a generator of solutions."""
from time import perf_counter


def solve(size, row, columns, rising, falling, placed):
    if row == size:
        yield tuple(placed)
        return
    for column in range(size):
        if column in columns or row + column in rising or row - column in falling:
            continue
        yield from solve(size, row + 1, columns | {column}, rising | {row + column}, falling | {row - column},
                         placed + [column])


def run(size):
    solutions = list(solve(size, 0, set(), set(), set(), []))
    return len(solutions), solutions[0], solutions[-1]


start = perf_counter()
result = run(10)
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
