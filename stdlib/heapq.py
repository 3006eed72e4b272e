"""Heaps in lists: the moves are in C, what is built from them is here."""
from _heapq import heapify, heappop, heappush, heappushpop, heapreplace

__all__ = ["heapify", "heappop", "heappush", "heappushpop", "heapreplace", "merge", "nlargest", "nsmallest"]


def merge(*iterables, key=None, reverse=False):
    """The items of several sorted iterables, in order, one at a time."""
    heads = []
    for order, iterable in enumerate(iterables):
        step = iter(iterable).__next__
        for value in _one(step):
            heads.append(_Head(value if key is None else key(value), order, value, step, reverse))
    heapify(heads)
    while heads:
        head = heads[0]
        yield head.value
        for value in _one(head.step):
            head.value = value
            head.key = value if key is None else key(value)
            heapreplace(heads, head)
            break
        else:
            heappop(heads)


def _one(step):
    try:
        return (step(),)
    except StopIteration:
        return ()


class _Head:
    """The next item of one iterable; equal keys keep the order of the iterables."""
    __slots__ = ("key", "order", "value", "step", "reverse")

    def __init__(self, key, order, value, step, reverse):
        self.key, self.order, self.value, self.step, self.reverse = key, order, value, step, reverse

    def __lt__(self, other):
        first, second = (other, self) if self.reverse else (self, other)
        if first.key < second.key:
            return True
        return self.order < other.order and not second.key < first.key


def _holds_all(n, iterable):
    """Are n items at least all there are? (An n that is no number is found out here.)"""
    try:
        size = len(iterable)
    except TypeError:
        return False
    return n >= size


def nsmallest(n, iterable, key=None):
    """As sorted(iterable, key=key)[:n]."""
    ordered = _holds_all(n, iterable) or n > 0
    return sorted(iterable, key=key)[:n] if ordered else []


def nlargest(n, iterable, key=None):
    """As sorted(iterable, key=key, reverse=True)[:n]."""
    ordered = _holds_all(n, iterable) or n > 0
    return sorted(iterable, key=key, reverse=True)[:n] if ordered else []
