# Formats in the styles of str.format and of string.Template, and what is no format.
import logging

record = logging.makeLogRecord({"msg": "hello %s", "args": ("you",), "name": "n", "levelname": "INFO", "levelno": 20})
print(logging.Formatter("{levelname:>8}|{name!r}|{message}", style="{").format(record))
print(logging.Formatter("$levelname ${name} $message $$", style="$").format(record))
print(logging.Formatter(style="{").format(record), logging.Formatter(style="$").format(record))


def attempt(*args, **kwargs):
    try:
        print(args, logging.Formatter(*args, **kwargs).format(record))
    except ValueError as e:
        print(args, e)


for style in "%{$":
    for text in "plain", "%(message", "%s", "%(message)", "{message", "{message!z}", "{a b}", "{}", "$ message", "$$":
        attempt(text, style=style)
attempt("%(nothing)s")
attempt("{nothing}", style="{")
attempt("$nothing", style="$")
attempt("plain", validate=False)
attempt("x", style="?")
