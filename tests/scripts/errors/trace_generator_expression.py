# Frames of generator expressions, one inside the other. (Those of comprehensions are shown by CPython 3.11 alone.)
# record: stderr
def parse(x):
    return int(x)


def run(items):
    doubled = (parse(i) * 2 for i in items)
    return sorted((d for d in doubled), key=lambda v: -v)


print(run(["1", "2"]))
run(["3", "x"])
