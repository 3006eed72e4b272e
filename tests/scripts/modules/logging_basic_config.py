# basicConfig() works once, unless it is forced.
import logging
import sys


def show(**kwargs):
    try:
        logging.basicConfig(**kwargs)
    except ValueError as e:
        print("ValueError:", e)


show(stream=sys.stdout, level="DEBUG", format="first %(message)s")
logging.debug("d")
show(stream=sys.stdout, level="ERROR", format="second %(message)s")
logging.debug("still the first")
show(stream=sys.stdout, level="INFO", format="{levelname[0]} {message}", style="{", force=True)
logging.debug("hidden"), logging.info("forced")
show(stream=sys.stdout, style="$", force=True)
logging.info("i")
show(handlers=[logging.StreamHandler(sys.stdout), logging.StreamHandler(sys.stdout)], force=True)
logging.warning("twice")
show(stream=sys.stdout, datefmt="%Y", format="%(asctime)s"[:0] + "%(levelno)s", force=True)
logging.error("n")
show(stream=sys.stdout, filename="x", force=True)
show(stream=sys.stdout, handlers=[], force=True)
show(style="?", force=True)
show(colour="red", force=True)
show(stream=sys.stdout, level="LOUD", force=True)
print(logging.root, logging.root.handlers)
