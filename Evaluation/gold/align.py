"""One-to-one alignments of actors, claims and events of two records of one text."""

from gold.spans import overlap, same_cue, same_head, similarity


class Alignment:
    """Gold ids to system ids, for each layer."""

    def __init__(self, gold, system):
        self.text = gold["report"]["text"]
        if system["report"]["text"] != self.text:
            raise ValueError(f"{gold['report']['key']}: the record's text is not the gold's text")
        self.actors = best_pairs(gold["actors"], system["actors"], self.actor_score)
        self.claims = best_pairs(gold["claims"], system["claims"], self.claim_score)
        self.gold, self.system = index(gold), index(system)
        self.events = best_pairs(gold["events"], system["events"], self.event_score)
        self.by_parties()

    def actor_score(self, gold, system):
        """Shared mentions; one with the same words counts ten."""
        score = 0
        for mention in gold["mentions"]:
            for other in system["mentions"]:
                if mention["spans"] == other["spans"]:
                    score += 10
                elif overlap(mention["spans"], other["spans"]) and same_head(self.text, mention["spans"], other["spans"]):
                    score += 4
        return score

    def claim_score(self, gold, system):
        """Needs a shared cue, or, where a side has no cue words, the same source and much the same content."""
        source = same_head(self.text, gold["source"]["spans"], system["source"]["spans"])
        content = similarity(self.text, gold["content"]["spans"], system["content"]["spans"])
        if gold["cue"]["spans"] and system["cue"]["spans"]:
            if not overlap(gold["cue"]["spans"], system["cue"]["spans"]):
                return 0
            return 2 + 2 * same_cue(self.text, gold["cue"]["spans"], system["cue"]["spans"]) + 2 * source + content
        alike = not gold["cue"]["spans"] and not system["cue"]["spans"]
        return 1 + content + alike if source and content >= 0.5 else 0

    def event_score(self, gold, system):
        """Needs overlapping triggers; the same type, then the same parties decide between several."""
        if not overlap(gold["trigger"]["spans"], system["trigger"]["spans"]):
            return 0
        return 1 + 4 * (gold["type"] == system["type"]) + sum(self.same_side(gold, system, s) for s in ("actor", "recipient"))

    def by_parties(self):
        """What is left: the same type, actors and recipients, taken up at another mention of the act."""
        taken = set(self.events.values())

        def score(gold, system):
            whole = gold["type"] == system["type"] and all(self.same_side(gold, system, s) for s in ("actor", "recipient"))
            return 1 / (1 + distance(gold, system)) if whole and (gold["actor"] or gold["recipient"]) else 0

        left = [e for i, e in self.gold["events"].items() if i not in self.events]
        self.events.update(best_pairs(left, [e for i, e in self.system["events"].items() if i not in taken], score))

    def same_party(self, gold, system):
        if self.actors.get(gold["id"]) == system["id"]:
            return True
        return bool(gold["spans"] and system["spans"]) and same_head(self.text, gold["spans"], system["spans"])

    def same_side(self, gold, system, side):
        """Every party of one is a party of the other, and the other way round."""
        first, second = gold[side], system[side]
        return all(any(self.same_party(g, s) for s in second) for g in first) and \
            all(any(self.same_party(g, s) for g in first) for s in second)

    def shares(self, gold_parties, system_parties):
        return any(self.same_party(g, s) for g in gold_parties for s in system_parties)


def distance(gold, system):
    return abs(gold["trigger"]["spans"][0][0] - system["trigger"]["spans"][0][0])


def index(record):
    return {layer: {item["id"]: item for item in record[layer]} for layer in ("actors", "claims", "events")}


def best_pairs(gold, system, score):
    """Greedy: the highest score first, ties in text order."""
    ranked = []
    for i, g in enumerate(gold):
        for j, s in enumerate(system):
            value = score(g, s)
            if value > 0:
                ranked.append((-value, i, j))
    pairs, used = {}, set()
    for _, i, j in sorted(ranked):
        if gold[i]["id"] not in pairs and j not in used:
            pairs[gold[i]["id"]] = system[j]["id"]
            used.add(j)
    return pairs
