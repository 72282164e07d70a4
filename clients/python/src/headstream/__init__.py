"""Ask questions of a transformer's forward pass: a client of Headstream for notebooks."""

from .client import Client
from .database import connect
from .errors import HeadstreamError, TruncatedWarning
from .trace import Trace

__all__ = ["Client", "HeadstreamError", "Trace", "TruncatedWarning", "connect"]
