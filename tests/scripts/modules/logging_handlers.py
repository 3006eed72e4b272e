# Handlers: levels, streams, those of one's own.
import io
import logging
import sys

log = logging.getLogger("h")
log.setLevel("DEBUG")
log.propagate = False
out = io.StringIO()
stream = logging.StreamHandler(out)
stream.setLevel("ERROR")
stream.terminator = ";\n"
log.addHandler(stream)
log.addHandler(stream)
log.addHandler(logging.NullHandler())
log.info("no"), log.error("yes"), log.critical("oh")
print(repr(out.getvalue()), len(log.handlers))
second = io.StringIO()
print(stream.setStream(second) is out, stream.setStream(second))
log.error("elsewhere")
print(repr(second.getvalue()))
for handler in stream, logging.StreamHandler(sys.stdout), logging.StreamHandler(), logging.NullHandler(), logging.Handler(30):
    print(handler)


class Memory(logging.Handler):
    def __init__(self):
        super().__init__(level="INFO")
        self.records = []

    def emit(self, record):
        self.records.append(self.format(record))


memory = Memory()
memory.setFormatter(logging.Formatter("<%(message)s>"))
log.addHandler(memory)
log.debug("a"), log.info("b %s %s", 1, 2), log.info("%(x)d", {"x": 3})
print(memory.records, memory.name)
memory.name = "memory"
print(memory.get_name(), logging.getHandlerByName("memory") if sys.version_info >= (3, 12) else memory)
try:
    logging.Handler().emit(None)
except NotImplementedError as e:
    print(e)
log.info(42), log.info(["a", 1]), log.info(ValueError("v"))
print(memory.records[2:])
