"""Entity clustering, typing and linking: one entity for each somebody, under all its names."""
