# Blocks: any depth, tabs, blank lines, comments at any column, one-space indents.
def f():
  if True:
     for i in range(1):
      x = i
# a comment at the margin
      y = i

     z = 1
  return x, y, z


def tabs():
	if True:
		return "tabs"
	return "never"


def mixed():
	if True:
	        return "a tab, then eight blanks"


class Deep:
 class Deeper:
  class Deepest:
   def method(self):
    return "deep"


if True:

    # comment first

    print(f(), tabs(), mixed(), Deep.Deeper.Deepest().method())


print("after")
if False: pass
elif True:
        print("any width")
else:
 pass
