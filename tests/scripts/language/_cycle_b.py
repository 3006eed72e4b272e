print("cycle_b starts")
import _cycle_a

name = "b"
print("cycle_b sees a's name:", hasattr(_cycle_a, "name"))


def other():
    return _cycle_a.name
