"""How finished outputs take the place of the last ones in `build/`: all of them, or none."""
