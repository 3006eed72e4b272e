"""Programs as trees that can be pruned.

A program is a list of statements; a statement is a list of parts, a part is a line and, where the line opens a block,
the list of the statements in it (else None). A Builder makes them, always the same ones of the same seed.
"""
import random


class Builder:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.label = 0

    def n(self):
        self.label += 1
        return self.label

    def chance(self, probability):
        return self.rng.random() < probability

    def any(self, *things):
        return self.rng.choice(things)

    def weighed(self, choices):
        return self.rng.choices([choice for _, choice in choices], [weight for weight, _ in choices])[0]

    def line(self, text, *words):
        return [[text % words if words else text, None]]

    def compound(self, *parts):
        return [list(part) for part in parts]


def source(tree):
    """Its text."""
    out = []

    def write(statements, indent):
        for statement in statements:
            if indent == 0 and out:
                out.append("\n\n")
            for text, block in statement:
                out.append(indent * " " + text + "\n")
                if block is not None:
                    write(block or [[["pass", None]]], indent + 4)

    write(tree, 0)
    return "".join(out)


def prune(tree, differs):
    """Leave out of `tree` whatever can be left out, and open blocks, as long as differs(tree) is true."""
    def shorten(block):
        at = len(block)
        while at > 0:
            at -= 1
            kept = block[at]
            for instead in [[]] + [part[1] for part in kept[:1] if part[1]]:
                block[at:at + 1] = instead
                if differs(tree):
                    break
                block[at:at + len(instead)] = [kept]
            else:
                for part in kept:
                    if part[1]:
                        shorten(part[1])

    before = None
    while source(tree) != before:
        before = source(tree)
        shorten(tree)
    return tree
