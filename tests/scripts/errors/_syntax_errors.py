"""What a syntax error says, and the text that its carets mark."""


def marked(error, text):
    if error.offset is None or error.offset <= 0:
        return ""
    line = (text.split("\n") + [""])[error.lineno - 1]
    if error.end_offset is not None and error.end_lineno == error.lineno and error.end_offset > error.offset:
        return line[error.offset - 1:error.end_offset - 1]
    if error.end_lineno is not None and error.end_lineno > error.lineno:
        return line[error.offset - 1:] + "..."
    return line[error.offset - 1:error.offset]


def show(*texts):
    for text in texts:
        try:
            compile(text, "<text>", "exec")
        except SyntaxError as error:
            print(ascii(text))
            print("    %d:%s %s %s: %s" % (error.lineno, max(error.offset or 0, 0), ascii(marked(error, text)),
                                           type(error).__name__, error.msg))
        else:
            print(ascii(text), "is right")
