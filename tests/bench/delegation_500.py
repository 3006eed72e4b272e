"""A generator under 500 levels of `yield from`."""
from _delegation import measure

measure(500, 200000)
