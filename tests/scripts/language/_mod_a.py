"""A module that others import."""
print("running", __name__)
value = 42
changing = "first"


def function(x):
    return x * value


def read_changing():
    return changing


def set_changing(v):
    global changing
    changing = v


class Thing:
    name = "thing of " + __name__


if __name__ == "__main__":
    print("never when imported")
