# raise from: the direct cause is shown first.
# record: stderr
class ConfigError(Exception):
    pass


def read(text):
    return int(text)


def load(text):
    try:
        return read(text)
    except ValueError as e:
        raise ConfigError(f"bad setting {text!r}") from e


print(load("12"))
load("twelve")
