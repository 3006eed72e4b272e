# User-defined exceptions: attributes, args, str, hierarchies, catching by base.
class AppError(Exception):
    """Base."""


class CodeError(AppError):
    def __init__(self, code, text="no text"):
        super().__init__(code, text)
        self.code = code
        self.text = text

    def __str__(self):
        return f"[{self.code}] {self.text}"


class Silent(AppError):
    def __init__(self, value):
        self.value = value


class Both(CodeError, KeyError):
    pass


for make in (lambda: AppError(), lambda: AppError("one"), lambda: AppError("one", 2), lambda: CodeError(404), lambda: CodeError(500, "boom"),
             lambda: Silent([1, 2]), lambda: Both(1, "b"), lambda: KeyError("key"), lambda: KeyError(), lambda: KeyError("a", "b"), lambda: ValueError("it's"),
             lambda: OSError(2, "missing"), lambda: StopIteration(7), lambda: SystemExit(3), lambda: Exception(None), lambda: Exception((1, 2)), lambda: AppError("é\n")):
    try:
        raise make()
    except BaseException as e:
        print(type(e).__name__, repr(str(e)), repr(e), e.args)
for kind in (CodeError, Both, Silent):
    for catch in (AppError, KeyError, LookupError, CodeError, (ValueError, AppError), Exception):
        try:
            try:
                raise kind(1)
            except catch as e:
                print(kind.__name__, "caught by", getattr(catch, "__name__", "tuple"), end="; ")
        except Exception as e:
            print(kind.__name__, "not caught", end="; ")
    print()
e = AppError(1)
e.extra = "attribute"
e.args = (5, 6)
print(e.extra, e, repr(e), e == AppError(5, 6), isinstance(e, Exception), e.__doc__, AppError.__doc__)
e.add_note("a note")
print(e.__notes__)


class Fancy(Exception):
    def __init__(self, *, reason):
        self.reason = reason

    def __repr__(self):
        return f"Fancy because {self.reason}"


try:
    raise Fancy(reason="x")
except Fancy as err:
    print(repr(err), str(err) == "", err.args, err.reason)
try:
    raise Fancy
except TypeError as err:
    print(err)
try:
    err
except NameError as gone:
    print(gone)
s = StopIteration("v", 2)
print(s.value, s.args, SystemExit().code, SystemExit("m").code, SystemExit(1, 2).code, OSError(2, "m").errno, OSError(2, "m", "file").filename, OSError(1, "x").strerror)
print(AttributeError("m", name="n", obj=5).name, NameError("x", name="y").name, ImportError("m", name="mod").name, UnicodeError("u"))
