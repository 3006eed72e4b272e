# What warnings refuses.
import warnings


def attempt(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(warnings.warn, "x", int)
attempt(warnings.warn, "x", 3)
attempt(warnings.warn, "x", "UserWarning")
attempt(warnings.simplefilter, "never")
attempt(warnings.simplefilter, "ignore", lineno=-1)
attempt(warnings.filterwarnings, "perhaps")
attempt(warnings.filterwarnings, "ignore", message=3)
attempt(warnings.filterwarnings, "ignore", category=int)
attempt(warnings.filterwarnings, "ignore", category=3)
attempt(warnings.filterwarnings, "ignore", lineno="1")
for category in (UserWarning, DeprecationWarning, RuntimeWarning, SyntaxWarning, FutureWarning, ImportWarning,
                 PendingDeprecationWarning, ResourceWarning, UnicodeWarning, BytesWarning):
    print(category.__name__, category.__mro__[1].__name__)
