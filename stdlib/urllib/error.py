"""What urllib.request raises."""


class URLError(OSError):
    """The server could not be reached, or the address makes no sense."""

    def __init__(self, reason, filename=None):
        self.args = reason,
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return "<urlopen error %s>" % self.reason


class HTTPError(URLError):
    """The server answered with an error. It can be read like the answer that it is."""

    def __init__(self, url, code, msg, hdrs, fp):
        self.url = self.filename = url
        self.code = self.status = code
        self.msg = self.reason = msg
        self.headers = self.hdrs = hdrs
        self.fp = fp

    def __str__(self):
        return f"HTTP Error {self.code}: {self.msg}"

    def __repr__(self):
        return f"<HTTPError {self.code}: {self.msg!r}>"

    def read(self, amt=None):
        return self.fp.read() if amt is None else self.fp.read(amt)

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getcode(self):
        return self.code

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass
