"""Claims: spans, chains, responses, classes, anonymity of the sources."""

from gold.spans import characters, fragments, overlap, same_cue, same_head, shown, similarity

ROLES = ("source", "cue", "content")
FIELDS = ("class", "type", "form", "medium")


def score_claims(alignment, gold, system, tally):
    spans(alignment.text, gold, system, tally)
    wholes(alignment, tally)
    fields(alignment, tally)
    chains(alignment, tally)
    responses(alignment, tally)
    sources(alignment, tally)


def spans(text, gold, system, tally):
    for role in ROLES:
        first, second = ({f for c in r["claims"] for f in fragments(text, c[role]["spans"])} for r in (gold, system))
        tally.add_sets(f"{role} exact", first, second)
        tally.add_sets(f"{role} partial", characters(first), characters(second))


def exact(text, gold, system, roles):
    return all(fragments(text, gold[r]["spans"]) == fragments(text, system[r]["spans"]) for r in roles)


def link_exact(alignment, gold, system):
    return exact(alignment.text, gold, system, ("source", "cue"))


def link_heads(alignment, gold, system):
    """The relaxed link: the same head in the source, the same heavy word in the cue."""
    return same_head(alignment.text, gold["source"]["spans"], system["source"]["spans"]) and \
        same_cue(alignment.text, gold["cue"]["spans"], system["cue"]["spans"])


def link_resolved(alignment, gold, system):
    """The source means the same actor (or nobody on both sides), and the cue has the same heavy word."""
    meant = meant_by(system)
    wanted = gold["source"]["actor"]
    same = not meant if wanted is None else alignment.actors.get(wanted) in meant
    return same and same_cue(alignment.text, gold["cue"]["spans"], system["cue"]["spans"])


LINKS = {"exact": link_exact, "heads": link_heads, "resolved": link_resolved}


def meant_by(claim):
    return claim["source"].get("actors") or [a for a in [claim["source"]["actor"]] if a]


def pairs(alignment):
    for ident, other in alignment.claims.items():
        yield alignment.gold["claims"][ident], alignment.system["claims"][other]


def wholes(alignment, tally):
    text = alignment.text
    n_gold, n_system = len(alignment.gold["claims"]), len(alignment.system["claims"])
    whole = sum(exact(text, g, s, ROLES) for g, s in pairs(alignment))
    relaxed = sum(link_heads(alignment, g, s) and similarity(text, g["content"]["spans"], s["content"]["spans"]) >= 0.5
                  for g, s in pairs(alignment))
    tally.add("claims found", len(alignment.claims), n_system, n_gold)
    tally.add("whole exact", whole, n_system, n_gold)
    tally.add("whole relaxed", relaxed, n_system, n_gold)
    taken = set(alignment.claims.values())
    for ident, claim in alignment.gold["claims"].items():
        if ident not in alignment.claims:
            tally.error("claims", f"missed {line(text, claim)}")
    for ident, claim in alignment.system["claims"].items():
        if ident not in taken:
            tally.error("claims", f"extra {line(text, claim)}")


def line(text, claim):
    response = f" [{claim['response']}]" if claim["response"] else ""
    return (f"{claim['id']}{'^' + claim['parent'] if claim['parent'] else ''} {shown(text, claim['source']['spans'])} / "
            f"{shown(text, claim['cue']['spans'])} / {shown(text, claim['content']['spans'])[:90]}{response}")


def fields(alignment, tally):
    for gold, system in pairs(alignment):
        tally.label("claim class", gold["cue"]["class"], system["cue"]["class"])
        tally.label("response or none", gold["response"], system["response"])
        for name in FIELDS[1:]:
            tally.label(f"claim {name}", gold[name], system[name])
        for name, mine, theirs in [("class", gold["cue"]["class"], system["cue"]["class"])] + \
                [(n, gold[n], system[n]) for n in ("type", "form")]:
            if mine != theirs:
                tally.error(f"claim {name}", f"{gold['id']} {shown(alignment.text, gold['cue']['spans'])}: "
                                             f"{mine}, not {theirs}")


def chain(claims, ident):
    """The claims from the outermost to this one."""
    found, seen = [], set()
    while ident is not None and ident in claims and ident not in seen:
        seen.add(ident)
        found.insert(0, claims[ident])
        ident = claims[ident]["parent"]
    return found


def leaves(claims):
    parents = {c["parent"] for c in claims.values()}
    return [i for i in claims if i not in parents]


