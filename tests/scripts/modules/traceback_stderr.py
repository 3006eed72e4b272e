# Without file= it goes to standard error, and looks as if the interpreter had printed it.
# record: stderr
import traceback


def first(items):
    return items[0]["name"]


for items in [], [{}], [3], [{"name": "x"}]:
    try:
        first(items)
    except Exception:
        traceback.print_exc()
traceback.print_stack()
first([None])
