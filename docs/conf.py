"""How Sphinx builds the documentation; nothing is fetched."""

from stancekit import __version__

project = "stancekit"
author = "The stancekit authors"
copyright = "The stancekit authors"  # noqa: A001  # Sphinx calls it so
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]

# Docstrings name things in single backticks, as in `Article`: a link where there is one.
default_role = "py:obj"
add_module_names = False
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 88
napoleon_numpy_docstring = False
napoleon_use_ivar = True

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"stancekit {release}"


def setup(app):  # noqa: ANN001, ANN201
    """Show tables as they are: Pygments has no lexer for them."""
    from pygments.lexers.special import TextLexer

    app.add_lexer("csv", TextLexer)
    app.add_lexer("tsv", TextLexer)
