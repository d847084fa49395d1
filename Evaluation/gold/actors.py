"""Actors: names, who is who, country, sectors, kind, anonymity, offices; and the report's lineage."""

from gold.spans import fragments, overlap, shown


def score_actors(alignment, gold, system, tally):
    names(alignment.text, gold, system, tally)
    n_gold, n_system = len(gold["actors"]), len(system["actors"])
    tally.add("actors", len(alignment.actors), n_system, n_gold)
    for ident, other in alignment.actors.items():
        mine, theirs = alignment.gold["actors"][ident], alignment.system["actors"][other]
        for field in ("kind", "country", "anonymity"):
            tally.label(f"actor {field}", mine[field], theirs[field])
            if mine[field] != theirs[field]:
                tally.error(f"actor {field}", f"{ident} {mine['name']}: {mine[field]}, not {theirs[field]}")
        tally.label("actor sectors, all", True, set(mine["sectors"]) == set(theirs["sectors"]))
        tally.add_sets("actor sectors", mine["sectors"], theirs["sectors"])
        if set(mine["sectors"]) != set(theirs["sectors"]):
            tally.error("actor sectors", f"{ident} {mine['name']}: {mine['sectors']}, not {theirs['sectors']}")
    offices = [[f for a in r["actors"] for o in a["offices"] for f in fragments(alignment.text, o["spans"])]
               for r in (gold, system)]
    tally.add_sets("offices exact", *offices)
    taken = set(alignment.actors.values())
    for ident, actor in alignment.gold["actors"].items():
        if ident not in alignment.actors:
            tally.error("actors", f"missed {ident} {actor['name']}")
    for ident, actor in alignment.system["actors"].items():
        if ident not in taken:
            tally.error("actors", f"extra {ident} {actor['name']}")


def names(text, gold, system, tally):
    """Bare name mentions, exact; and which mentions stand together: pairs of name mentions of one actor."""
    mine, theirs = ({f for a in r["actors"] for m in a["mentions"] if m["form"] == "name" for f in fragments(text, m["spans"])}
                    for r in (gold, system))
    tally.add_sets("name mentions", mine, theirs)
    for span in sorted(mine - theirs):
        tally.error("names", f"missed {shown(text, [span])}")
    for span in sorted(theirs - mine):
        tally.error("names", f"extra {shown(text, [span])}")


def score_lineage(gold, system, tally):
    """The role, at overlapping words."""
    mine, theirs = gold["report"]["lineage"], system["report"]["lineage"]
    hit, used = 0, set()
    for link in mine:
        fit = next((k for k, t in enumerate(theirs) if k not in used and t["role"] == link["role"]
                    and overlap(link["spans"], t["spans"])), None)
        if fit is None:
            tally.error("lineage", f"missed {link['role']} {link['name']}")
            continue
        used.add(fit)
        hit += 1
    for k, link in enumerate(theirs):
        if k not in used:
            tally.error("lineage", f"extra {link['role']} {link['name']}")
    tally.add("lineage", hit, len(theirs), len(mine))
