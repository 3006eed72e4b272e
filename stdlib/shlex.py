"""Command lines as a POSIX shell splits them."""
__all__ = ["join", "quote", "split"]

_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def quote(s):
    """One word, whatever is in it."""
    if not s:
        return "''"
    if _SAFE.issuperset(s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(word) for word in split_command])


def split(s, comments=False, posix=True):
    """The words of a command line."""
    if s is None:
        raise ValueError("s argument must not be None")
    if not posix:
        raise NotImplementedError("Bide splits by the rules of POSIX alone")
    words, word, quoting, at = [], None, None, 0
    while at < len(s):
        c = s[at]
        at += 1
        if quoting:
            if c == quoting:
                quoting = None
            elif c == "\\" and quoting == '"':
                if at == len(s):
                    raise ValueError("No escaped character")
                word += ("" if s[at] in '"\\' else "\\") + s[at]
                at += 1
            else:
                word += c
        elif c in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif c == "#" and comments:
            at = s.find("\n", at) % (len(s) + 1)
            if word is not None:
                words.append(word)
            word = None
        else:
            word = word or ""
            if c in "'\"":
                quoting = c
            elif c == "\\":
                if at == len(s):
                    raise ValueError("No escaped character")
                word += s[at]
                at += 1
            else:
                word += c
    if quoting:
        raise ValueError("No closing quotation")
    return words if word is None else words + [word]
