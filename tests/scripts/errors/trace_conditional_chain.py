# Carets of a failing part in boolean and conditional expressions, comparisons and f-strings.
# record: stderr
def f(x):
    return x.value


ok = f if False else len
print(ok("abc"), None or 5, 1 < 2 < 3)
try:
    print(1 < 2 < "three")
except TypeError as e:
    print(e)
message = f"value: {f(None) + 1:>5} end"
