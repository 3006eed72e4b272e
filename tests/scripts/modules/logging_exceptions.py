# Records with an exception or a stack below.
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(levelname)s:%(message)s")
log = logging.getLogger("e")


def divide(x):
    return 1 / x


try:
    divide(0)
except ZeroDivisionError as e:
    log.exception("divide(%d)", 0)
    log.error("with exc_info", exc_info=True)
    log.warning("with the exception", exc_info=e)
    log.error("with none", exc_info=None)
    log.exception("without", exc_info=False)
    kept = sys.exc_info()
log.error("a triple", exc_info=kept)
log.error("there is none", exc_info=True)


def inner():
    log.warning("and the stack", stack_info=True)


inner()


class Short(logging.Formatter):
    def formatException(self, ei):
        return f"[{ei[0].__name__}: {ei[1]}]"


logging.root.handlers[0].setFormatter(Short("%(message)s"))
try:
    {}["k"]
except KeyError:
    log.exception("short")
