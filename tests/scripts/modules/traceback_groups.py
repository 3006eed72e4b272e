# Exception groups.
import traceback


def fail(kind):
    raise kind("bad")


def gather(*kinds):
    errors = []
    for kind in kinds:
        try:
            fail(kind)
        except Exception as e:
            errors.append(e)
    return ExceptionGroup("several", errors)


try:
    raise gather(ValueError, TypeError)
except ExceptionGroup as e:
    print(traceback.format_exc())
    print(traceback.format_exception(e, limit=1))
    print(traceback.format_exception_only(e))
    group = e
try:
    raise ExceptionGroup("outer", [group, OSError(2, "No such file")]) from KeyError("why")
except ExceptionGroup as e:
    e.add_note("note\nmore")
    e.exceptions[1].add_note("inside")
    print("".join(traceback.format_exception(e)))
print("".join(traceback.format_exception(ExceptionGroup("many", [ValueError(i) for i in range(17)]))))
