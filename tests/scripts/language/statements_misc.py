# pass, Ellipsis, semicolons, line joins, comments, nested blocks, docstrings, expression statements.
"""Not the docstring's place? It is: the first statement of the module."""
x = 1; y = 2; print(x, y)
if x: print("one-line if")
else: print("never")
for i in range(3): print(i, end=" "); print("-", end=" ")
print()
while x < 3: x += 1
print(x)


def f(): return "one-line def"


def g(): """doc only"""


class C: pass


class D: a = 1; b = 2


def stub(): ...


print(f(), g(), g.__doc__, C.__doc__, D.b, stub(), ..., Ellipsis, type(...).__name__, __doc__)
total = 1 + \
    2 + \
    3
values = [
    1,  # one
    2,
    # a comment alone
    3,
]
print(total, values, (1
                      + 2), {
    "a": 1,
    "b": 2,
}["b"])
if True:
    if True:
        if True:
            print("deep")
    print("less")
    # odd comment
        # badly indented comment is fine
print("out")
"expression statement"
5 + 5
[1, 2][0]
None
if (x ==
        3):
	print("tab indented block")
	print("second line")
def after(
    a,
    b=(
        1
    ),
):
    return a + b
print(after(
    1,
), after(1, b=2,))
try: pass
finally: print("finally one-line")
with_semicolon = 1;
print(with_semicolon)
lam = lambda: (yield)
print(type(lam()).__name__, "a" "b"
      "c")
not_keyword_match = 1
match = 2
case = 3
type_ = 4
_ = 5
print(match + case + type_ + _, __name__)
