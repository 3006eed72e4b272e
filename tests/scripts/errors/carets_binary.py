# Caret ranges: the operator that failed, in a longer expression.
# record: stderr
def f(a, b, c):
    return (a + b) * 2 - c + len("x")


print(f(1, 2, 3))
try:
    f("a", 1, 2)
except TypeError as e:
    print(e)
f(1, 2, "c")
