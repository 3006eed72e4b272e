# `s += piece` in a loop lengthens the string in place, which nobody may ever see.


def kept_after_the_loop(n):
    text = "start"
    kept = []
    for round in range(3):
        for i in range(n):
            text += "piece"
        kept.append(text)
    return [len(t) for t in kept], kept[0] == "start" + "piece" * n, hash(kept[0]) == hash("start" + "piece" * n)


def read_in_the_loop(n):
    text = ""
    all_of_them = []
    for i in range(n):
        text += "0123456789"
        all_of_them.append(text)
    return [len(t) for t in all_of_them[::50]], len(set(all_of_them))


def read_in_the_test():
    text = ""
    while len(text) < 1000:
        text += "é"
    return len(text), text == "é" * 1000


def read_in_a_comprehension(n):
    text = "x" * 300
    seen = []
    for i in range(n):
        text += "y"
        seen += [text[-k] for k in (1, 300)]
    return "".join(seen)


def read_through_locals(n):
    text = "x" * 300
    seen = []
    for i in range(n):
        text += "abc"
        seen.append(locals()["text"])
    return [len(t) for t in seen]


def read_through_a_frame():
    def grow():
        text = "x" * 300
        while True:
            text += "abc"
            yield

    generator = grow()
    seen = []
    for i in range(4):
        next(generator)
        seen.append(generator.gi_frame.f_locals["text"])
    return [len(t) for t in seen]


def captured(n):
    text = "x" * 300
    looks = []
    for i in range(n):
        text += "abc"
        looks.append((lambda: text)())
    return [len(t) for t in looks]


def starts_from_a_shared_one(n):
    first = text = "x" * 300
    for i in range(n):
        text += "abc"
    return len(first), len(text)


def begun_again(n):
    text = "x" * 300
    seen = []
    for i in range(n):
        for j in range(2):
            if j == 1:
                text += "j"
            else:
                text += "i"
        seen.append(text)
    return seen[0] == "x" * 300 + "ij", [len(t) for t in seen]


def other_types():
    number, items, mixed = 0, [], 1.5
    same = items
    for i in (1, 2.5, True, 10**30):
        number += i
    for i in ([1], (2, 3), "ab"):
        items += i
    for i in (1, 2):
        mixed += i
    print(number, items, same is items, mixed)
    text = "x"
    for i in ("a", "b", 1):
        try:
            text += i
        except TypeError as error:
            print(error)
    for i in "c":
        late += i


class Text(str):
    def __add__(self, other):
        return Text("<" + str(self) + other + ">")


def subclass():
    text = Text("x" * 300)
    for i in range(3):
        text += "y"
    return text[:4], text[-7:]


for test in (kept_after_the_loop, read_in_the_loop, read_in_a_comprehension, read_through_locals, captured,
             starts_from_a_shared_one, begun_again):
    print(test.__name__, test(200 if test is read_in_the_loop else 5), end="\n" if test is not captured else "!\n")
print(kept_after_the_loop(1000))
print(read_in_the_test(), read_through_a_frame(), subclass())
try:
    other_types()
except UnboundLocalError as error:
    print(error)
