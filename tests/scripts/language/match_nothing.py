# match: no case matched does nothing; the subject is evaluated once; cases in order until one matches.
def subject():
    print("subject")
    return 5


match subject():
    case 1:
        print(1)
    case 2:
        print(2)
print("after")


class Number:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print("is it", other)
        return self.value == other


for value in (1, 2, 3, 4):
    match Number(value):
        case 1 | 2:
            print("one or two")
        case 3:
            print("three")
        case _:
            print("more")


def early(items):
    for item in items:
        match item:
            case "skip":
                continue
            case "stop":
                break
            case "return":
                return "returned"
            case x:
                print("item", x)
    else:
        return "exhausted"
    return "broke"


print(early(["a", "skip", "b"]), early(["a", "stop", "b"]), early(["return"]))
