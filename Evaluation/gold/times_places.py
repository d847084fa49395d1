"""Time expressions by TempEval-3's rules, and toponyms."""

from gold.align import best_pairs
from gold.spans import overlap, shown


def score_times(text, gold, system, tally):
    """Relaxed: overlapping words; strict: the same; value: overlapping and the same value (Uzzaman et al. 2013)."""
    both = paired(gold["times"], system["times"])
    sizes = len(system["times"]), len(gold["times"])
    tally.add("times relaxed", len(both), *sizes)
    tally.add("times strict", sum(g["spans"] == s["spans"] for g, s in both), *sizes)
    tally.add("times value", sum(g["value"] == s["value"] for g, s in both), *sizes)
    tally.add("times type", sum(g["type"] == s["type"] for g, s in both), *sizes)
    for g, s in both:
        tally.label("time type", g["type"], s["type"])
        if g["value"] != s["value"] or g["spans"] != s["spans"]:
            tally.error("times", f"{shown(text, g['spans'])} {g['value']}, not {shown(text, s['spans'])} {s['value']}")
    listed(text, gold["times"], system["times"], both, "times", tally)


def score_places(text, gold, system, tally):
    for name, form in (("toponyms", "toponym"), ("demonyms", "demonym")):
        mine, theirs = ([p for p in r["places"] if p["form"] == form] for r in (gold, system))
        both = paired(mine, theirs)
        sizes = len(theirs), len(mine)
        tally.add(f"{name} exact", sum(g["spans"] == s["spans"] for g, s in both), *sizes)
        tally.add(f"{name} overlapping", len(both), *sizes)
        for g, s in both:
            tally.label(f"{name}: country", g["country"], s["country"])
            if g["country"] != s["country"]:
                tally.error("place countries", f"{shown(text, g['spans'])} {g['country']}, not {s['country']}")
        listed(text, mine, theirs, both, name, tally)


def paired(gold, system):
    number = lambda items: [{**item, "id": k} for k, item in enumerate(items)]
    pairs = best_pairs(number(gold), number(system), lambda g, s: overlap(g["spans"], s["spans"]))
    return [(gold[i], system[j]) for i, j in pairs.items()]


def listed(text, gold, system, both, layer, tally):
    for item in gold:
        if not any(item is g for g, _ in both):
            tally.error(layer, f"missed {shown(text, item['spans'])}")
    for item in system:
        if not any(item is s for _, s in both):
            tally.error(layer, f"extra {shown(text, item['spans'])}")
