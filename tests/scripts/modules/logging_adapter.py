# extra= and LoggerAdapter add fields to records.
import logging
import sys

logging.basicConfig(stream=sys.stdout, level="INFO", format="%(levelname)s [%(user)s] %(message)s (%(funcName)s:%(lineno)d)")
log = logging.getLogger("ad")
log.info("extra", extra={"user": "ann"})
adapter = logging.LoggerAdapter(log, {"user": "bob"})
adapter.info("adapted"), adapter.debug("hidden"), adapter.log(40, "a %s", "b")
print(adapter, adapter.name, adapter.isEnabledFor(10), adapter.getEffectiveLevel(), adapter.hasHandlers())


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        kwargs["extra"] = self.extra
        return f"{self.extra['user']}: {msg}", kwargs


def work():
    Prefix(log, {"user": "cat"}).warning("mine")
    helper()


def helper():
    log.info("of the caller", extra={"user": "-"}, stacklevel=2)


work()
adapter.setLevel("ERROR")
print(log.level)
try:
    1 / 0
except ZeroDivisionError:
    adapter.exception("failed")
for bad in {"message": 1}, {"name": 1}, {"asctime": 1}:
    try:
        log.error("x", extra=bad)
    except KeyError as e:
        print(e)
