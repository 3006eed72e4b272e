# match: lists and tuples, but no strings; a star takes what is left.
def shape(x):
    match x:
        case []:
            return "empty"
        case [one]:
            return f"one: {one}"
        case (1, 2):
            return "exactly 1, 2"
        case [1, *rest]:
            return f"1 and {rest}"
        case [*most, 9]:
            return f"{most} and 9"
        case [first, *_, last] if first == last:
            return f"between {first}s"
        case [[a, b], [c, d]]:
            return f"square {a} {b} {c} {d}"
        case [_, _]:
            return "two"
        case [*everything]:
            return f"all of {everything}"
        case _:
            return "no sequence"


class Sequence(list):
    pass


for x in ([], (), [5], (1, 2), [1, 2], [1, 2, 3], (7, 8, 9), [4, 0, 0, 4], [[1, 2], [3, 4]], ((1, 2), [3, 4]), [3, 4], [3, 4, 5],
          "ab", b"ab", {1, 2}, {1: 2}, range(2), range(3), Sequence([1]), iter([1]), bytearray(b"ab")):
    print(type(x).__name__, shape(x))
