"""Writes a record in the authoring format: the other direction of `authoring.py`."""

from words import QuoteError, occurrences, resolve


def quote(text, spans):
    """A quotation that finds exactly these spans again; '' for none."""
    return "<" + " | ".join(part(text, span) for span in spans) + ">" if spans else ""


def part(text, span):
    words = text[span[0]:span[1]]
    if len(words) > 60 or "\n" in words or words != words.strip():
        return long_part(text, span)
    found = occurrences(text, words)
    return words if len(found) == 1 else f"{words} #{found.index(tuple(span)) + 1}"


def long_part(text, span):
    """`first … last` with as many words on either side as single the span out."""
    pieces = text[span[0]:span[1]].split(" ")
    for count in range(1, len(pieces)):
        first, last = " ".join(pieces[:count]), " ".join(pieces[-count:])
        if "\n" in first or "\n" in last:
            continue
        for number, found in enumerate(occurrences(text, first), 1):
            if found[0] == span[0]:
                candidate = f"{first} … {last}" if len(occurrences(text, first)) == 1 else f"{first} … {last} #{number}"
                try:
                    if resolve(text, candidate) == [list(span)]:
                        return candidate
                except QuoteError:
                    continue  # these words do not single it out; more words may
    raise QuoteError(f"no quotation finds {span} again")


def actor_line(text, actor):
    short = {"name": "name", "nominal": "nom", "pronoun": "pro"}
    rows = [actor["id"], actor["kind"], actor["country"] or "-", ",".join(actor["sectors"]) or "-",
            actor["anonymity"], f'"{actor["name"]}"']
    rows += [f"{short[m['form']]} {pinned(text, m['spans'])}" for m in actor["mentions"]]
    rows += [f'office "{o["title"]}" {quote(text, o["spans"])}' for o in actor["offices"]]
    rows += [f"reason {quote(text, [s])}" for s in actor["anonymityReason"]]
    return " ".join(rows)


def pinned(text, spans):
    """Like `quote`, but with `#1` even where the words stand once: a bare name would take every place."""
    inner = quote(text, spans)[1:-1]
    return f"<{inner}>" if "#" in inner or " | " in inner or "…" in inner else f"<{inner} #1>"


def claim_line(text, claim):
    cue = claim["cue"]
    rows = [claim["id"], f"^{claim['parent']}" if claim["parent"] else "", claim["source"]["actor"] or "-",
            quote(text, claim["source"]["spans"]), f"{cue['class']}:{(cue['lemma'] or '-').replace(' ', '_')}",
            quote(text, cue["spans"]), "=", quote(text, claim["content"]["spans"]), claim["form"], claim["type"],
            claim["medium"] or "nomedium"]
    if claim["platform"]:
        rows.append(f'on "{claim["platform"]}"')
    if claim["response"]:
        rows.append(f"resp {claim['response']}")
    if claim["about"]:
        rows.append("about " + ",".join(claim["about"]))
    return " ".join(r for r in rows if r)


def event_line(text, event, times, places):
    rows = [event["id"], ".".join(filter(None, [event["type"], event["mode"]])), ",".join(event["contexts"]) or "-"]
    rows += [f"+{s}" for s in event["status"]]
    rows += [quote(text, event["trigger"]["spans"]), event["trigger"]["lemma"].replace(" ", "_")]
    rows += ["act " + (parties(text, event["actor"]) or "UNK")]
    rows += ["to " + parties(text, event["recipient"])] if event["recipient"] else []
    if event["date"]:
        value = "/".join(filter(None, [event["date"]["value"], event["date"]["end"]]))
        rows.append(f"on {value} {times.get(str(event['date']['spans']), '')}".strip())
    if event["place"]:
        key = (event["place"]["name"], event["place"]["country"])
        rows.append(f"at {places[key]} {quote(text, event['place']['spans'])}")
    for loss in event["casualties"]:
        low, high = ("" if loss[k] is None else str(loss[k]) for k in ("low", "high"))
        rows.append(f"{loss['kind']} {low}..{high} {quote(text, loss['spans'])} {loss['claim'] or ''}".strip())
    if event["claims"]:
        rows.append("via " + ",".join(event["claims"]))
    letters = [f["value"] if f["holder"] == "author" else f"{f['holder']}={f['value']}" for f in event["factuality"]]
    return " ".join(rows + ["fact " + " ".join(letters)])


def parties(text, listed):
    return " ".join(f"{p['id']} {quote(text, p['spans'])}".strip() for p in listed)


def render(record, front):
    """The authoring file of a record. `front` holds the keys that a record has no field for."""
    report = record["report"]
    text = report["text"]
    head = {**front, "id": report["key"], "published": report["published"], "title": report["title"]}
    lines = [f"{k}: {v if v is not None else ''}".rstrip() for k, v in head.items()]
    lines += ["--- text", text, "--- annotation"]
    lines += [f'lineage {n["role"]} "{n["name"]}" {quote(text, n["spans"])}' for n in report["lineage"]]
    times = {str(t["spans"]): f"t{i}" for i, t in enumerate(record["times"], 1)}
    lines += [" ".join(filter(None, [f"t{i}", t["type"], t["value"] or "-", f"mod={t['mod']}" if t["mod"] else "",
                                     quote(text, t["spans"])])) for i, t in enumerate(record["times"], 1)]
    places = {}
    for number, place in enumerate(record["places"], 1):
        ident = f"{'l' if place['form'] == 'toponym' else 'd'}{number}"
        places[(place["name"], place["country"])] = ident
        lines.append(f'{ident} {place["country"] or "-"} "{place["name"]}" {pinned(text, place["spans"])}')
    for actor in record["actors"]:
        places.setdefault((actor["name"], actor["country"]), actor["id"])
    lines += [actor_line(text, a) for a in record["actors"]]
    lines += [claim_line(text, c) for c in record["claims"]]
    lines += [event_line(text, e, times, places) for e in record["events"]]
    return "\n".join(lines) + "\n"
