"""Lists of words, written as text."""


def words(text: str) -> list[str]:
    return text.split()