def chains(alignment, tally):
    """A chain runs from the outermost claim to one that holds no other. It is whole if every link stands, in order.

    "found" asks nothing more; the F1 also asks that the other side's chain ends there, and so is the same both ways.
    """
    gold, system = alignment.gold["claims"], alignment.system["claims"]
    ends = set(leaves(system))
    long = lambda claims: [i for i in leaves(claims) if claims[i]["parent"]]
    for name, right in LINKS.items():
        held = []
        for ident in leaves(gold):
            mine = chain(gold, ident)
            theirs = chain(system, alignment.claims[ident]) if ident in alignment.claims else []
            whole = len(mine) == len(theirs) and all(right(alignment, g, s) for g, s in zip(mine, theirs))
            held += [ident] if whole else []
            if name == "heads" and not whole:
                told = " > ".join(f"{shown(alignment.text, c['source']['spans'])} / {shown(alignment.text, c['cue']['spans'])}"
                                  for c in theirs) or "nothing"
                tally.error("chains", " > ".join(line(alignment.text, c) for c in mine) + f"  -- got {told}")
        for part, right_ones in (("", [i for i in held if alignment.claims[i] in ends]), (" found", held)):
            tally.add(f"chains {name}{part}", len(right_ones), len(ends), len(leaves(gold)))
            nested = sum(i in long(gold) for i in right_ones)
            tally.add(f"nested chains {name}{part}", nested, len(long(system)), len(long(gold)))


def responses(alignment, tally):
    gold = [c for c in alignment.gold["claims"].values() if c["response"]]
    system = [c for c in alignment.system["claims"].values() if c["response"]]
    hits = {"responses": 0, "responses, any about": 0, "responses, all about": 0}
    for claim in gold:
        other = alignment.system["claims"].get(alignment.claims.get(claim["id"]))
        right = other is not None and other["response"] == claim["response"] and link_heads(alignment, claim, other)
        if other is not None:
            tally.label("response kind", claim["response"], other["response"])
        if not right:
            got = f"{other['response']} by {shown(alignment.text, other['source']['spans'])}" if other else "nothing"
            tally.error("responses", f"{line(alignment.text, claim)}  -- got {got}")
            continue
        wanted, found = about(alignment, claim), set(other["about"])
        hits["responses"] += 1
        hits["responses, any about"] += bool(wanted & found) or (not wanted and not found)
        hits["responses, all about"] += wanted == found
        if wanted != found:
            told = "; ".join(target(alignment, i) for i in other["about"]) or "nothing"
            tally.error("about", f"{line(alignment.text, claim)}: {claim['about'] or 'nothing'}, not {told}")
    gold_ids = {alignment.claims.get(c["id"]) for c in gold}
    for claim in system:
        if claim["id"] not in gold_ids:
            tally.error("responses", f"extra {line(alignment.text, claim)}")
    for name, hit in hits.items():
        tally.add(name, hit, len(system), len(gold))


def target(alignment, ident):
    """What an id of the system means, in the gold's id or in words."""
    for gold, other in [*alignment.claims.items(), *alignment.events.items()]:
        if other == ident:
            return gold
    item = alignment.system["claims"].get(ident) or alignment.system["events"].get(ident)
    words = item and (item["cue"] if "cue" in item else item["trigger"])["spans"]
    return f"an extra one at <{shown(alignment.text, words)}>" if item else ident


def about(alignment, claim):
    """What a response is about, in the ids of the system; what the system lacks keeps a mark of its own."""
    known = {**alignment.claims, **alignment.events}
    return {known.get(i, f"lost {i}") for i in claim["about"]}


def sources(alignment, tally):
    """Who is meant, and how anonymous, where cue and source were found."""
    for gold, system in pairs(alignment):
        wanted = alignment.gold["actors"].get(gold["source"]["actor"])
        if wanted is None or not link_heads(alignment, gold, system):
            continue
        meant = meant_by(system)
        tally.label("source resolved", True, alignment.actors.get(wanted["id"]) in meant)
        theirs = [alignment.system["actors"][m]["anonymity"] for m in meant if m in alignment.system["actors"]]
        best = wanted["anonymity"] if wanted["anonymity"] in theirs else (theirs or [None])[0]
        tally.label("anonymity of sources", wanted["anonymity"], best)
        if best != wanted["anonymity"]:
            tally.error("anonymity", f"{line(alignment.text, gold)}: {wanted['anonymity']}, not {best}")


def reasons(alignment, gold, system, tally):
    """Stated reasons of anonymity: the same words, or at least half of them."""
    text = alignment.text
    mine = [s for a in gold["actors"] for s in a["anonymityReason"]]
    theirs = [s for a in system["actors"] for s in a["anonymityReason"]]
    tally.add_sets("anonymity reason exact", fragments(text, mine), fragments(text, theirs))
    near = lambda one, many: any(overlap([one], [o]) and similarity(text, [one], [o]) >= 0.5 for o in many)
    hit = sum(near(m, theirs) for m in mine)
    tally.add("anonymity reason", hit, len(theirs) - sum(near(t, mine) for t in theirs) + hit, len(mine))
    for span in mine:
        if not near(span, theirs):
            tally.error("anonymity reason", f"missed {shown(text, [span])}")
    for span in theirs:
        if not near(span, mine):
            tally.error("anonymity reason", f"extra {shown(text, [span])}")
