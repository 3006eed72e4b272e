# lambda: every kind of parameter, bodies of every kind, nesting.
print((lambda: None)(), (lambda x: x)(1), (lambda x, y=2: (x, y))(1), (lambda *a: a)(1, 2), (lambda **k: k)(a=1))
print((lambda a, /, b, *, c: (a, b, c))(1, 2, c=3), (lambda *, k=1: k)(), (lambda a=1, *b, c=2, **d: (a, b, c, d))(5, 6, c=7, e=8))
print((lambda: (yield))().__class__.__name__, (lambda x: x if x else "none")(0), (lambda x: [x, *x])("ab"), (lambda: (y := 3))())
print((lambda x: lambda y: x + y)(1)(2), (lambda f: f(f))(lambda f: "self"), (lambda x: (lambda: x)())(4))
print(sorted([3, 1, 2], key=lambda x: -x), list(map(lambda x, y: x * y, [1, 2], [3, 4])), [f(2) for f in [lambda x: x ** 2, lambda x: -x]])
print({"add": lambda a, b: a + b}["add"](1, 2), (lambda: 1, 2)[1], (lambda a: a)(a=5), lambda_ if (lambda_ := 1) else 0)
x = 10
print((lambda x=x: x)(), (lambda: x)(), (lambda x: (lambda: x + 1)())(1))
x = 20
print([g() for g in (lambda: x, lambda x=x: x)])
f = lambda n: 1 if n < 2 else n * f(n - 1)
print(f(10), f.__name__, (lambda: 0).__qualname__)
print((lambda *args, **kwargs: (args, kwargs))(*[1], **{"a": 2}), not (lambda: 0)(), (lambda: ())(), (lambda: {})(), (lambda: [])())
try:
    (lambda x: x)()
except TypeError as e:
    print(e)
