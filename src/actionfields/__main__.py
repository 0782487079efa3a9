"""``python -m actionfields`` is the command."""

from actionfields.cli import main

if __name__ == "__main__":
    main()
