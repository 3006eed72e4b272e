# width, indent, depth, compact, and the rest.
import io
import pprint
from pprint import pprint as p

data = {"numbers": list(range(25)), "nested": {"b": [1, [2, [3, [4]]]], "a": ("x",)}, "text": "some words " * 4}
p(data, width=40)
p(data, indent=4, width=60)
p(data, compact=True, width=50)
for depth in 1, 2, 3:
    p(data, depth=depth)
p(data, sort_dicts=False, width=200)
p([123456789, 1.5, 10**9], underscore_numbers=True)
p([{}, [], ()], width=1)
p(list(range(20)), width=20, compact=True)
p([["a" * 10, "b" * 10], ["c" * 50, "d" * 50]], width=60, compact=True)
out = io.StringIO()
pprint.PrettyPrinter(width=20, stream=out).pprint({"key": ["value"] * 3})
print(repr(out.getvalue()), pprint.PrettyPrinter(indent=2).pformat({"a": 1}))
for options in {"indent": -1}, {"depth": 0}, {"width": 0}:
    try:
        pprint.pformat(1, **options)
    except ValueError as e:
        print(e)
