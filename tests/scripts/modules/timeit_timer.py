# timeit with a clock that ticks once a look.
import timeit

ticks = iter(range(1000))
print(timeit.timeit("pass", timer=lambda: next(ticks), number=3))
count = 0


def work():
    global count
    count += 1


t = timeit.Timer(work, timer=lambda: next(ticks))
print(t.timeit(5), count, t.repeat(3, 2), count)
print(timeit.timeit("x += y\nif x > 2:\n    seen.append(x)", "x = 0; y = 1", lambda: next(ticks), 4, {"seen": (seen := [])}), seen)
print(timeit.repeat("work()", number=2, repeat=2, globals=globals(), timer=lambda: next(ticks)), count)


def slow_clock(step=[0]):
    step[0] += 0.05 * count
    return step[0]


count = 0
found = []
print(timeit.Timer(work, timer=slow_clock).autorange(lambda number, seconds: found.append(number))[0], found)
print(timeit.default_timer.__name__, timeit.timeit(number=10) >= 0)


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(timeit.Timer, 3)
attempt(timeit.Timer, "pass", 3)
attempt(timeit.timeit, "1/0", number=1)
attempt(timeit.timeit, "nothing", number=1)
attempt(timeit.Timer, "x = (")
