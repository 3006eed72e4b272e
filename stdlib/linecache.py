"""Lines of source files by number, for those who show them; a file is read once."""
__all__ = ["getline", "clearcache", "checkcache"]

_files = {}


def getlines(filename, module_globals=None):
    """All lines of a file, each with its newline; none if it cannot be read."""
    lines = _files.get(filename)
    if lines is None:
        try:
            with open(filename, encoding="utf-8") as file:
                lines = file.readlines()
        except (OSError, UnicodeDecodeError):
            return []
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        _files[filename] = lines
    return lines


def getline(filename, lineno, module_globals=None):
    """Line `lineno`, counted from 1; "" if there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def clearcache():
    _files.clear()


def checkcache(filename=None):
    """Files may have changed: they are read anew when they are asked for."""
    if filename is None:
        _files.clear()
    else:
        _files.pop(filename, None)
