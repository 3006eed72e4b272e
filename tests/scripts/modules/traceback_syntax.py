# SyntaxErrors quote the text they are about.
# python: 3.11
import traceback

for text in "x = (", "a b", "def f(:\n    pass", "if x\n    y", "for", "  x = 1":
    try:
        compile(text, "given.py", "exec")
    except SyntaxError as e:
        print(traceback.format_exception_only(e))
        lines = traceback.TracebackException.from_exception(e)
        print(lines.filename, lines.lineno, lines.offset, repr(lines.text), lines.msg)
print("".join(traceback.format_exception_only(SyntaxError("by hand"))))
print("".join(traceback.format_exception_only(SyntaxError("by hand", ("f.py", 3, 5, "some text\n")))))
