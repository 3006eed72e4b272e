# warnings.warn(): the place, the category, once a place.
# record: stderr
import warnings


def old():
    warnings.warn("old() is deprecated", DeprecationWarning, stacklevel=2)


old()
for i in range(3):
    old()
    warnings.warn("in a loop")
for i in range(2):
    warnings.warn(f"turn {i}", RuntimeWarning)
warnings.warn(FutureWarning("an object"))
warnings.warn("nobody is so far out", stacklevel=50)


class Strange(UserWarning):
    def __str__(self):
        return "a class of one's own"


warnings.warn(Strange("x"), DeprecationWarning)
warnings.warn("nobody sees", PendingDeprecationWarning)
warnings.warn("nobody sees", ResourceWarning)
