# Modules of CPython that Bide ships without, and names that a module lacks.
# bide-only: CPython has these modules
for name in "re", "pathlib", "logging.handlers", "asyncio.base_events", "importlib.util", "xml.dom", "math.x", "numpy", "os.nope":
    try:
        __import__(name)
        print(name, "is there")
    except ModuleNotFoundError as e:
        print(e, "|", e.name)
try:
    from datetime import datetim
except ImportError as e:
    print(e, "|", e.name)
