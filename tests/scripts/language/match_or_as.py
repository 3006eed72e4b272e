# match: alternatives, and names for what matched.
def read(x):
    match x:
        case (1 | 2) as small:
            return "small", small
        case [("a" | "b") as letter, (int() | None) as number]:
            return letter, number
        case {"k": [1, 2] | [2, 1] as pair}:
            return "pair", pair
        case ((a, 0) | (0, a)) as whole:
            return "axis", a, whole
        case (str() | bytes()) as text:
            return "text", text
        case [[_, inner] | (inner, _, _)]:
            return "inner", inner
        case float() | int() as number:
            return "number", number
    return None


for x in (1, 2, 3, ["a", 5], ["b", None], ["a", "b"], {"k": [2, 1]}, {"k": [1, 1]}, (5, 0), [0, 6], "s", b"s", 2.5, [[1, 2]], [(1, 2, 3)]):
    print(x, read(x))
