# Which comparisons sorting makes: a class that does not know is asked twice; arguments are looked at in order.
class Key:
    def __init__(self, n, answer=None):
        self.n, self.answer = n, answer

    def __lt__(self, other):
        print("lt", self.n, other.n, end="; ")
        return NotImplemented if self.answer is NotImplemented else self.n < other.n

    def __gt__(self, other):
        print("gt", self.n, end="; ")
        return self.n > other.n


print([key.n for key in sorted([Key(2), Key(1), Key(3)])])
print([key.n for key in sorted([Key(2, NotImplemented), Key(1, NotImplemented)])])


class Deaf:
    def __lt__(self, other):
        print("asked", end=" ")
        return NotImplemented


for items in ([Deaf(), Deaf()], [Deaf(), 1], [1, "a"], [None, None], [{}, {}]):
    try:
        print(sorted(items))
    except TypeError as error:
        print(error)
for call in (lambda: sorted(5, nope=1), lambda: sorted([], nope=1), lambda: sorted(), lambda: sorted([], []),
             lambda: sorted([1], key=5), lambda: sorted([1], reverse="x"), lambda: sorted(5, reverse="x"),
             lambda: [].sort(1), lambda: sum(5, b""), lambda: sum([], ""), lambda: sum([1], bytearray())):
    try:
        print(call())
    except TypeError as error:
        print(error)
