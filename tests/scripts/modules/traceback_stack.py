# The stack as it stands: print_stack(), extract_stack(), format_stack().
import sys
import traceback


def show():
    traceback.print_stack(file=sys.stdout)
    print(traceback.extract_stack())
    print(traceback.format_stack(limit=1), traceback.format_stack(limit=-1))


def generator():
    show()
    yield
    print([entry.name for entry in traceback.extract_stack()])


def work():
    yield from generator()


list(work())
print([entry.name for entry in traceback.extract_stack(sys._getframe())])
show()
