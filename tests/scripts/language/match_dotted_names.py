# match: a dotted name is a value to compare with, a plain one takes anything.
class Color:
    RED, GREEN = "red", "green"

    class Inner:
        BLUE = "blue"


class Loud:
    def __eq__(self, other):
        print("compared with", other)
        return other == "loud"


def name(x):
    match x:
        case Color.RED:
            return "RED"
        case Color.GREEN | Color.Inner.BLUE:
            return "GREEN or BLUE"
        case other:
            return f"other {other}"


print(name("red"), name("green"), name("blue"), name("black"))
match Loud():
    case "quiet":
        print("no")
    case "loud":
        print("yes")
try:
    match 1:
        case Color.MISSING:
            pass
except AttributeError as e:
    print(e)
try:
    match 1:
        case missing.name:
            pass
except NameError as e:
    print(e)
