"""Reads a report file in the authoring format and makes the record of it. `Gold/format.md` describes the format."""

import re
from dataclasses import dataclass

import codes
from words import QuoteError, every, resolve

TOKEN = re.compile(r'<(?P<quote>[^<>]*)>|"(?P<string>[^"]*)"|(?P<word>\S+)')
SEPARATOR = re.compile(r"^--- (text|annotation)\s*$")
DATE = re.compile(r"^\d{4}(-\d{2}(-\d{2})?|-W\d{2}|-Q\d|-H\d)?$")


@dataclass
class Fault(Exception):
    """A fault of one line of one file."""
    path: str
    line: int
    reason: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.reason}"


class Faults(Exception):
    """All the faults of one file."""


class Line:
    """The tokens of one annotation line, read from left to right."""

    def __init__(self, source, number, text, path):
        self.number, self.text, self.path = number, text, path
        self.tokens = [(m.lastgroup, m.group(m.lastgroup)) for m in TOKEN.finditer(source)]
        self.at = 0
        self.scope = None

    def fault(self, reason):
        return Fault(self.path, self.number, reason)

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else (None, None)

    def word(self, what, legal=None):
        kind, value = self.peek()
        if kind != "word":
            raise self.fault(f"{what} expected, found {value!r}")
        if legal is not None and value not in legal:
            raise self.fault(f"{what} {value!r} is none of: {' '.join(sorted(legal))}")
        self.at += 1
        return value

    def maybe(self, pattern):
        kind, value = self.peek()
        if kind == "word" and re.fullmatch(pattern, value):
            self.at += 1
            return value
        return None

    def string(self):
        kind, value = self.peek()
        if kind != "string":
            return None
        self.at += 1
        return value

    def quote(self):
        kind, value = self.peek()
        if kind != "quote":
            return None
        self.at += 1
        return value

    def spans(self):
        """The spans of the next quotation; [] if there is none."""
        quote = self.quote()
        if quote is None:
            return []
        try:
            return resolve(self.text, quote, self.scope)
        except QuoteError as error:
            raise self.fault(str(error)) from error

    def every(self):
        quote = self.quote()
        try:
            return every(self.text, quote, self.scope)
        except QuoteError as error:
            raise self.fault(str(error)) from error

    def read_scope(self):
        found = self.maybe(r"p\d+")
        self.scope = int(found[1:]) if found else None

    def end(self):
        if self.at < len(self.tokens):
            raise self.fault(f"not understood from here: {self.peek()[1]!r}")


def split_file(source, path):
    """Front matter, text and numbered annotation lines of a file."""
    front, body, notes, part = {}, [], [], "front"
    for number, raw in enumerate(source.split("\n"), 1):
        mark = SEPARATOR.match(raw)
        if mark:
            part = mark.group(1)
        elif part == "front":
            read_front(front, raw, number, path)
        elif part == "text":
            body.append(raw)
        elif raw[:1] in " \t" and raw.strip() and notes:
            notes[-1][1] += " " + raw.strip()
        elif raw.strip() and not raw.startswith("#"):
            notes.append([number, raw.strip()])
    if part != "annotation":
        raise Fault(path, 1, "needs the lines '--- text' and '--- annotation'")
    return front, "\n".join(body).strip("\n"), notes


def read_front(front, raw, number, path):
    if not raw.strip():
        return
    key, colon, value = raw.partition(":")
    if not colon:
        raise Fault(path, number, "front matter is 'key: value'")
    front[key.strip()] = value.strip() or None


