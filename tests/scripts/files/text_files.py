"""Text files: modes, lines, places, line ends, encodings."""
import os

path = "/tmp/bide-text-files-%d" % os.getpid()
try:
    with open(path, "w") as file:
        print(file.write("one\ntwo\nthrée\n"), file.tell(), file.closed, file.mode, file.encoding)
        print("printed", 4, file=file)
        file.writelines(["five\n", "six"])
    print(file.closed)
    with open(path) as file:
        print(file.read(5), repr(file.readline()), file.tell())
        print(file.readlines())
        print(repr(file.read()), repr(file.readline()))
        print(file.seek(0), file.readline(2), file.readline(), file.readline())
        print(file.seek(0, 2))
    for line in open(path):
        print(repr(line))
    with open(path, "a") as file:
        print(file.tell() > 0)
        file.write("!")
    with open(path, "r+") as file:
        print(file.readline())
        file.seek(0)
        file.write("ONE")
        file.seek(0)
        print(file.read().split("\n"))
    with open(path, "rb") as file:
        print(file.read())
    with open(path, "w", newline="\r\n") as file:
        file.write("a\nb\n")
    print(open(path, "rb").read())
    with open(path) as file:
        print(file.readlines(), repr(file.newlines))
    with open(path, newline="") as file:
        print(file.readlines())
    with open(path, "wb") as file:
        file.write(b"x\ry\r\nz\nend")
    with open(path) as file:
        print(file.readlines(), file.newlines)
    with open(path, newline="") as file:
        print(file.readlines())
    with open(path, newline="\r") as file:
        print(file.readlines())
    with open(path, "w", encoding="latin-1") as file:
        file.write("é")
    print(open(path, "rb").read())
    try:
        open(path, encoding="utf-8").read()
    except UnicodeDecodeError as error:
        print(error)
    print(open(path, encoding="utf-8", errors="replace").read())
    with open(path, "w") as file:
        file.write("long line " * 5000 + "\nlast")
    with open(path) as file:
        print([len(line) for line in file])
    try:
        open(path, "x")
    except FileExistsError as error:
        print(error.errno, error.filename == path)
finally:
    os.remove(path)
print(os.path.exists(path))
