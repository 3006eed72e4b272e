"""A module of the script's own that is called like one of the library: other scripts here import it."""
import statistics as itself

print(__name__, "has", sorted(n for n in vars(itself) if n[0] != "_"))


def mean(data):
    return "no mean of " + repr(data)
