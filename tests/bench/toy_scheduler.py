"""Generators that take turns in a deque: the event loop of the lessons, at work."""
from collections import deque
from time import perf_counter


def worker(steps):
    done = 0
    while done < steps:
        done += 1
        yield
    return done


def run(tasks, steps):
    ready = deque(worker(steps) for _ in range(tasks))
    total = 0
    while ready:
        task = ready.popleft()
        try:
            next(task)
        except StopIteration as stop:
            total += stop.value
        else:
            ready.append(task)
    return total


start = perf_counter()
result = run(1000, 700)
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
