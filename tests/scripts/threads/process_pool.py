"""ProcessPoolExecutor: calls in other processes; values, exceptions and functions are passed by value."""
import asyncio
import functools
import math
import os
from concurrent.futures import ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def norm(self):
        return math.hypot(self.x, self.y)

    @staticmethod
    def origin():
        return Point(0, 0)


class Refused(ValueError):
    def __init__(self, what, why):
        super().__init__(what, why)
        self.why = why


def is_prime(n):
    return n > 1 and all(n % d for d in range(2, math.isqrt(n) + 1))


def echo(*args, **kwargs):
    return args, kwargs


def refuse(what):
    raise Refused(what, "no reason")


def pid():
    return os.getpid()


def die():
    os._exit(3)


def move(point):
    point.x += 1
    return point


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, str(error)[:48])


def main():
    with ProcessPoolExecutor(max_workers=2) as pool:
        print(list(pool.map(is_prime, [2, 9, 97, 1000003])), pool.submit(pid).result() != os.getpid())
        shared = [1, "zwei", None]
        values = (True, -2 ** 70, 1.5, float("inf"), "é\n", b"\0\xff", [shared, shared], {"k": {1, 2}}, (), ...,
                  range(3), frozenset("a"), slice(1, 2))
        args, kwargs = pool.submit(echo, *values, key=shared).result()
        print(args == values, kwargs, args[6][0] is args[6][1])
        cycle = []
        cycle.append(cycle)
        got = pool.submit(echo, cycle).result()[0][0]
        print(got[0] is got, got is not cycle)
        point = Point(3, 4)
        moved = pool.submit(move, point).result()
        print(type(moved) is Point, moved.x, point.x, pool.submit(point.norm).result())
        print(pool.submit(functools.partial(pow, 2), 5).result(), pool.submit(Point.origin).result().x)
        print(pool.submit(echo, is_prime, Point, len).result()[0] == (is_prime, Point, len))
        error = pool.submit(refuse, "this").exception()
        print(type(error).__name__, error.args, error.why, type(error.__cause__).__name__, "in refuse" in str(error.__cause__))
        attempt(pool.submit(lambda: 1).result)
        futures = [pool.submit(pow, n, 2) for n in range(5)]
        print(sorted(f.result() for f in as_completed(futures)), len(wait(futures).done))
    attempt(lambda: pool.submit(pid))
    attempt(lambda: ProcessPoolExecutor(0))
    with ProcessPoolExecutor(1) as pool:
        attempt(pool.submit(die).result)
        attempt(lambda: pool.submit(pid).result())

    async def in_loop():
        loop = asyncio.get_running_loop()
        with ProcessPoolExecutor(2) as pool:
            print(await asyncio.gather(*[loop.run_in_executor(pool, is_prime, n) for n in (7, 8, 11)]))

    asyncio.run(in_loop())


if __name__ == "__main__":
    main()
