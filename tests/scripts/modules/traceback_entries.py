# extract_tb(), FrameSummary, StackSummary, format_list(), format_tb(), print_tb().
import sys
import traceback


def inner():
    raise RuntimeError("héé", "two")


def outer():
    é = "é"; inner()


try:
    outer()
except RuntimeError as e:
    tb = e.__traceback__
entries = traceback.extract_tb(tb)
print(entries)
print(type(entries).__name__, len(entries))
for entry in entries:
    print(entry.filename, entry.lineno, entry.name, repr(entry.line), entry.end_lineno, entry.colno, entry.end_colno)
name, line, function, text = entries[-1]
print(name, line, function, text, len(entries[-1]), entries[-1][2], entries[-1] == (name, line, function, text))
print(entries.format())
print(traceback.format_tb(tb))
print(traceback.format_tb(tb, 1), traceback.format_tb(tb, -1))
traceback.print_tb(tb, file=sys.stdout)
print(traceback.format_list([("a.py", 3, "f", "x = 1"), ("b.py", 4, "g", None)]))
print(traceback.format_list([entries[0]]))
own = traceback.FrameSummary("nowhere.py", 7, "h")
print(own, repr(own.line), own == traceback.FrameSummary("nowhere.py", 7, "h"), own == 3)
print(traceback.StackSummary.from_list([("a", 1, "b", "c")]).format())
print([(frame.f_code.co_name, line) for frame, line in traceback.walk_tb(tb)])
print(traceback.extract_tb(None), traceback.format_tb(None))
