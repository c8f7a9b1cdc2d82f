"""The command line under another name: ``python -m stancekit``."""

from .cli import main

if __name__ == "__main__":
    main()
