"""Events: types, parties, modes, statuses, dates, places, casualties, certainty."""

from gold.spans import overlap, shown


def score_events(alignment, gold, system, tally):
    counts(alignment, tally)
    for ident, other in alignment.events.items():
        mine, theirs = alignment.gold["events"][ident], alignment.system["events"][other]
        matched(alignment, mine, theirs, tally)
        certainty(alignment, mine, theirs, tally)
    dates_and_places(alignment, tally)
    casualties(alignment, gold, system, tally)


def pairs(alignment):
    return [(alignment.gold["events"][i], alignment.system["events"][j]) for i, j in alignment.events.items()]


def right(alignment, gold, system):
    return gold["type"] == system["type"] and all(alignment.same_side(gold, system, s) for s in ("actor", "recipient"))


def partly(alignment, gold, system):
    """The type, and at least one party right on each side that has one."""
    return gold["type"] == system["type"] and all(
        alignment.shares(gold[s], system[s]) or (not gold[s] and not system[s]) for s in ("actor", "recipient"))


def counts(alignment, tally):
    n_gold, n_system = len(alignment.gold["events"]), len(alignment.system["events"])
    both = pairs(alignment)
    tally.add("events, trigger", len(both), n_system, n_gold)
    tally.add("events, type", sum(g["type"] == s["type"] for g, s in both), n_system, n_gold)
    tally.add("events", sum(right(alignment, g, s) for g, s in both), n_system, n_gold)
    tally.add("events, one party a side", sum(partly(alignment, g, s) for g, s in both), n_system, n_gold)
    modes = [[e for e in side.values() if e["mode"]] for side in (alignment.gold["events"], alignment.system["events"])]
    same = sum(g["mode"] is not None and (g["type"], g["mode"]) == (s["type"], s["mode"]) for g, s in both)
    tally.add("modes", same, len(modes[1]), len(modes[0]))
    for kind in {e["type"] for e in [*alignment.gold["events"].values(), *alignment.system["events"].values()]}:
        tally.add(f"type {kind}", sum(g["type"] == s["type"] == kind for g, s in both),
                  sum(e["type"] == kind for e in alignment.system["events"].values()),
                  sum(e["type"] == kind for e in alignment.gold["events"].values()))
    taken = set(alignment.events.values())
    for ident, event in alignment.gold["events"].items():
        if ident not in alignment.events:
            tally.error("events", f"missed {line(alignment, event, 'gold')}")
    for ident, event in alignment.system["events"].items():
        if ident not in taken:
            tally.error("events", f"extra {line(alignment, event, 'system')}")
    for gold, system in both:
        if not right(alignment, gold, system):
            tally.error("events", f"wrong {line(alignment, gold, 'gold')}  -- got {line(alignment, system, 'system')}")


def line(alignment, event, side):
    names = {i: a["name"] for i, a in getattr(alignment, side)["actors"].items()}
    told = {s: ", ".join(names.get(p["id"], p["id"]) for p in event[s]) or "UNK" for s in ("actor", "recipient")}
    return (f"{event['id']} {event['type']}{'.' + event['mode'] if event['mode'] else ''} "
            f"<{shown(alignment.text, event['trigger']['spans'])}> {told['actor']} -> {told['recipient']} "
            f"{'+'.join(event['status'])}").strip()


def matched(alignment, gold, system, tally):
    text = alignment.text
    tally.label("event type", gold["type"], system["type"])
    tally.label("status", " ".join(sorted(gold["status"])) or "-", " ".join(sorted(system["status"])) or "-")
    tally.add_sets("status values", gold["status"], system["status"])
    tally.add_sets("contexts", gold["contexts"], system["contexts"])
    tally.add_sets("carrying claims", [alignment.claims.get(c, f"lost {c}") for c in gold["claims"]], system["claims"])
    if sorted(gold["status"]) != sorted(system["status"]):
        tally.error("status", f"{line(alignment, gold, 'gold')}: got {system['status']}")
    if gold["type"] != system["type"]:
        return
    tally.label("mode of a right type", gold["mode"] or "-", system["mode"] or "-")
    if gold["mode"] != system["mode"]:
        tally.error("modes", f"{line(alignment, gold, 'gold')}: got {system['mode']}")
    for side in ("actor", "recipient"):
        tally.label(f"{side} of a right type", True, alignment.same_side(gold, system, side))
    if gold["actor"] and gold["recipient"]:
        swapped = alignment.shares(gold["actor"], system["recipient"]) and alignment.shares(gold["recipient"], system["actor"])
        swapped = swapped and not partly(alignment, gold, system)
        tally.label("roles swapped", True, swapped)
        if swapped:
            tally.error("swapped", f"{line(alignment, gold, 'gold')}  -- got {line(alignment, system, 'system')} in {text[:20]!r}")


