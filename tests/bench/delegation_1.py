"""A generator under 1 level of `yield from`."""
from _delegation import measure

measure(1, 1000000)
