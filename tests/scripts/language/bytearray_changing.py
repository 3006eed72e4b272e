# bytearray: items and slices set and deleted, the methods that change it, += and *=; each with its errors.
def change(code, start=b"0123456789"):
    array = bytearray(start)
    try:
        exec(code, {"array": array})
        print(code, "->", array)
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error, array)


for code in ["array[0] = 65", "array[-1] = 0", "array[10] = 1", "array[0] = 256", "array[0] = 'a'", "array['a'] = 1",
             "array[0] = b'a'", "array[True] = True", "del array[0]", "del array[-1]", "del array[20]", "del array['a']"]:
    change(code)
for code in ["array[2:4] = b'abcdef'", "array[2:2] = b'X'", "array[8:2] = b'between'", "array[:] = []", "array[5:] = b''",
             "array[1:3] = [65, 66, 67]", "array[1:3] = range(3)", "array[1:3] = array", "array[::2] = b'ABCDE'",
             "array[::-1] = b'abcdefghij'", "array[::2] = b'AB'", "array[::2] = b''", "array[1:3] = 5", "array[1:3] = 'ab'",
             "array[1:3] = None", "array[1:3] = 1.5", "array[1:3] = [300]", "del array[2:5]", "del array[::3]",
             "del array[::-3]", "del array[5:2]", "del array[:]"]:
    change(code)
for code in ["array.append(65)", "array.append(256)", "array.append('a')", "array.extend(b'ab')", "array.extend([1, 2])",
             "array.extend(n for n in range(3))", "array.extend([1, 300])", "array.extend('abc')", "array.extend('')",
             "array.extend(5)", "array.extend(array)", "array.insert(0, 65)", "array.insert(-1, 65)",
             "array.insert(100, 65)", "array.insert('a', 65)", "array.pop()", "array.pop(0)", "array.pop(50)",
             "array.remove(53)", "array.remove(200)", "array.remove(256)", "array.reverse()", "array.clear()"]:
    change(code)
change("array.pop()", b"")
for code in ["array += b'ab'", "array += bytearray(b'ab')", "array += array", "array += [1]", "array += 'a'", "array *= 2",
             "array *= 0", "array *= 'a'", "array -= b'a'", "array.more = 1"]:
    change(code)
array = same = bytearray(b"one")
array += b", two"
print(same, same is array, array.copy() is array)
walk = iter(array)
print(next(walk), end=" ")
array.append(33)
print(bytes(walk), type(walk).__name__)
for number in range(1000):
    array.append(number % 256)
del array[:990]
print(len(array), array)
