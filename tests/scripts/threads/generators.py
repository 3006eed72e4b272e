"""Generators and exception state in several threads: a generator runs in one thread at a time."""
import sys
import threading


def numbers():
    for n in range(3):
        yield n, threading.current_thread().name


g = numbers()
print(next(g))
got = []
t = threading.Thread(target=lambda: got.append(next(g)), name="other")
t.start()
t.join()
print(got, next(g))

inside, gate = threading.Event(), threading.Event()


def slow():
    inside.set()
    gate.wait()
    yield 1


s = slow()
t = threading.Thread(target=lambda: got.append(next(s)))
t.start()
inside.wait()
try:
    next(s)
except ValueError as error:
    print(error)
gate.set()
t.join()
print(got[-1])

try:
    1 / 0
except ZeroDivisionError:
    t = threading.Thread(target=lambda: print("handled in the thread:", sys.exc_info()[0]))
    t.start()
    t.join()
    print("handled here:", sys.exc_info()[0].__name__)
