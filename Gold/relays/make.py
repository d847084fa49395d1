"""Makes the families of Gold/relays from the stories: `python3 Gold/relays/make.py` writes dev.jsonl, test.jsonl and
the pairs of each. Seeded by the name of the story, so the same stories give the same bytes."""

import itertools
import json
import random
import re
from datetime import datetime, timedelta
from pathlib import Path

HERE = Path(__file__).parent
OUTLETS = ["Harbour Post", "Valley Observer", "Evening Lantern", "Northern Mirror", "City Sentinel", "Plain Dealerman",
           "Coastal Times", "Globe Digest", "Morning Almanac", "Southern Herald"]
SYNDICATORS = ["QUARTZNET", "Pressrelay", "WIREHUB"]
FOOTS = ["Subscribe to our newsletter for more stories like this.", "Read more: the week in pictures.",
         "All rights reserved. This material may not be published, broadcast or rewritten."]
WORDS = {"said": "stated", "told": "informed", "about": "roughly", "because": "since", "largest": "biggest",
         "told reporters": "told journalists", "several": "a number of", "asked": "requested", "help": "assistance",
         "began": "started", "begin": "start", "nearly": "almost", "people": "persons", "called": "termed", "killed":
         "slain", "hurt": "injured", "stopped": "halted", "closed": "shut", "companies": "firms", "before": "prior to",
         "also": "in addition", "many": "numerous", "finished": "completed", "built": "constructed", "big": "large",
         "wanted": "sought", "according to": "as per", "warned": "cautioned", "early": "initial", "money": "funds",
         "damaged": "harmed", "houses": "homes", "arrested": "detained", "signed": "inked", "build": "construct"}
BRITISH = {"metres": "meters", "programme": "program", "harbour": "harbor", "tonnes": "tons", "labour": "labor",
           "percent": "per cent", "centre": "center", "kilometres": "kilometers", "lorries": "trucks"}


def story(path):
    head, *sections = re.split(r"^== (\w+)\n", path.read_text(), flags=re.M)
    facts = dict(line.split(": ", 1) for line in head.strip().splitlines())
    parts = {name: [p for p in body.strip().split("\n\n")] for name, body in zip(sections[::2], sections[1::2])}
    return facts, parts


def swap(text, table, share, rng):
    def one(match):
        word = match.group(0)
        return table[word] if rng.random() < share else word
    return re.sub(r"\b(" + "|".join(sorted(table, key=len, reverse=True)) + r")\b", one, text)


