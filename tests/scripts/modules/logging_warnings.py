# captureWarnings() makes records of warnings.
import logging
import sys
import warnings

logging.basicConfig(stream=sys.stdout, format="%(name)s %(levelname)s %(message)s")
warnings.simplefilter("always")
logging.captureWarnings(True)
warnings.warn("captured")
logging.captureWarnings(False)
with warnings.catch_warnings(record=True) as log:
    warnings.warn("not captured")
print(len(log))
logging.getLogger("py.warnings").setLevel("ERROR")
logging.captureWarnings(True)
warnings.warn("too low")
with warnings.catch_warnings(record=True) as log:
    logging.getLogger("x").warn("old name")
print(log[0].category.__name__, log[0].message)
