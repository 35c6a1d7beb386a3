"""Documents to one frozen Programme; pure."""
