"""The one kind of exception that stops a command. Faults in documents are diagnostics, not this."""


class WpError(Exception):
    """The command cannot go on: no root, a broken template, a tool that failed.

    The text is one clear sentence for the user, with the file and line where there is one.
    The command line prints it and exits with code 2.
    """
