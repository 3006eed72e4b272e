# Levels: their names, who is enabled for what.
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO)
log = logging.getLogger("app")
for level in "debug", "info", "warning", "error", "critical", "fatal":
    getattr(log, level)("a %s", level)
log.log(25, "between")
log.log(logging.DEBUG, "too low")
print(log.level, log.getEffectiveLevel(), log.isEnabledFor(10), log.isEnabledFor(20))
log.setLevel("ERROR")
log.warning("no more")
log.setLevel(logging.DEBUG)
log.debug("now")
print(logging.getLevelName(30), logging.getLevelName("ERROR"), logging.getLevelName(33), logging.getLevelName("X"))
logging.addLevelName(25, "NOTICE")
log.log(25, "named")
print(logging.getLevelName("NOTICE"), logging.getLevelNamesMapping())
logging.disable(logging.WARNING)
log.warning("disabled")
log.error("not disabled")
logging.disable(logging.NOTSET)
log.disabled = True
log.error("this one is")
