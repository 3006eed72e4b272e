"""What protocols may inherit from: every method is there, and does nothing."""

__all__ = ("BaseProtocol", "Protocol", "BufferedProtocol", "DatagramProtocol", "SubprocessProtocol")


class BaseProtocol:
    """What all protocols hear of."""
    __slots__ = ()

    def connection_made(self, transport):
        """The connection is there."""

    def connection_lost(self, exc):
        """It is gone; exc is None where that was meant."""

    def pause_writing(self):
        """The transport has too much to send."""

    def resume_writing(self):
        """It has little to send again."""


class Protocol(BaseProtocol):
    """For connections that carry bytes."""
    __slots__ = ()

    def data_received(self, data):
        """Some bytes have come."""

    def eof_received(self):
        """No more will come. Return a true value to go on writing."""


class BufferedProtocol(BaseProtocol):
    """For connections that carry bytes, which come into a bytearray of the protocol's own."""
    __slots__ = ()

    def get_buffer(self, sizehint):
        """Return where the next bytes are to go."""

    def buffer_updated(self, nbytes):
        """So many have come."""

    def eof_received(self):
        """No more will come. Return a true value to go on writing."""


class DatagramProtocol(BaseProtocol):
    """For datagrams."""
    __slots__ = ()

    def datagram_received(self, data, addr):
        """One has come from addr."""

    def error_received(self, exc):
        """Sending or receiving failed with an OSError."""


class SubprocessProtocol(BaseProtocol):
    """For the pipes of a subprocess."""
    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """Some bytes have come from its standard output (1) or error (2)."""

    def pipe_connection_lost(self, fd, exc):
        """One of its pipes is closed."""

    def process_exited(self):
        """It has ended."""