class Reader:
    """Collects the layers of one report."""

    def __init__(self, text, path):
        self.text, self.path = text, path
        self.lineage, self.actors, self.claims, self.events, self.times, self.places = [], {}, {}, {}, {}, {}
        self.loose = []      # (actor id, form, spans) of name mentions that took every occurrence
        self.lines = {}      # id -> line number
        self.order = []

    def read(self, number, source):
        line = Line(source, number, self.text, self.path)
        head = line.word("an id or a layer")
        if head == "lineage":
            return self.read_lineage(line)
        if not re.fullmatch(r"[aceltd]\d+", head):
            raise line.fault(f"{head!r} is no id (a1 c1 e1 t1 l1 d1) and no layer")
        if head in self.lines:
            raise line.fault(f"{head} stands twice")
        self.lines[head] = number
        line.read_scope()
        {"a": self.read_actor, "c": self.read_claim, "e": self.read_event, "t": self.read_time,
         "l": self.read_place, "d": self.read_place}[head[0]](head, line)
        line.end()

    def read_lineage(self, line):
        role = line.word("role", codes.ROLES)
        name = line.string()
        spans = line.spans()
        if not spans:
            raise line.fault("a lineage entry quotes its words")
        self.lineage.append({"name": name or slice_of(self.text, spans), "role": role, "spans": spans})
        line.end()

    def read_actor(self, head, line):
        kind = line.word("kind", codes.KINDS)
        country = line.word("country")
        sectors = line.word("sectors")
        anonymity = line.word("anonymity", codes.ANONYMITY)
        if country != "-" and country not in codes.COUNTRY_LIKE and not re.fullmatch(r"[A-Z]{3}", country):
            raise line.fault(f"country {country!r}")
        listed = [] if sectors == "-" else sectors.split(",")
        for code in listed:
            if code not in codes.SECTORS:
                raise line.fault(f"sector {code!r}")
        actor = {"id": head, "name": line.string(), "kind": kind, "country": None if country == "-" else country,
                 "sectors": listed, "anonymity": anonymity, "anonymityReason": [], "offices": [], "mentions": []}
        form = "name"
        while line.peek()[0]:
            key = line.maybe("name|nom|pro|office|reason")
            form = key or form
            if line.peek()[0] not in ("quote", "string"):
                raise line.fault(f"quotation expected after {form!r}")
            self.read_actor_part(actor, form, line)
        if not actor["mentions"]:
            raise line.fault("an actor needs a mention")
        if actor["name"] is None:
            best = next((m for m in actor["mentions"] if m["form"] == "name"), actor["mentions"][0])
            actor["name"] = slice_of(self.text, best["spans"])
        self.actors[head] = actor

    def read_actor_part(self, actor, form, line):
        if form == "office":
            title = line.string()
            spans = line.spans()
            actor["offices"].append({"title": title or slice_of(self.text, spans), "spans": spans})
        elif form == "reason":
            actor["anonymityReason"].extend(line.spans())
        elif form == "name":
            for spans in line.every():
                mention = {"spans": spans, "form": "name"}
                if mention not in actor["mentions"]:
                    actor["mentions"].append(mention)
        else:
            actor["mentions"].append({"spans": line.spans(), "form": codes.MENTION_FORMS[form]})

    def read_claim(self, head, line):
        parent = line.maybe(r"\^c\d+")
        actor = line.word("source actor (or -)")
        source = line.spans()
        label = line.word("class:lemma")
        kind, _, lemma = label.partition(":")
        if kind not in codes.CUE_CLASSES:
            raise line.fault(f"cue class {kind!r}")
        cue = line.spans()
        if line.word("'='") != "=":
            raise line.fault("'=' expected before the content")
        claim = {
            "id": head, "parent": parent[1:] if parent else None,
            "source": {"actor": None if actor == "-" else actor, "spans": source},
            "cue": {"spans": cue, "lemma": None if lemma in ("", "-") else lemma.replace("_", " "), "class": kind},
            "content": {"spans": line.spans()}, "form": "indirect", "type": "assertion", "medium": "speech",
            "platform": None, "response": None, "about": [],
        }
        while line.peek()[0]:
            self.read_claim_field(claim, line)
        self.claims[head] = claim

    def read_claim_field(self, claim, line):
        word = line.word("claim field")
        if word in codes.FORMS:
            claim["form"] = word
        elif word in codes.CLAIM_TYPES:
            claim["type"] = word
        elif word in codes.MEDIA or word == "nomedium":
            claim["medium"] = None if word == "nomedium" else word
        elif word == "on":
            claim["platform"] = line.string()
        elif word == "resp":
            claim["response"] = line.word("response", codes.RESPONSES)
        elif word == "about":
            claim["about"] = sorted(line.word("ids").split(","), key=lambda i: i[0] != "e")
        else:
            raise line.fault(f"claim field {word!r}")

    def read_event(self, head, line):
        kind, _, mode = line.word("TYPE or TYPE.mode").partition(".")
        if kind not in codes.QUAD:
            raise line.fault(f"event type {kind!r}")
        if mode and mode not in codes.MODES.get(kind, {}):
            raise line.fault(f"{kind} has no mode {mode!r}")
        contexts = line.word("contexts (or -)")
        listed = [] if contexts == "-" else contexts.split(",")
        for context in listed:
            if context not in codes.CONTEXTS:
                raise line.fault(f"context {context!r}")
        statuses = []
        while (status := line.maybe(r"\+\w+")) is not None:
            if status[1:] not in codes.STATUS:
                raise line.fault(f"status {status!r}")
            statuses.append(status[1:])
        trigger = line.spans()
        if not trigger:
            raise line.fault("an event quotes its trigger")
        event = {
            "id": head, "type": kind, "mode": mode or None, "contexts": listed, "status": statuses,
            "quad": codes.QUAD[kind], "intensity": codes.intensity(kind, mode), "cameo": None,
            "trigger": {"spans": trigger, "lemma": line.word("lemma").replace("_", " ")},
            "actor": [], "recipient": [], "date": None, "place": None, "casualties": [], "claims": [],
            "factuality": [], "why": [],
        }
        while line.peek()[0]:
            self.read_event_field(event, line)
        self.events[head] = event

    def read_event_field(self, event, line):
        key = line.word("event field", {"act", "to", "on", "at", "via", "fact"} | codes.CASUALTIES)
        if key in ("act", "to"):
            event["actor" if key == "act" else "recipient"] += self.read_parties(line)
        elif key == "on":
            event["date"] = self.read_date(line)
        elif key == "at":
            event["place"] = self.read_event_place(line)
        elif key == "via":
            event["claims"] = line.word("claim ids").split(",")
        elif key == "fact":
            event["factuality"] = self.read_factuality(line)
        else:
            event["casualties"].append(self.read_casualties(key, line))

    def read_parties(self, line):
        if line.maybe("UNK"):
            return []
        parties = []
        while (found := line.maybe(r"a\d+")) is not None:
            parties.append({"id": found, "spans": line.spans()})
        if not parties:
            raise line.fault("actor ids or UNK expected")
        return parties

    def read_date(self, line):
        value = line.maybe(r"\d{4}\S*")
        low, _, high = (value or "").partition("/")
        spans = []
        ident = line.maybe(r"t\d+")
        if ident:
            if ident not in self.times:
                raise line.fault(f"{ident} is not defined above")
            spans = self.times[ident]["spans"]
            if not value:
                low = (self.times[ident]["value"] or "").split("T")[0]
        if not DATE.match(low) or (high and not DATE.match(high)):
            raise line.fault(f"no date: {low!r}")
        return {"value": low, "end": high or None, "grain": grain(low), "spans": spans, "basis": None}

    def read_event_place(self, line):
        ident = line.word("place id or state actor id")
        spans = line.spans()
        if ident in self.places:
            place = self.places[ident]
            spans = spans or nearest(place["all"], self.text, line.scope)
            return event_place(place["name"], place["country"], spans)
        if ident in self.actors and self.actors[ident]["kind"] == "state":
            actor = self.actors[ident]
            named = [m["spans"] for m in actor["mentions"] if m["form"] == "name"]
            return event_place(actor["name"], actor["country"], spans or nearest(named, self.text, line.scope))
        raise line.fault(f"{ident} is no place and no state defined above")

    def read_factuality(self, line):
        holders = [{"holder": "author", "value": line.word("author's letter", codes.LETTERS)}]
        while (found := line.maybe(r"c\d+=\S+")) is not None:
            holder, _, value = found.partition("=")
            if value not in codes.LETTERS:
                raise line.fault(f"letter {value!r}")
            holders.append({"holder": holder, "value": value})
        return holders

    def read_casualties(self, kind, line):
        bounds = line.word("bounds")
        found = re.fullmatch(r"(\d*)(\.\.)?(\d*)", bounds)
        if not found:
            raise line.fault(f"bounds {bounds!r}: 12, 12.., ..12 or 12..15")
        low, dots, high = found.groups()
        high = high if dots else low
        spans = line.spans()
        if not spans:
            raise line.fault("casualties quote their words")
        return {"kind": kind, "low": int(low) if low else None, "high": int(high) if high else None, "spans": spans,
                "claim": line.maybe(r"c\d+")}

    def read_time(self, head, line):
        kind = line.word("TIMEX3 type", codes.TIMEX)
        value = line.word("value (or -)")
        mod = line.maybe(r"mod=\w+")
        spans = line.spans()
        if not spans:
            raise line.fault("a time quotes its words")
        self.times[head] = {"spans": spans, "type": kind, "value": None if value == "-" else value,
                            "mod": mod[4:] if mod else None}

    def read_place(self, head, line):
        country = line.word("country (or -)")
        name = line.string()
        quotes = []
        while line.peek()[0] == "quote":
            quotes += line.every()
        if not quotes:
            raise line.fault("a place quotes its words")
        self.places[head] = {
            "form": "toponym" if head[0] == "l" else "demonym", "name": name or slice_of(self.text, quotes[0]),
            "country": None if country == "-" else country, "all": quotes,
        }


