# A module that does not exist.
# record: stderr
print("before")
import there_is_no_such_module
