print("cycle_a starts")
import _cycle_b

name = "a"
print("cycle_a sees", _cycle_b.name)


def other():
    return _cycle_b.name
