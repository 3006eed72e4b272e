# Patterns that take regular expressions are refused by name.
# bide-only: Bide has no module re
import warnings

for pattern in "a|b", "[ab]", "(x)", r"\d+", "a{2}":
    try:
        warnings.filterwarnings("ignore", message=pattern)
    except NotImplementedError as e:
        print(e)
