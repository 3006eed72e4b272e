# Errors when a dict, set or deque changes size while it is iterated over.
from collections import deque

d = {i: i for i in range(3)}
try:
    for k in d:
        d[k + 10] = 1
except RuntimeError as e:
    print(e)
d = {i: i for i in range(3)}
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
for view in ("values", "items", "keys"):
    d = {"a": 1}
    try:
        for x in getattr(d, view)():
            d["b"] = 2
    except RuntimeError as e:
        print(view, e)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)
q = deque([1, 2, 3])
try:
    for x in q:
        q.append(x)
except RuntimeError as e:
    print(e)
d = {"a": 1, "b": 2}
for k in d:
    d[k] += 10
print(d)
for k in list(d):
    if k == "a":
        del d[k]
print(d)
it = iter({"x": 1})
print(next(it))
try:
    next(it)
except StopIteration as e:
    print("stop", e.args)
d = {i: i for i in range(3)}
it = iter(d)
print(next(it))
d[99] = 1
for attempt in range(2):
    try:
        print(next(it))
    except RuntimeError as e:
        print(e)
lst = [3, 1, 2]
it = iter(lst)
print(next(it))
lst.clear()
print(list(it))
lst.append(5)
print(list(it))
print(list(reversed({"a": 1, "b": 2})), list(reversed({"a": 1, "b": 2}.items())), list(reversed({"p": 3}.values())))
