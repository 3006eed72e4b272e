# A user-defined exception is named with its module's name, but not __main__.
# record: stderr
class AppError(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code
        self.text = text

    def __str__(self):
        return f"[{self.code}] {self.text}"


class Outer:
    class Inner(AppError):
        pass


def fail():
    raise Outer.Inner(7, "nested class, custom text")


try:
    fail()
except AppError as e:
    print(e, repr(e))
fail()
