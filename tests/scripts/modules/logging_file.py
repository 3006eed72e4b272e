# A file as the place where it all goes.
import logging
import os

name = "_logging_file.log"
logging.basicConfig(filename=name, filemode="w", level="DEBUG", format="%(levelname)s %(message)s")
logging.debug("one")
logging.info("zwölf %s", "é")
handler = logging.root.handlers[0]
print(type(handler).__name__, os.path.basename(handler.baseFilename), handler.mode)
logging.shutdown()
print(open(name, encoding="utf-8").read(), end="")
late = logging.FileHandler(name, mode="a", encoding="utf-8", delay=True)
print(late.stream)
log = logging.getLogger("late")
log.propagate = False
log.addHandler(late)
log.warning("appended")
late.close()
print(open(name, encoding="utf-8").read(), end="")
os.remove(name)
try:
    logging.FileHandler("no/such/folder.log")
except FileNotFoundError as e:
    print(e.strerror)
