"""Direct, indirect and mixed quotes put together, and which stands in which."""
