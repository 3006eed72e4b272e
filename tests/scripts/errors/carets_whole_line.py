# A failing expression that is the whole line gets no carets.
# record: stderr
def noisy():
    raise ValueError("x")


def whole():
    noisy()


def assigned():
    x = noisy()


def tabbed():
	if True:
		return	noisy()


for f in (whole, assigned):
    try:
        f()
    except ValueError as e:
        print(f.__name__, e)
tabbed()
