"""The commands, one file each: arguments in, one call, print, exit code."""
