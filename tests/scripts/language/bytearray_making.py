# bytearray(): from nothing, bytes, a count, numbers, text; and what it refuses.
def show(*args, **keywords):
    try:
        print(args, keywords, "->", bytearray(*args, **keywords))
    except Exception as error:
        print(args, keywords, "->", type(error).__name__ + ":", error)


show()
show(b"bytes")
show(bytearray(b"another"))
show(4)
show([0, 127, 255])
show(range(5))
show({65: "dict"})
show("text", "utf-8")
show("t\xe9xt", "latin-1")
show("t\xe9xt", encoding="ascii", errors="replace")
show(source=b"by name")
show("text")
show("t\xe9xt", "ascii")
show(b"bytes", "utf-8")
show("text", "no-such")
show([256])
show([-1])
show(["a"])
show(None)
show(1.5)
show(-1)
show(b"", b"")
print(bytearray.fromhex("00 ff 7F"), bytearray(b"\x00\xff").hex("-"))


class Packet(bytearray):
    def __init__(self, data, kind):
        super().__init__(data)
        self.kind = kind


packet = Packet(b"abc", "greeting")
packet.append(33)
print(packet, packet.kind, len(packet), type(packet[1:]).__name__, packet == b"abc!")
packet.__init__(b"anew", "other")
print(packet, packet.kind, isinstance(packet, bytearray), isinstance(packet, bytes))
print(repr(bytearray(b"it's")), repr(bytearray(b'"\'\\\n\x00')), str(bytearray(b"text")))
