"""How Sphinx builds the documentation; nothing is fetched."""

import re

from sphinx.util.nodes import make_refnode

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


FOREIGN = (
    "BrokenProcessPool",
    "CandidateReading",
    "Cue",
    "Doc",
    "FeatureUnion",
    "Language",
    "LexicalEntry",
    "LogisticRegression",
    "Masker",
    "Modifier",
    "NDArray",
    "Path",
    "Prefilter",
    "SearchStrategy",
    "Table",
    "json",
)
"""What our pages and signatures name in short of other packages, or of ours that is private."""

# A name that leads nowhere is an error, unless it is private, another package's, or a word in backticks.
nitpicky = True
nitpick_ignore_regex = [
    ("py:.*", r"(stancekit\..*)?\b_\w+.*"),
    ("py:.*", r"(collections|datetime|dt|hypothesis|np|numpy|pathlib|sklearn|spacy)\..*"),
    ("py:.*", "|".join(FOREIGN)),
    ("py:class", ".*'(negative|neutral)'>.*"),  # a default that shows its values
]


def find_promised(app, env, node, contnode):  # noqa: ANN001, ANN201
    """Link `Quote` from wherever it is written: where its name alone tells which one is meant."""
    if node.get("refdomain") != "py":
        return None
    python = env.get_domain("py")
    name = node["reftarget"].removesuffix("()")
    found = {
        entry.docname + "#" + entry.node_id: (full, entry)
        for full, entry in python.find_obj(env, None, None, name, None, 1)
    }
    if len(found) != 1:
        return None
    ((full, entry),) = found.values()
    return make_refnode(app.builder, node["refdoc"], entry.docname, entry.node_id, contnode, full)


FILE = re.compile(r"^( *)```(yaml|csv|tsv) (\S+)$", re.MULTILINE)
"""A fence that holds a file, as the tests of the pages read it: language and name."""


def caption_files(app, page, source):  # noqa: ANN001, ANN201, ARG001
    """Show a file's name above it."""
    source[0] = FILE.sub(r"\1```{code-block} \2\n\1:caption: \3\n", source[0])


def setup(app):  # noqa: ANN001, ANN201
    """Show tables as they are: Pygments has no lexer for them. Find names wherever they are written."""
    from pygments.lexers.special import TextLexer

    app.add_lexer("csv", TextLexer)
    app.add_lexer("tsv", TextLexer)
    app.connect("source-read", caption_files)
    app.connect("missing-reference", find_promised)
