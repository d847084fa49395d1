"""What a record must keep to, beyond being readable. Each check yields (id, reason)."""

import codes
from words import paragraphs


def ids_resolve(record):
    actors = {a["id"] for a in record["actors"]}
    claims = {c["id"] for c in record["claims"]}
    events = {e["id"] for e in record["events"]}
    for claim in record["claims"]:
        if claim["parent"] and claim["parent"] not in claims:
            yield claim["id"], f"parent {claim['parent']} does not exist"
        if claim["source"]["actor"] and claim["source"]["actor"] not in actors:
            yield claim["id"], f"source {claim['source']['actor']} does not exist"
        for ident in claim["about"]:
            if ident not in events | claims or ident == claim["id"]:
                yield claim["id"], f"about {ident} does not exist"
    for event in record["events"]:
        for party in event["actor"] + event["recipient"]:
            if party["id"] not in actors:
                yield event["id"], f"actor {party['id']} does not exist"
        for ident in event["claims"] + [loss["claim"] for loss in event["casualties"] if loss["claim"]]:
            if ident not in claims:
                yield event["id"], f"claim {ident} does not exist"


def chains_nest(record):
    """A claim stands inside the content of its parent, and no chain runs in a circle."""
    claims = {c["id"]: c for c in record["claims"]}
    for claim in record["claims"]:
        seen, parent = set(), claim["parent"]
        while parent in claims and parent not in seen:
            seen.add(parent)
            parent = claims[parent]["parent"]
        if parent in seen:
            yield claim["id"], "the chain runs in a circle"
        outer = claims.get(claim["parent"])
        if outer and not any(claim[k]["spans"] and covers(outer["content"]["spans"], claim[k]["spans"])
                             for k in ("cue", "content")):
            yield claim["id"], f"neither its cue nor its content is inside the content of {outer['id']}"


def covers(outer, inner):
    return all(any(o[0] <= s[0] and s[1] <= o[1] for o in outer) for s in inner)


def responses(record):
    for claim in record["claims"]:
        if claim["about"] and not claim["response"]:
            yield claim["id"], "'about' stands on a claim that is no response"
        if not claim["content"]["spans"] and not claim["response"]:
            yield claim["id"], "a claim without content is no claim"


def factuality(record):
    for event in record["events"]:
        holders = [f["holder"] for f in event["factuality"]]
        if holders != ["author"] + event["claims"]:
            yield event["id"], f"holders {holders} are not author and {event['claims']}"


def recipients(record):
    for event in record["events"]:
        if event["type"] in codes.NEEDS_RECIPIENT and not event["recipient"]:
            yield event["id"], f"{event['type']} needs a recipient"
        if event["type"] == "CONSULT" and event["mode"] != "visit" and event["recipient"]:
            yield event["id"], "the parties of a meeting are all 'act'"


def triggers(record):
    """An event in a claim is triggered inside that claim's content or is what the claim responds to."""
    claims = {c["id"]: c for c in record["claims"]}
    seen = {}
    for event in record["events"]:
        key = str(event["trigger"]["spans"]) + event["type"] + str(sorted(p["id"] for p in event["actor"]))
        if key in seen:
            yield event["id"], f"same act as {seen[key]}"
        seen[key] = event["id"]
        for ident in event["claims"]:
            claim = claims.get(ident)
            if claim and not covers(claim["content"]["spans"], event["trigger"]["spans"]) and \
                    event["id"] not in claim["about"] and not named_again(event, claim, record["report"]["text"]):
                yield event["id"], f"its trigger is not inside {ident}, which is not about it either"


def named_again(event, claim, text):
    """A later mention of the same act is not marked; the claim then has content of its own."""
    return bool(claim["content"]["spans"]) and claim["content"]["spans"][0][0] > event["trigger"]["spans"][0][0]


def anonymity(record):
    for actor in record["actors"]:
        if actor["anonymityReason"] and actor["anonymity"] != "granted":
            yield actor["id"], "a reason is stated, so anonymity was granted"
        if actor["anonymity"] == "named" and not any(m["form"] == "name" for m in actor["mentions"]):
            yield actor["id"], "named, but has no name mention"
        if actor["anonymity"] != "named" and any(m["form"] == "name" for m in actor["mentions"]):
            yield actor["id"], f"has a name, so it is not {actor['anonymity']}"


def plain_names(record):
    for actor in record["actors"]:
        for name in [actor["name"], *(o["title"] for o in actor["offices"])]:
            if '"' in name:
                yield actor["id"], f"a name or title holds no quotation marks: {name}"


def spans_slice(record):
    text = record["report"]["text"]
    for ident, spans in all_spans(record):
        for low, high in spans:
            if not 0 <= low < high <= len(text):
                yield ident, f"span [{low}, {high}] leaves the text"
            elif text[low:high] != text[low:high].strip():
                yield ident, f"span [{low}, {high}] has blank edges"


def all_spans(record):
    for entry in record["report"]["lineage"]:
        yield "lineage", entry["spans"]
    for actor in record["actors"]:
        yield actor["id"], actor["anonymityReason"]
        for part in actor["mentions"] + actor["offices"]:
            yield actor["id"], part["spans"]
    for claim in record["claims"]:
        for key in ("source", "cue", "content"):
            yield claim["id"], claim[key]["spans"]
    for event in record["events"]:
        for part in [event["trigger"], *event["actor"], *event["recipient"], *event["casualties"]]:
            yield event["id"], part["spans"]
        for key in ("date", "place"):
            if event[key]:
                yield event["id"], event[key]["spans"]
    for layer in ("times", "places"):
        for part in record[layer]:
            yield layer, part["spans"]


def plain_text(record):
    text = record["report"]["text"]
    for sign in "<>…|":
        if sign in text:
            yield "text", f"the text may not hold {sign!r}: the format uses it"
    words = len(text.split())
    if not 200 <= words <= 450:
        yield "text", f"{words} words; 200 to 450 are wanted"
    if not paragraphs(text):
        yield "text", "no paragraph"


CHECKS = [plain_text, ids_resolve, chains_nest, responses, factuality, recipients, triggers, anonymity, plain_names,
          spans_slice]


def check(record):
    return [fault for rule in CHECKS for fault in rule(record)]
