# What logging refuses.
import logging


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


log = logging.getLogger("x")
attempt(logging.getLogger, 3)
attempt(log.setLevel, "LOUD")
attempt(log.setLevel, 2.5)
attempt(log.log, "INFO", "text")
attempt(log.warning, "x", colour="red")
attempt(logging.Handler, level="no")
attempt(logging.Formatter("%(nothing)s").format, logging.makeLogRecord({}))
attempt(logging.setLoggerClass, int)
attempt(logging.makeLogRecord({"msg": "%d", "args": ("x",)}).getMessage)
attempt(logging.makeLogRecord({"msg": "%s %s", "args": ("x",)}).getMessage)
attempt(logging.makeLogRecord({"msg": "no args", "args": ()}).getMessage)
print(logging.makeLogRecord({"name": "n", "levelno": 3, "msg": "m", "pathname": "p", "lineno": 7}))
