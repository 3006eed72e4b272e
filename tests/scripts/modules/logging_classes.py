# Loggers and records of classes of one's own; the attributes of a record.
import logging
import sys


class Loud(logging.Logger):
    def shout(self, text):
        self.warning(text.upper())


logging.setLoggerClass(Loud)
logging.basicConfig(stream=sys.stdout, format="%(message)s %(tag)s")


class Tagged(logging.LogRecord):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.tag = "#" + self.name


logging.setLogRecordFactory(Tagged)
log = logging.getLogger("loud")
log.shout("hello")
print(log, logging.getLoggerClass().__name__, logging.getLogRecordFactory().__name__, type(logging.root).__name__)


class Show(logging.Handler):
    def emit(self, record):
        print(record.name, record.levelno, record.levelname, record.msg, record.args, record.exc_info, record.exc_text)
        print(record.filename, record.module, record.lineno, record.funcName, record.stack_info, record.threadName)
        print(type(record.created).__name__, type(record.msecs).__name__, type(record.process).__name__)


log.addHandler(Show())
log.propagate = False
log.error("%s-%s", 1, 2)
