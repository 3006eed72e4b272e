# Without any handler: warnings and worse go to standard error, the message alone.
# record: stderr
import logging

log = logging.getLogger("lonely")
log.info("nobody hears this")
log.warning("but this")
try:
    int("x")
except ValueError:
    log.exception("and this")
print(logging.lastResort, logging.root.handlers)
logging.error("the functions of the module configure the root")
print(logging.root.handlers)
log.warning("so that now it has a format")
logging.lastResort = None
logging.root.handlers.clear()
log.warning("x")
log.warning("y")
