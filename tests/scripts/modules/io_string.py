# StringIO and BytesIO: files in memory.
import io

s = io.StringIO("a\nb\nc")
print(repr(s.readline()), repr(s.read()), s.seek(0), list(s), s.tell(), s.write("d"), s.getvalue(), s.truncate(3), repr(s.getvalue()))
s.seek(1)
s.write("XYZ")
print(repr(s.getvalue()), s.readable(), s.writable(), s.seekable(), s.closed)
with io.StringIO() as t:
    print("one", 2, file=t, sep="-")
    t.writelines(["x\n", "y"])
    print(repr(t.getvalue()))
b = io.BytesIO(b"xyz")
print(b.read(1), b.getvalue(), b.seek(0, 2), b.write(b"w"), b.getvalue(), b.seek(1), b.read(), b.read())
for attempt in (lambda: t.read(), lambda: s.write(3), lambda: b.write("x"), lambda: s.seek(-1), lambda: io.StringIO(3), lambda: s.seek(1, 1), lambda: io.BytesIO("x")):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
