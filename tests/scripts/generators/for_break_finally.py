# Leaving a for loop closes the generator made by its own expression at once.
def gen(name, n=5):
    try:
        for i in range(n):
            yield i
    finally:
        print("finally", name)


for x in gen("break"):
    if x == 2:
        break
print("after break", x)


def returns():
    for x in gen("return"):
        if x == 1:
            return x


print("returned", returns())
try:
    for x in gen("raise"):
        if x == 1:
            raise ValueError("out of the loop")
except ValueError as e:
    del e
    print("caught")
for x in gen("exhausted", 2):
    pass
else:
    print("else")
for x in gen("outer"):
    for y in gen("inner"):
        if y == 1:
            break
    print("inner left", x)
    if x == 1:
        break
print("both left")
kept = gen("kept")
for x in kept:
    if x == 1:
        break
print("kept is still open", next(kept))
kept.close()
print("now closed")
for x in (i * 2 for i in gen("under a generator expression")):
    if x == 2:
        break
print("after generator expression")


def wraps():
    try:
        yield from gen("delegate")
    finally:
        print("wraps finally")


for x in wraps():
    break
print("after wraps")
first, *_ = gen("unpacked", 2)
print("end")
