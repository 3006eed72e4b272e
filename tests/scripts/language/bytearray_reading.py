# bytearray: what it shares with bytes; results are bytearrays, arguments may be of either kind.
array = bytearray(b"Hello, World")


def show(code):
    try:
        print(code, "->", repr(eval(code)))
    except Exception as error:
        print(code, "->", type(error).__name__ + ":", error)


for code in ["array[0]", "array[-1]", "array[99]", "array['a']", "array[1:4]", "array[::-2]", "len(array)",
             "array + b'!'", "b'!' + array", "array + 'a'", "'a' + array", "array * 2", "2 * array", "array * 'a'",
             "array == b'Hello, World'", "b'Hello, World' == array", "array < b'I'", "array == 'Hello, World'",
             "array < 'a'", "hash(array)", "{array: 1}", "101 in array", "b'World' in array", "300 in array",
             "bytearray(b'or') in b'World'", "'W' in array", "bytes(array)", "list(array)[:3]", "sorted(array)[:3]"]:
    show(code)
for code in ["find(b'o')", "find(bytearray(b'o'), 5)", "rfind(111)", "index(b'zz')", "count(b'l')", "split()",
             "split(b'o')", "rsplit(b'o', 1)", "partition(b', ')", "rpartition(b'?')", "replace(b'l', b'L')",
             "replace(b'', b'-', 3)", "upper()", "swapcase()", "title()", "center(16, b'*')", "zfill(14)", "strip(b'Hd')",
             "decode()", "hex(' ', 4)", "startswith(b'He')", "endswith((b'ld', bytearray(b'x')))", "startswith('He')",
             "removeprefix(b'Hello')", "translate(None, b'l')", "isalpha()", "istitle()", "splitlines()",
             "join([b'a', bytearray(b'b')])", "join(['a'])", "expandtabs()"]:
    show("array." + code)
for code in ["b','.join([bytearray(b'a'), b'b'])", "bytearray(b'%s is %d') % (b'x', 1)", "b'%b' % bytearray(b'x')",
             "b'%c' % bytearray(b'x')", "int(bytearray(b'12'))", "int(bytearray(b'zz'))", "float(bytearray(b'1.5'))",
             "str(array, 'ascii')", "str(bytearray(b'\\xff'), 'utf-8')", "ord(bytearray(b'a'))",
             "int.from_bytes(bytearray(b'\\1\\2'), 'big')", "sum([array], bytearray())", "eval(bytearray(b'1 + 1'))",
             "bytearray.maketrans(b'a', b'b')[97]", "{b'a': 1}[bytes(bytearray(b'a'))]", "f'{array}'", "f'{array:>5}'"]:
    show(code)
match array:
    case [first, *_]:
        print("a sequence pattern")
    case bytearray(whole):
        print("a class pattern:", whole)
