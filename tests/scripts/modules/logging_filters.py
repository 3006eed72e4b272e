# Filters: of loggers, of handlers; objects, functions, names.
import logging
import sys

logging.basicConfig(stream=sys.stdout, format="%(name)s %(message)s %(user)s")
handler = logging.root.handlers[0]


class AddUser(logging.Filter):
    def filter(self, record):
        record.user = "ann"
        return True


handler.addFilter(AddUser())
handler.addFilter(logging.Filter("a.b"))
for name in "a", "a.b", "a.b.c", "a.bc":
    logging.getLogger(name).warning("here")
log = logging.getLogger("a.b")
log.addFilter(lambda record: "secret" not in record.getMessage())
log.warning("a secret"), log.warning("no s."), logging.getLogger("a.b.c").warning("secret of a child")
print(log.filters[0].__name__, len(handler.filters))
log.removeFilter(log.filters[0])
log.warning("secret")
print(logging.Filter().filter(None), log.filter(logging.makeLogRecord({})))
