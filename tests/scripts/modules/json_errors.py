# What JSON is not, and what it cannot hold.
import io
import json

for text in "{", "", "[1,]", "[1] x", '{"a" 1}', '{"a": }', "{'a': 1}", "nul", "[1", '"abc', '"\\x"', "01", "-", '{"a": 1,}', '"a\nb"', "[1 2]", "NaN", "Infinity":
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as e:
        print(repr(text), e, e.pos, e.lineno, e.colno)
loop = []
loop.append(loop)
for value in object(), {(1,): 2}, {1, 2}, b"x", loop, float("nan"), range(3):
    try:
        print(json.dumps(value, allow_nan=False))
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])
try:
    json.loads(3)
except TypeError as e:
    print(e)
print(json.load(io.StringIO('{"x": [1, {"y": null}]}')), json.loads(b'"bytes"'), json.loads(' [ ] '))
print(json.dumps({1: 1, True: 2, None: 3, 2.5: 4}), json.dumps({(1,): 2, "k": 1}, skipkeys=True))
