#!/usr/bin/env python3
"""Draws the outlines of the states of the world as one SVG file. The same package gives the same bytes.

usage: build_outlines.py OUT.svg

Natural Earth 1:110m (public domain), as the PyPI package geopandas 0.13.2 ships it; standard library besides.
Projection: Equal Earth (Savric, Patterson, Jenny 2018), 1000 units wide, so that areas compare; the desk places its
points by the same formula. Each state is a path with its ISO 3166-1 alpha-3 code as id.
"""
import importlib.util
import math
import struct
import sys
from pathlib import Path

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
WIDTH, MARGIN = 1000.0, 6.0
# Natural Earth gives no ISO code to these; those of disputed states are their own, France and Norway lack by mistake.
CODES = {"France": "FRA", "Norway": "NOR", "Kosovo": "XKX", "N. Cyprus": "XNC", "Somaliland": "XSL"}


def equal_earth(longitude, latitude):
    """Degrees to the projection's own units; x within 2.71, y within 1.32, north is up."""
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    t2 = theta * theta
    t6 = t2 ** 3
    slope = 9 * A4 * t6 * t2 + 7 * A3 * t6 + 3 * A2 * t2 + A1
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(theta) / (3 * slope)
    return x, theta * (A4 * t6 * t2 + A3 * t6 + A2 * t2 + A1)


SCALE = (WIDTH - 2 * MARGIN) / (2 * equal_earth(180, 0)[0])
HEIGHT = 2 * (MARGIN + SCALE * equal_earth(0, 90)[1])


def placed(point):
    x, y = equal_earth(*point)
    return round(WIDTH / 2 + SCALE * x, 1), round(HEIGHT / 2 - SCALE * y, 1)


def names(path):
    """The columns `name` and `iso_a3` of a dBase file, in order."""
    data = path.read_bytes()
    count, header, width = struct.unpack("<IHH", data[4:12])
    fields, at = {}, 1
    for start in range(32, header - 1, 32):
        length = data[start + 16]
        fields[data[start:start + 11].split(b"\0")[0].decode()] = (at, at + length)
        at += length
    for row in range(count):
        cells = data[header + row * width:header + (row + 1) * width]
        yield tuple(cells[slice(*fields[key])].decode("latin-1").strip() for key in ("name", "iso_a3"))


def shapes(path):
    """The rings of each polygon of a shapefile, as lists of (longitude, latitude)."""
    data, at = path.read_bytes(), 100
    while at < len(data):
        length = 2 * struct.unpack(">I", data[at + 4:at + 8])[0]
        body = data[at + 8:at + 8 + length]
        parts, points = struct.unpack("<II", body[36:44])
        starts = [*struct.unpack(f"<{parts}I", body[44:44 + 4 * parts]), points]
        flat = struct.unpack(f"<{2 * points}d", body[44 + 4 * parts:])
        pairs = list(zip(flat[::2], flat[1::2]))
        yield [pairs[a:b] for a, b in zip(starts, starts[1:])]
        at += 8 + length


def outline(rings):
    """A path in relative steps; points that fall together are left out."""
    drawn = []
    for ring in rings:
        points = [placed(point) for point in ring]
        steps = [points[0]] + [b for a, b in zip(points, points[1:]) if a != b]
        moves = [f"{b[0] - a[0]:.1f} {b[1] - a[1]:.1f}" for a, b in zip(steps, steps[1:-1])]
        drawn.append(f"M{steps[0][0]:g} {steps[0][1]:g}l" + " ".join(move.replace(".0", "") for move in moves) + "z")
    return "".join(drawn)


def main():
    folder = Path(importlib.util.find_spec("geopandas").origin).parent / "datasets/naturalearth_lowres"
    states = sorted((CODES.get(name, code), name, outline(rings)) for (name, code), rings in
                    zip(names(folder / "naturalearth_lowres.dbf"), shapes(folder / "naturalearth_lowres.shp")))
    if any(len(code) != 3 or code == "-99" for code, _, _ in states):
        sys.exit(f"build_outlines: no code for {[name for code, name, _ in states if code == '-99']}")
    paths = "\n".join(f'<path id="{code}" d="{path}"/>' for code, _, path in states)
    edge = " ".join("{:g},{:g}".format(*placed((side * 180, side * degree))) for side in (-1, 1) for degree in range(-90, 91, 3))
    Path(sys.argv[1]).write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:.1f}">\n'
        f'<!-- Natural Earth 1:110m, public domain; Equal Earth projection. Built by Training/map/build_outlines.py. -->\n'
        f'<polygon id="sea" points="{edge}"/>\n<g id="land">\n{paths}\n</g>\n</svg>\n', encoding="utf-8")


if __name__ == "__main__":
    main()
