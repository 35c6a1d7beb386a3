"""Documents to diagnostics."""
