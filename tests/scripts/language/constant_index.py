# Items at an index that is written in the program.
def error(action):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)


class Stack(list):
    def __getitem__(self, index):
        return ("got", index)

    def __setitem__(self, index, value):
        print("set", index, value)


items = [10, 20, 30]
items[0] += 1
items[2] -= 1
items[-1] *= 2
print(items, items[0], items[2], items[-3], (1, 2)[1], (1, 2)[-2], "abc"[1], b"abc"[2], range(5, 9)[3])
stack = Stack([1])
stack[0] = 5
stack[7] += (1,)
print(stack[0], stack[-1])
table = {0: "zero", 65535: "last", 65536: "next", -1: "minus"}
table[0] += "!"
table[65535] += "!"
table[65536] += "!"
table[-1] += "!"
table[True] = "one"
print(table, table[1], table[0.0], table[1.0])
big = list(range(70000))
big[65535] += 1
big[65536] += 1
print(big[65535], big[65536])
k = 0
items[k] += (k := 2)
print(items)


def store(where, value):
    where[3] = value


error(lambda: items[3])
error(lambda: items[-4])
error(lambda: (1, 2)[2])
error(lambda: "ab"[5])
error(lambda: table[2])
error(lambda: None[0])
error(lambda: 5[0])
error(lambda: 1.5[0])
error(lambda: store(items, 0))
error(lambda: store((1, 2, 3, 4), 0))
error(lambda: store("abcd", 0))
error(lambda: store(None, 0))
error(lambda: store(7, 0))
