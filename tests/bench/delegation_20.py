"""A generator under 20 levels of `yield from`."""
from _delegation import measure

measure(20, 500000)
