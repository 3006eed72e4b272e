# What the filters make of warnings: every action.
import warnings


def shown(action):
    def warn(text, category=UserWarning):
        warnings.warn(text, category)

    with warnings.catch_warnings(record=True) as log:
        warnings.resetwarnings()
        warnings.simplefilter(action)
        for text in "a", "b", "a":
            warn(text)
        for i in range(2):
            warnings.warn("c")
    return [str(w.message) for w in log]


for action in "ignore", "always", "default", "module", "once":
    print(action, shown(action))

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", RuntimeWarning)
    except RuntimeWarning as e:
        print(repr(e))
    warnings.filterwarnings("ignore", category=RuntimeWarning)
    warnings.warn("not any more", RuntimeWarning)
    print(warnings.filters[:2])

print(warnings.filters[-1])
warnings.simplefilter("ignore", append=True)
print(warnings.filters[-1])
warnings.resetwarnings()
print(warnings.filters, warnings.defaultaction)
