"""Texts of a file of the index, looked up by number."""

from knutepunkt.search.index.storage import Array, Stored


class Texts:
    """Texts of a file, by number."""

    def __init__(self, stored: Stored, name: str) -> None:
        self.ends, self.letters = stored.arrays[f"{name}_ends"], stored.arrays[f"{name}_letters"]

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, number: int) -> bytes:
        return self.letters[self.ends[number] : self.ends[number + 1]].tobytes()

    def some(self, numbers: Array) -> list[bytes]:
        """Some of the texts: looked up together, which costs less than one by one."""
        letters = self.letters.data
        bounds = zip(self.ends[numbers].tolist(), self.ends[numbers + 1].tolist(), strict=True)
        return [letters[start:end].tobytes() for start, end in bounds]


class Places:
    """Some texts of many, in an order of their own."""

    def __init__(self, texts: Texts, numbers: Array) -> None:
        self.texts, self.numbers = texts, numbers

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, place: int) -> bytes:
        return self.texts[self.numbers[place]]
