"""What all transports are: every method is there, and says that it is missing."""

__all__ = ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport",
           "SubprocessTransport")


class BaseTransport:
    """What carries something to and from a protocol."""
    __slots__ = ()

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """What is known of the connection: "peername", "socket"..."""
        return self._extra.get(name, default)

    def is_closing(self):
        """Is it closed, or about to be?"""
        raise NotImplementedError

    def close(self):
        """Send what still waits, then end."""
        raise NotImplementedError

    def set_protocol(self, protocol):
        """Tell another protocol from now on."""
        raise NotImplementedError

    def get_protocol(self):
        """The protocol that is told."""
        raise NotImplementedError


class ReadTransport(BaseTransport):
    """Whose protocol is handed bytes."""
    __slots__ = ()

    def is_reading(self):
        """Does it hand over what comes?"""
        raise NotImplementedError

    def pause_reading(self):
        """Leave what comes to the system."""
        raise NotImplementedError

    def resume_reading(self):
        """Hand it over again."""
        raise NotImplementedError


class WriteTransport(BaseTransport):
    """That bytes are written to."""
    __slots__ = ()

    def set_write_buffer_limits(self, high=None, low=None):
        """How many waiting bytes pause the protocol, and how few let it go on."""
        raise NotImplementedError

    def get_write_buffer_size(self):
        """How many bytes wait."""
        raise NotImplementedError

    def get_write_buffer_limits(self):
        """(low, high)"""
        raise NotImplementedError

    def write(self, data):
        """Send it, now or as soon as the system takes it."""
        raise NotImplementedError

    def writelines(self, list_of_data):
        """Send all of them."""
        self.write(b"".join(list_of_data))

    def write_eof(self):
        """Nothing more will be written."""
        raise NotImplementedError

    def can_write_eof(self):
        """Is there a write_eof()?"""
        raise NotImplementedError

    def abort(self):
        """End at once."""
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    """Both ways."""
    __slots__ = ()


class DatagramTransport(BaseTransport):
    """For datagrams."""
    __slots__ = ()

    def sendto(self, data, addr=None):
        """Send one."""
        raise NotImplementedError

    def abort(self):
        """End at once."""
        raise NotImplementedError


class SubprocessTransport(BaseTransport):
    """A program that runs beside this one, and its pipes."""
    __slots__ = ()

    def get_pid(self):
        """Its number."""
        raise NotImplementedError

    def get_returncode(self):
        """Its exit status; None: it runs."""
        raise NotImplementedError

    def get_pipe_transport(self, fd):
        """The transport of its standard input (0), output (1) or error (2)."""
        raise NotImplementedError

    def send_signal(self, signal):
        """Send it a signal."""
        raise NotImplementedError

    def terminate(self):
        """Ask it to end."""
        raise NotImplementedError

    def kill(self):
        """End it."""
        raise NotImplementedError
