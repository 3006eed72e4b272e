"""Files of bytes: buffered and raw, seek and truncate."""
import os

path = "/tmp/bide-binary-files-%d" % os.getpid()
try:
    with open(path, "wb") as file:
        print(file.write(b"0123456789"), file.tell())
        file.seek(3)
        file.write(b"abc")
        print(type(file).__name__, file.mode, file.readable(), file.writable(), file.seekable())
    with open(path, "rb") as file:
        print(file.peek(3)[:3], file.read(2), file.read1(3), file.read(), file.read(), type(file).__name__)
        print(file.seek(-2, 2), file.read(), file.seek(1), file.seek(2, 1), file.read(1), file.tell())
    with open(path, "r+b") as file:
        print(type(file).__name__, file.read(2), file.write(b"XY"), file.read(2))
        print(file.truncate(6), file.seek(0), file.read())
    with open(path, "ab") as file:
        file.write(b"\nline\nlast")
    with open(path, "rb") as file:
        print(list(file))
    with open(path, "rb", buffering=0) as file:
        print(type(file).__name__, file.read(3), file.readall(), file.mode, file.isatty())
    with open(path, "wb") as file:
        file.write(bytes(range(256)) * 1000)
    print(os.path.getsize(path), os.stat(path).st_size)
    with open(path, "rb") as file:
        total = 0
        while part := file.read(10_000):
            total += sum(part)
        print(total)
finally:
    os.remove(path)
