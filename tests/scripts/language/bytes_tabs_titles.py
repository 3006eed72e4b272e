# bytes: tabs expanded to columns, titles told; __bytes__ and what bytes() makes of it.
for text in [b"a\tb\tc", b"\t", b"ab\r\n\tc\td", b"12345678\t9", b"\xc3\xa9\tx", b"no tabs"]:
    print(text.expandtabs(), text.expandtabs(4), text.expandtabs(0), text.expandtabs(tabsize=1))
try:
    b"".expandtabs("4")
except TypeError as error:
    print(error)
for text in [b"A Title", b"A title", b"UPPER", b"It'S A Word", b"", b"123", b"A1b", b"A1B", b"\xc4Bc"]:
    print(text, text.istitle(), text.title(), text.isupper(), text.islower())


class Blob:
    def __init__(self, answer):
        self.answer = answer

    def __bytes__(self):
        return self.answer


print(bytes(Blob(b"itself")), b"".__bytes__(), b"%b" % Blob(b"x"))
for answer in ["text", bytearray(b"array"), None]:
    try:
        bytes(Blob(answer))
    except TypeError as error:
        print(error)
