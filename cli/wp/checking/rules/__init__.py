"""One kind of rule a file; its docstring is its reference page."""
