# A traceback from the body of a module that is being imported.
# record: stderr
print("importing")
import _fails_when_imported
