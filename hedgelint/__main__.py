"""`python -m hedgelint` is `hedgelint`."""

from hedgelint.cli import main

if __name__ == "__main__":
    main(prog_name="hedgelint")