def certainty(alignment, gold, system, tally):
    """A letter for each holder that both sides name; a letter without a partner counts only end to end."""
    theirs = {h["holder"]: h["value"] for h in system["factuality"]}
    for letter in gold["factuality"]:
        holder = letter["holder"] if letter["holder"] == "author" else alignment.claims.get(letter["holder"])
        found = theirs.pop(holder, None)
        tally.label("factuality, end to end", letter["value"], found)
        if found is not None:
            tally.label("factuality", letter["value"], found)
            tally.label("factuality, author" if holder == "author" else "factuality, sources", letter["value"], found)
        if found != letter["value"]:
            tally.error("factuality", f"{line(alignment, gold, 'gold')} {letter['holder']}: {letter['value']}, not {found}")
    for value in theirs.values():
        tally.label("factuality, end to end", None, value)


def dates_and_places(alignment, tally):
    totals = {k: [sum(e[k] is not None for e in side["events"].values()) for side in (alignment.system, alignment.gold)]
              for k in ("date", "place")}
    both = [(g, s) for g, s in pairs(alignment)]
    same_date = sum(bool(g["date"] and s["date"]) and day(g) == day(s) for g, s in both)
    same_place = sum(bool(g["place"] and s["place"]) and is_place(g["place"], s["place"]) for g, s in both)
    tally.add("event dates", same_date, *totals["date"])
    tally.add("event places", same_place, *totals["place"])
    for gold, system in both:
        tally.label("date of a matched event", True, day(gold) == day(system))
        if day(gold) != day(system):
            tally.error("dates", f"{line(alignment, gold, 'gold')}: {day(gold)}, not {day(system)}")
        if gold["place"] or system["place"]:
            fits = bool(gold["place"] and system["place"]) and is_place(gold["place"], system["place"])
            if not fits:
                named = lambda e: e["place"] and f"{e['place']['name']} {e['place']['country']}"
                tally.error("event places", f"{line(alignment, gold, 'gold')}: {named(gold)}, not {named(system)}")


def day(event):
    return (event["date"]["value"], event["date"]["end"]) if event["date"] else None


def is_place(gold, system):
    """The same country, and the same words or the same name."""
    same_words = overlap(gold["spans"], system["spans"]) > 0 or gold["name"].casefold() == system["name"].casefold()
    return same_words and (gold["country"] is None or gold["country"] == system["country"])


def casualties(alignment, gold, system, tally):
    """A figure is right if its kind and bounds are, at the same words."""
    def rows(record):
        return {(c["kind"], c["low"], c["high"], tuple(map(tuple, c["spans"]))) for e in record["events"] for c in e["casualties"]}
    mine, theirs = rows(gold), rows(system)
    hit, used = 0, set()
    for row in sorted(mine, key=str):
        fit = next((t for t in sorted(theirs - used, key=str) if t[:3] == row[:3] and overlap(row[3], t[3])), None)
        hit += fit is not None
        used |= {fit} if fit else set()
        if fit is None:
            tally.error("casualties", f"missed {row[0]} {row[1]}..{row[2]} {shown(alignment.text, row[3])}")
    for row in theirs - used:
        tally.error("casualties", f"extra {row[0]} {row[1]}..{row[2]} {shown(alignment.text, row[3])}")
    tally.add("casualties", hit, len(theirs), len(mine))
