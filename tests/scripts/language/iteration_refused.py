# What is told when __iter__ gives something that is no iterator, or raises, by what wanted to iterate.
class Wrong:
    def __init__(self, answer):
        self.answer = answer

    def __iter__(self):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def unpack(x):
    a, b = x
    return a, b


USES = {"in": lambda x: 1 in x, "bytes": bytes, "bytearray": bytearray, "list": list, "for": lambda x: [i for i in x],
        "unpack": unpack, "call": lambda x: print(*x), "sum": sum, "join": ",".join, "dict": dict, "zip": zip, "set": set,
        "star": lambda x: [*x], "max": max, "extend": [].extend, "map": lambda x: map(str, x), "yes": any}
for answer in (5, None, TypeError("from iter"), ValueError("from iter")):
    for name, use in USES.items():
        try:
            print(name, use(Wrong(answer)))
        except Exception as error:
            print(name, type(error).__name__, error)


class Number(float):
    def __index__(self):
        return "x"


for make in (bytes, bytearray):
    try:
        make(Number(1))
    except TypeError as error:
        print(error)
