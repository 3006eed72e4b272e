# match: mappings by some of their keys; **rest takes the others.
KEY = "dynamic"


class Keys:
    name = "attribute"


def read(x):
    match x:
        case {"type": "point", "x": x, "y": y}:
            return f"point {x} {y}"
        case {"type": str() as kind, **rest} if rest:
            return f"{kind} with {rest}"
        case {"type": kind}:
            return f"only {kind}"
        case {1: "one", None: nothing}:
            return f"odd keys {nothing}"
        case {Keys.name: value}:
            return f"dotted key {value}"
        case {-1: _}:
            return "minus one"
        case {}:
            return "some mapping"
    return "no mapping"


for x in ({"type": "point", "x": 1, "y": 2, "z": 3}, {"type": "line", "n": 1}, {"type": "line"}, {"type": 5, "a": 1},
          {1: "one", None: 2}, {"attribute": 7}, {-1: 0}, {}, {"other": 1}, [], "type", None):
    print(x, "->", read(x))


class Default(dict):
    def __missing__(self, key):
        return "made up"

    def get(self, key, default=None):
        print("get", key)
        return super().get(key, default)


match Default(a=1):
    case {"b": value}:
        print("found", value)
    case {"a": value}:
        print("found a", value)
