# A traceback that passes through an imported file.
# record: stderr
import _helper

print(_helper.double(4))
print(_helper.outer([1, 2, 0]))
