"""What can go wrong, in the server's own words."""


class HeadstreamError(Exception):
    """A refusal or a failure; the text is the server's `detail`, which names the thing and the remedy.

    `status` is the HTTP status, 0 where no answer came.
    """

    def __init__(self, detail: str, status: int = 0) -> None:
        super().__init__(detail)
        self.status = status


class TruncatedWarning(UserWarning):
    """An answer had more rows than were sent: narrow the question, or raise the limit."""