class Family:
    def __init__(self, name, facts, parts):
        self.name, self.facts, self.parts = name, facts, parts
        self.rng = random.Random(name)
        self.start = datetime.fromisoformat(facts["date"].replace("Z", "+00:00"))
        self.outlets = self.rng.sample(OUTLETS, 7)
        self.reports, self.pairs = [], []

    def add(self, kind, outlet, hours, text, title=None, stamp="time", **extra):
        key = f"{self.name}-{len(self.reports) + 1:02d}"
        when = self.start + timedelta(hours=hours)
        published = {"time": when.strftime("%Y-%m-%dT%H:%M:%SZ"), "day": when.strftime("%Y-%m-%d"), None: None}[stamp]
        self.reports.append({"id": key, "outlet": outlet, "published": published, "title": title, "text": text,
                             "uri": extra.get("uri")})
        return key

    def pair(self, derived, source, kind, directed=True):
        self.pairs.append({"from": derived, "to": source, "kind": kind, "directed": directed})

    def dateline(self, agency):
        day = f"{self.start:%B} {self.start.day}"
        return self.rng.choice([f"{self.facts['city']}, {day} ({agency}) - ", f"{self.facts['city']} ({agency}) - ",
                                f"{self.facts['city']}, {day} - "])

    def make(self):
        rng, parts, facts, o = self.rng, self.parts, self.facts, self.outlets
        agency, title = facts["agency"], facts["title"]
        wire, host = parts["wire"], "https://" + re.sub(r"\W", "", agency.lower()) + ".example"
        body = "\n\n".join(wire)
        original = self.add("wire", agency, 0, f"{facts['city']}, {self.start:%B} {self.start.day} ({agency}) - {body}",
                            title, uri=f"{host}/{self.name}-1")
        # A copy as it is, with or without the agency's mark.
        mark = rng.choice([f"({rng.choice(SYNDICATORS)}- {agency}) ", self.dateline(agency), f"({agency}) - "])
        copy = self.add("copy", o[0], rng.randint(1, 5), mark + body + "\n\n" + rng.choice(FOOTS), title.upper())
        # The head of it only, in another spelling; its day is known, its hour is not.
        head = "\n\n".join(wire[:rng.choice([3, 4])])
        cut = self.add("cut", o[1], 2, self.rng.choice([f"({agency}) ", f"{facts['city']}: "])
                       + swap(head, BRITISH, 1, rng).replace('"', "\u201d") + f"\n\nSource: {agency}", stamp="day")
        # An update of the same item by the agency, and a copy of that.
        updated = parts["lead"] + wire[1:2] + parts["update"] + wire[2:]
        update = self.add("update", agency, 4, f"{facts['city']}, {self.start:%B} {self.start.day} ({agency}) - "
                          + "\n\n".join(updated), "UPDATE 1-" + title, uri=f"{host}/{self.name}-2")
        late = self.add("copy of the update", o[2], 6, self.dateline(agency) + "\n\n".join(updated), title)
        # A light rewrite: words exchanged, one paragraph gone, the agency named in the last line.
        kept = [p for i, p in enumerate(wire) if i != rng.choice([2, 3, 4])]
        rewrite = self.add("rewrite", o[3], 7, swap("\n\n".join(kept), WORDS, 0.8, rng)
                           + rng.choice([f"\n\nThis article was first published by {agency}.", f"\n\n({agency})", ""]))
        # Another outlet's own report, its correction, and a copy of it.
        own = "\n\n".join(parts["rival"])
        rival = self.add("rival", o[4], 3, own, uri=f"https://rival.example/{self.name}")
        fixed = re.sub(r"\b(\d+)\b", lambda m: str(int(m.group(1)) + 1), own, count=1)
        corrected = self.add("correction", o[4], 9, fixed + "\n\nThis story has been corrected.",
                             uri=f"https://rival.example/{self.name}")
        # Own words that cite the agency, and a copy of those.
        cites = self.add("cites", o[5], 8, "\n\n".join(parts["cites"]))
        again = self.add("copy of the citing report", o[6], 10, f"({o[5]}) - " + "\n\n".join(parts["cites"]))
        # The agency's own follow-up, with one paragraph of background taken from the first report.
        self.add("follow-up", agency, 30, f"{facts['city']} ({agency}) - " + "\n\n".join(
            parts["follow"] + [wire[int(parts["background"][0]) - 1]]), uri=f"{host}/{self.name}-follow")
        for derived in (copy, cut, rewrite):
            self.pair(derived, original, "relay")
        self.pair(update, original, "version")
        self.pair(late, update, "relay")
        self.pair(late, original, "relay")
        self.pair(corrected, rival, "version")
        self.pair(again, cites, "relay")
        # Two copies of one wire, or a copy and the update: related, but neither was made from the other.
        for sibling, other in itertools.combinations((copy, cut, update, late, rewrite), 2):
            if (sibling, other) != (update, late):
                self.pair(sibling, other, "relay", directed=False)
        for derived in (cites, again):
            self.pair(derived, original, "reports-on")
        return self


def write(split):
    families = [Family(p.stem, *story(p)).make() for p in sorted((HERE / "stories" / split).glob("*.txt"))]
    for suffix, rows in [("jsonl", [r for f in families for r in f.reports]),
                         ("pairs.jsonl", [p for f in families for p in f.pairs])]:
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (HERE / f"{split}.{suffix}").write_text("\n".join(lines) + "\n")
        print(f"{split}.{suffix}: {len(lines)}")


if __name__ == "__main__":
    for split in ("dev", "test"):
        write(split)
