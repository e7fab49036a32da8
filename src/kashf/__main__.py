"""`python -m kashf` is `kashf`."""

from kashf.cli import main

if __name__ == "__main__":
    main()
