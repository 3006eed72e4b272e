# Filters that look at the message, the module, the line.
import warnings


def tell(*texts):
    with warnings.catch_warnings(record=True) as log:
        for text in texts:
            warnings.warn(text)
    return [str(w.message) for w in log]


warnings.simplefilter("always")
warnings.filterwarnings("ignore", message="old")
print(tell("old news", "OLD NEWS", "the old news", "new"))
warnings.filterwarnings("ignore", message=".*deprecated")
print(tell("f is deprecated", "deprecated", "fine"))
warnings.filterwarnings("ignore", message=r"version 1\.0")
print(tell("version 1.0 is out", "version 1x0 is out"))
warnings.filterwarnings("ignore", module="__main__")
print(tell("from here"))
with warnings.catch_warnings(record=True) as log:
    warnings.warn_explicit("from there", UserWarning, "there.py", 7)
    warnings.warn_explicit("from main", UserWarning, "x.py", 7, module="__main__")
print([(str(w.message), w.filename, w.lineno) for w in log])
warnings.resetwarnings()
warnings.filterwarnings("ignore", lineno=3)
with warnings.catch_warnings(record=True) as log:
    for line in range(5):
        warnings.warn_explicit("line", UserWarning, "there.py", line)
print([w.lineno for w in log])
