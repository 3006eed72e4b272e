# Lines joined by brackets, by backslashes; several statements in a line; comments anywhere.
total = 1 + \
    2 + \
    3
items = [
    1,  # one

    2,
    # nothing here
    3
]
text = ("a"  # first
        "b"
        )
if total == 6 and \
   text == "ab":
    print("joined", total, items)
x = 1; y = 2; print(x, y);
if x: print("same line"); print("still")
for i in range(2): x += i; y += i
print(x, y)
while False: pass
else: print("else of a while")
class A: a = 1; b = 2
def f(a,
      b=2,
      *,
      c
      ): return (a,
                 b, c)
print(A.a, A.b, f(1,
                  c=3
                  ))
assert x == \
    2, \
    "message"
value = {"key": [
    (1,
     2)]}["key"][
         0][
             1]
print(value,
      )  # the end
if True:
    # only a comment, then code

    pass
	# a comment with a tab
print("\
continued")
with open(__file__) as \
        file: line = file.readline()
print(line.
      strip()
      [:10])
