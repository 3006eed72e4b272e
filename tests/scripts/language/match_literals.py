# match: numbers, strings, None, True and False are compared as == or `is` would.
def kind(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2:
            return "small"
        case -1:
            return "minus one"
        case 1.5:
            return "one and a half"
        case "a" | 'b' "c":
            return "text"
        case b"a":
            return "bytes"
        case None:
            return "none"
        case True:
            return "never: 1 came first"
        case False:
            return "never: 0 came first"
        case "":
            return "empty"
    return "nothing"


for x in (0, 1, 2, 3, -1, 1.5, "a", "bc", b"a", None, True, False, "", 0.0, 1.0, [], ...):
    print(repr(x), kind(x))


def singletons(x):
    match x:
        case True:
            return "True itself"
        case False:
            return "False itself"
        case None:
            return "None itself"
        case _:
            return "none of them"


print([singletons(x) for x in (True, 1, False, 0, None, "", 1.0)])
