"""What SVG pictures of a map show, whoever drew them: read as XML, a piece at a time."""

import re
import xml.parsers.expat

from measuring import WrongAnswer


class Picture:
    """How many areas a picture has, and how many incidents inside its frame."""

    def __init__(self, path, width=0, height=0):
        self.areas = self.incidents = 0
        self.size = width, height
        parser = xml.parsers.expat.ParserCreate()
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.buffer_text = True
        try:
            with open(path, "rb") as file:
                parser.ParseFile(file)
        except xml.parsers.expat.ExpatError as error:
            raise WrongAnswer(f"{path.name} is not XML: {error}") from error

    def start(self, name, attributes):
        pass

    def end(self, name):
        pass

    def text(self, data):
        pass

    def add_incident(self, x, y):
        """Counts a symbol if its middle is inside; some draw what reaches in from outside as well."""
        self.incidents += 0 <= x <= self.size[0] and 0 <= y <= self.size[1]


class MapnikPicture(Picture):
    """An area is a path, an incident is a path with a matrix that ends in its place."""

    def start(self, name, attributes):
        if name == "path" and "transform" in attributes:
            *_, x, y = attributes["transform"].removesuffix(")").split(",")
            self.add_incident(float(x), float(y))
        elif name == "path" and "fill-rule:evenodd" in attributes.get("style", ""):
            self.areas += 1


class MatplotlibPicture(Picture):
    """An area is a path of a collection; an incident uses a marker."""

    group = ""

    def start(self, name, attributes):
        if name == "g":
            self.group = attributes.get("id", self.group)
        elif name == "use":
            self.add_incident(float(attributes["x"]), float(attributes["y"]))
        elif name == "path" and self.group.startswith("PolyCollection"):
            self.areas += 1


class OurPicture(Picture):
    """An area is a ring of the own layer; an incident has a title, or is counted in that of a bin.

    Where the frame cuts an area, its outline is a path without a fill.
    """

    total = None
    told = None
    path = ()
    title = None

    def start(self, name, attributes):
        self.path += (attributes.get("class", ""),)
        if name in ("title", "desc"):
            self.title = ""
        elif name == "path" and "own" in self.path and attributes.get("fill") != "none":
            self.areas += attributes["d"].count("M")

    def text(self, data):
        if self.title is not None:
            self.title += data

    def end(self, name):
        if name == "desc":
            self.told, self.total = self.counts(self.title)
        elif name == "title" and {"incident", "bin"} & set(self.path):
            counted = self.counts(self.title)
            self.incidents += counted[0] if counted else 1
        self.path = self.path[:-1]
        if name in ("title", "desc"):
            self.title = None

    @staticmethod
    def counts(text):
        """The numbers in "20 incidents" or "20 of 1000 incidents"; the second is that of all."""
        number = r"(\d[\d,\u00a0\u202f]*)"
        found = re.search(rf"(?:^|· ){number}(?: of {number})? incidents?\b", text)
        return found and tuple(int(re.sub(r"\D", "", found[part] or found[1])) for part in (1, 2))
