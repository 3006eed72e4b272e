# formatwarning(), showwarning(), and a script's own in their place.
import io
import warnings

print(warnings.formatwarning("text", UserWarning, "no_such_file.py", 3), end="")
print(warnings.formatwarning("text", UserWarning, "no_such_file.py", 3, line="  x = 1  "), end="")
print(warnings.formatwarning(UserWarning("obj"), UserWarning, "warnings_showing.py", 1), end="")
out = io.StringIO()
warnings.showwarning("to a file", RuntimeWarning, "a.py", 1, file=out, line="y")
print(out.getvalue(), end="")


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", message, category.__name__, filename, lineno, file, line)


kept = warnings.showwarning
warnings.showwarning = show
warnings.warn("through show()")
warnings.showwarning = kept


def short(message, category, filename, lineno, line=None):
    return f"{category.__name__}({message})\n"


warnings.formatwarning = short
import sys
sys.stderr = sys.stdout
warnings.warn("through short()")
