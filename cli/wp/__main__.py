"""Where `wp` begins, so that Ctrl-C ends it quietly while its modules are still being read."""

import os
import sys


def main() -> None:
    """Run the command line."""
    _open_streams()
    try:
        from wp import interrupts

        interrupts.remember()
        from wp.app import main as run

        interrupts.heed()
        run()
    except KeyboardInterrupt:
        sys.exit(130)  # 128 and the signal's number, as shells count


def _open_streams() -> None:
    """Give what was started with a closed stream, as by `>&-`, one that leads nowhere.

    Python has none then, and the next file that is opened would be taken for it.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


if __name__ == "__main__":
    main()
