"""A file on a full disk: the error comes when its buffer is written."""


def attempt(name, function):
    try:
        print(name, function())
    except OSError as error:
        print(name, type(error).__name__, error, error.errno)


def with_block():
    with open("/dev/full", "w") as file:
        file.write("abc")


def without_buffer():
    with open("/dev/full", "wb", buffering=0) as file:
        file.write(b"abc")


attempt("with", with_block)
attempt("without a buffer", without_buffer)
file = open("/dev/full", "w")
attempt("write", lambda: file.write("abc"))
attempt("flush", file.flush)
attempt("much", lambda: file.write("x" * 100_000))
attempt("close", file.close)
print(file.closed)
