"""Recursion is limited in each thread by itself."""
import threading


def depth(n):
    return 1 + depth(n - 1) if n else 0


def too_deep():
    try:
        depth(100000)
    except RecursionError as error:
        print(type(error).__name__, threading.current_thread().name)
    print(depth(500))


threads = [threading.Thread(target=too_deep, name="t%d" % n) for n in range(3)]
for t in threads:
    t.start()
    t.join()


def from_below(n):
    if n:
        return from_below(n - 1)
    t = threading.Thread(target=too_deep, name="from below")
    t.start()
    t.join()


from_below(800)
