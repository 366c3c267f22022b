"""Comments hung on the words of a Word file and taken down again: all else of it stays as it was, letter by letter."""
