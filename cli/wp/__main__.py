"""Where `wp` begins, so that Ctrl-C ends it quietly while its modules are still being read."""

import sys


def main() -> None:
    """Run the command line."""
    try:
        from wp import interrupts

        interrupts.remember()
        from wp.app import main as run

        interrupts.heed()
        run()
    except KeyboardInterrupt:
        sys.exit(130)  # 128 and the signal's number, as shells count


if __name__ == "__main__":
    main()
