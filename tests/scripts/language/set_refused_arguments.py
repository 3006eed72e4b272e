# Set methods whose arguments fail half way: what is left of the set; issuperset ends early.
def attempt(name, *args):
    s = {1, 2, 3}
    try:
        print(name, args, getattr(s, name)(*args), s)
    except TypeError as error:
        print(name, args, error, s)


for name in ("intersection_update", "difference_update", "update", "symmetric_difference_update", "intersection", "union"):
    attempt(name, [1], None)
    attempt(name, [1, [2], 3])
    attempt(name)
attempt("issuperset", [4, []])
attempt("issuperset", [1, []])
attempt("issuperset", [1, 2])
attempt("issubset", [4, []])
attempt("issubset", range(9))
attempt("issuperset", 5)
