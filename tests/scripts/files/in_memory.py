"""io.StringIO and io.BytesIO."""
import contextlib
import io


def attempt(function, *args):
    try:
        print("no error:", repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


text = io.StringIO()
print(text.write("hello\n"), text.write("world"), repr(text.getvalue()), text.tell())
print("more", 1, 2, sep="-", file=text)
print(repr(text.getvalue()))
text.seek(0)
print(repr(text.readline()), repr(text.read(3)), repr(text.read()), repr(text.read()))
text.seek(2)
text.write("XX")
print(repr(text.getvalue()))
print(text.truncate(4), repr(text.getvalue()), text.tell())
text.seek(10)
text.write("far")
print(repr(text.getvalue()))
print(list(io.StringIO("a\nb\nc")), io.StringIO("x\ny").readlines())
print(repr(io.StringIO("a\r\nb\rc", newline=None).read()), repr(io.StringIO("a\r\nb\rc").read()))
with io.StringIO("with") as inside:
    print(inside.read(), inside.closed, inside.readable(), inside.writable(), inside.seekable())
print(inside.closed)
attempt(inside.read)
attempt(inside.getvalue)
attempt(io.StringIO, 5)
attempt(io.StringIO().write, b"x")
attempt(io.StringIO().seek, -1)
attempt(io.StringIO().fileno)
captured = io.StringIO()
with contextlib.redirect_stdout(captured):
    print("captured")
print(repr(captured.getvalue()))

data = io.BytesIO(b"first\nsecond")
print(data.readline(), data.read(2), data.tell(), data.read(), data.getvalue())
data.seek(0)
data.write(b"FIR")
data.seek(0, io.SEEK_END)
data.write(b"\nthird")
print(data.getvalue(), list(io.BytesIO(data.getvalue())))
data.seek(20)
data.write(b"!")
print(data.getvalue())
attempt(data.write, "text")
print(data.truncate(5), data.getvalue())
