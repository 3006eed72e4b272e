# A line repeated more than three times in a traceback is folded; three times is not.
# record: stderr
def sink(n):
    if n == 0:
        raise KeyError("bottom")
    sink(n - 1)


for depth in (2, 3, 4):
    try:
        sink(depth)
    except KeyError as e:
        print(depth, repr(e))
sink(12)
