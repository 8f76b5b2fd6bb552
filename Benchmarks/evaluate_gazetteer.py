"""What the shipped gazetteer could know at best: its names, read without the program."""
import csv
import hashlib
import re
import unicodedata

from evaluate_measures import kilometres

LETTERS = str.maketrans({"đ": "dj", "ð": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe",
                         "ı": "i", "’": "'"})


def folded(name):
    """The words of a name without case, diacritics, marks and possessives."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.findall(r"\w+", re.sub(r"'s\b", "", plain))
    return " ".join(words)


class Gazetteer:
    """The names of CSV gazetteers and where their places are."""

    def __init__(self, paths):
        self.names = {}      # folded name -> indices of places
        self.positions = []  # (latitude, longitude)
        self.ids = {}        # identifier -> index
        digest = hashlib.sha256()
        for path in paths:
            with open(path, "rb") as file:
                digest.update(file.read())
            with open(path, encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    self.add(row)
        self.hash = digest.hexdigest()[:12]

    def add(self, row):
        """Takes in a place; an identifier that is known already stays what it was."""
        if row["id"] in self.ids:
            return
        number = len(self.positions)
        self.ids[row["id"]] = number
        self.positions.append((float(row["latitude"]), float(row["longitude"])))
        self.names.setdefault(folded(row["name"]), set()).add(number)
        for column in ("names", "demonyms"):
            for group in filter(None, (row.get(column) or "").split(";")):
                for name in group.partition(":")[2].split("|"):
                    self.names.setdefault(folded(name), set()).add(number)

    def knows(self, surface):
        """Whether any place bears a name."""
        return bool(self.names.get(folded(surface)))

    def covers(self, surface, position):
        """Whether a place of that name lies within 161 km of a position."""
        return any(kilometres(self.positions[n], position) <= 161
                   for n in self.names.get(folded(surface), ()))

    def position(self, identifier):
        """Where a place is; None where the identifier is unknown."""
        number = self.ids.get(identifier)
        return None if number is None else self.positions[number]


def check():
    """Holds the folding to pairs that have to meet; raises where they do not."""
    assert folded("Leposavić’s") == folded("LEPOSAVIC") == "leposavic"
    assert folded("Đakovica") == "djakovica" and folded("U.S.") == "u s"
    gazetteer = Gazetteer([])
    gazetteer.add({"id": "a", "latitude": "42.5", "longitude": "21", "name": "Here",
                   "names": "en:Here|Hither;und:Ici", "demonyms": "en:Hereling"})
    assert gazetteer.covers("hither", (42.5, 21.5)) and gazetteer.covers("Herelings", (0, 0)) is False
    assert gazetteer.knows("ICI") and not gazetteer.knows("there")
