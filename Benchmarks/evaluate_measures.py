"""The measures of geoparsing, as plain functions of spans and distances."""
import math
import statistics

FARTHEST_KM = 20039  # half the way around the globe: the error of an answer that is not given
RADII_KM = (1, 5, 10, 25, 161)


def kilometres(a, b):
    """The great-circle distance of two (latitude, longitude) pairs in degrees."""
    (lat1, lon1), (lat2, lon2) = [tuple(map(math.radians, p)) for p in (a, b)]
    h = math.sin((lat2 - lat1) / 2) ** 2
    h += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1, h)))


def pairs(golds, guesses):
    """Pairs spans (start, end) one to one, equal ones first, then the most shared; {gold: guess}."""
    found, used = {}, set()
    for wants_equal in (True, False):
        for g, gold in enumerate(golds):
            if g in found:
                continue
            best = None
            for p, guess in enumerate(guesses):
                shared = min(gold[1], guess[1]) - max(gold[0], guess[0])
                if p in used or shared <= 0 or (wants_equal and gold[:2] != guess[:2]):
                    continue
                if best is None or shared > best[0]:
                    best = (shared, p)
            if best:
                found[g] = best[1]
                used.add(best[1])
    return found


def precision_recall(right, guessed, wanted):
    """Precision, recall and F1; 0 where nothing was guessed or wanted."""
    precision = right / guessed if guessed else 0.0
    recall = right / wanted if wanted else 0.0
    both = precision + recall
    return {"right": right, "guessed": guessed, "wanted": wanted, "precision": precision,
            "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}


def accuracy(errors):
    """Shares within the radii, the median, and the area under the curve; None is no answer."""
    known = [e for e in errors if e is not None]
    filled = [FARTHEST_KM if e is None else e for e in errors]
    if not filled:
        return None
    curve = [math.log(min(e, FARTHEST_KM) + 1) / math.log(FARTHEST_KM + 1) for e in filled]
    return {"n": len(filled), "answered": len(known),
            "within": {r: sum(e <= r for e in filled) / len(filled) for r in RADII_KM},
            "median": statistics.median(filled), "auc": sum(curve) / len(curve)}


def check():
    """Holds the measures to values known beforehand; raises where one is off."""
    quarter = kilometres((0, 0), (0, 90))
    assert abs(quarter - math.pi * 6371 / 2) < 1e-6, quarter
    assert kilometres((42, 21), (42, 21)) == 0
    # The equal span is taken although a longer overlap comes first; a guess serves once.
    assert pairs([(0, 4), (10, 16)], [(0, 9), (0, 4), (12, 14)]) == {0: 1, 1: 2}
    assert pairs([(0, 4), (2, 6)], [(1, 5)]) == {0: 0}
    assert pairs([(0, 4)], [(4, 8)]) == {}
    half = precision_recall(2, 4, 4)
    assert (half["precision"], half["recall"], half["f1"]) == (0.5, 0.5, 0.5)
    assert precision_recall(0, 0, 3)["f1"] == 0
    perfect, worst = accuracy([0.0, 0.0]), accuracy([None])
    assert perfect["auc"] == 0 and perfect["within"][1] == 1 and perfect["median"] == 0
    assert worst["auc"] == 1 and worst["within"][161] == 0 and worst["answered"] == 0
    assert accuracy([100.0, None])["within"] == {1: 0, 5: 0, 10: 0, 25: 0, 161: 0.5}
    assert accuracy([]) is None
