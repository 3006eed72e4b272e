# What a format may hold.
import logging
import sys
import time

log = logging.getLogger("form")
handler = logging.StreamHandler(sys.stdout)
log.addHandler(handler)
log.propagate = False


def work(text):
    handler.setFormatter(logging.Formatter(text))
    log.warning("m%s", 1)


work("%(name)s %(levelname)s %(levelno)d %(message)s")
work("%(levelname)-10s|%(message)8s|%(levelno)5.1f|")
work("%(filename)s %(module)s %(lineno)d %(funcName)s %(threadName)s %(processName)s")
work("100%% %(msg)s %(args)s")




record = logging.makeLogRecord({"msg": "then", "created": 86400.25, "msecs": 250.0, "levelname": "INFO"})
for arguments in [("%(asctime)s %(message)s",), ("%(asctime)s %(message)s", "%H:%M:%S"), ("%(asctime)s", "%d.%m.%Y")]:
    formatter = logging.Formatter(*arguments)
    formatter.converter = time.gmtime
    print(formatter.format(record), formatter.usesTime())
formatter = logging.Formatter("%(asctime)s")
formatter.converter = time.gmtime
formatter.default_msec_format = None
print(formatter.format(record))
print(logging.Formatter().format(record), logging.Formatter().usesTime())
print(logging.Formatter("%(extra)s %(message)s", defaults={"extra": "E"}).format(record))
print(logging.BASIC_FORMAT, logging.Formatter("%(message)s")._fmt)
