"""What requests and responses say of their content in their `headers`."""


class ContentHeaders:
    @property
    def content_type(self):
        return self.headers.content_type()

    @property
    def charset(self):
        return self.headers.charset()

    @property
    def content_length(self):
        length = self.headers.get("Content-Length")
        return None if length is None else int(length)
