# What int() shows of text it cannot read: bytes of any class as plain ones, strings as their class does.
class Packet(bytes):
    def __repr__(self):
        return "Packet()"


class Buffer(bytearray):
    def __repr__(self):
        return "Buffer()"


class Name(str):
    def __repr__(self):
        return "Name()"


class Told(bytes):
    def __bytes__(self):
        return b"12"


def show(*args):
    try:
        print(int(*args))
    except ValueError as error:
        print(error)


for text in Packet(b"x"), Buffer(b"x"), Name("x"), Told(b"q"), Packet(b"7"), b"", b"\xff", Packet(b"x" * 300), b"\0" * 90:
    show(text)
    show(text, 16)
