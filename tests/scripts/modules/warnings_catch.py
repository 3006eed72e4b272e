# catch_warnings(): a list of what was warned, and everything back as it was.
import warnings

before = warnings.filters[:]
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("one")
    warnings.warn("two", RuntimeWarning)
    print(len(log), log[0])
for w in log:
    print(w.message, repr(w.message), w.category.__name__, w.filename, w.lineno, w.line, w.file, w.source)
print(warnings.filters == before)

with warnings.catch_warnings() as nothing:
    print(nothing)
with warnings.catch_warnings(record=True, action="error"):
    try:
        warnings.warn("action=")
    except UserWarning as e:
        print("raised", e)

catcher = warnings.catch_warnings(record=True)
print(catcher)
try:
    catcher.__exit__(None, None, None)
except RuntimeError as e:
    print(e)
with catcher:
    try:
        catcher.__enter__()
    except RuntimeError as e:
        print(e)
try:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.warn("out")
except UserWarning as e:
    print("out of the block:", e)
print(warnings.filters == before)