def event_place(name, country, spans):
    return {"name": name, "country": country, "admin1": None, "lat": None, "lon": None, "geonames": None,
            "spans": spans}


def nearest(mentions, text, scope):
    """The first mention in the line's paragraph, else the first of all."""
    if scope is not None:
        from words import paragraphs
        low, high = paragraphs(text)[scope - 1]
        for spans in mentions:
            if low <= spans[0][0] < high:
                return spans
    return mentions[0]


def grain(value):
    if "-W" in value:
        return "week"
    if "-Q" in value or "-H" in value:
        return "quarter" if "-Q" in value else "half"
    return {4: "year", 7: "month", 10: "day"}[len(value)]


def slice_of(text, spans):
    return " ".join(" ".join(text[s:e].split()) for s, e in spans)


def drop_nested_names(actors):
    """A name inside a longer name ("Kenya" in "Kenya Red Cross") is no mention of its own."""
    names = [m["spans"][0] for a in actors for m in a["mentions"] if m["form"] == "name"]
    for actor in actors:
        actor["mentions"] = [m for m in actor["mentions"]
                             if m["form"] != "name" or not any(inside(m["spans"][0], n) for n in names)]
        actor["mentions"].sort(key=lambda m: m["spans"])


def inside(span, other):
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def place_entries(reader):
    """Places as written, and one for each name of a state; none inside the name of an actor that is no state."""
    actors = list(reader.actors.values())
    longer = [m["spans"][0] for a in actors for m in a["mentions"] if m["form"] == "name"]
    rows = {}
    for place in reader.places.values():
        for spans in place["all"]:
            if not any(inside(spans[0], n) for n in longer):
                rows[tuple(spans[0])] = (spans, place["form"], place["name"], place["country"])
    taken = list(rows)
    for actor in actors:
        for mention in actor["mentions"] if actor["kind"] == "state" else []:
            span = mention["spans"][0]
            if mention["form"] == "name" and tuple(span) not in rows and not any(inside(span, list(t)) for t in taken):
                rows[tuple(span)] = (mention["spans"], "toponym", slice_of(reader.text, mention["spans"]),
                                     actor["country"])
    return [{"spans": spans, "form": form, "name": name, "country": country, "admin1": None, "lat": None, "lon": None,
             "geonames": None} for _, (spans, form, name, country) in sorted(rows.items())]


def read_report(source, path):
    """The record of one file, its front matter and the line of each id. Raises `Fault` or `Faults`."""
    front, text, notes = split_file(source, path)
    reader = Reader(text, path)
    faults = []
    for number, note in notes:
        try:
            reader.read(number, note)
        except Fault as fault:
            faults.append(fault)
    if faults:
        raise Faults("\n".join(map(str, faults)))
    actors = list(reader.actors.values())
    drop_nested_names(actors)
    for actor in actors:
        if not actor["mentions"]:
            raise Fault(path, reader.lines[actor["id"]], f"{actor['id']} has no mention of its own")
    record = {
        "schema": "rapporteur/1",
        "engine": {"version": "gold", "model": None, "lexicon": None},
        "report": {"id": front.get("id"), "key": front.get("id"), "uri": None, "title": front.get("title"),
                   "authors": [], "published": front.get("published"), "language": "en", "text": text,
                   "lineage": reader.lineage},
        "sentences": [],
        "actors": actors,
        "claims": list(reader.claims.values()),
        "events": sorted(reader.events.values(), key=lambda e: e["trigger"]["spans"]),
        "times": sorted(reader.times.values(), key=lambda t: t["spans"]),
        "places": place_entries(reader),
    }
    return record, front, reader.lines
