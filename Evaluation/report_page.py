"""Writes Evaluation/scores.md: each figure beside its anchor."""

# set, figure, where it lies in the set's figures, the anchor and where it comes from
ROWS = [
    ("parse: EWT dev, given words", "LAS", ("las",), "trial of the recipe 88.6; UDPipe 2.17 92.4"),
    ("parse: EWT dev, given words", "UPOS", ("upos",), "trial 96.4"),
    ("parse: GUM dev, given words", "LAS", ("las",), "trial 89.2"),
    ("parse: GUM dev, given words", "UPOS", ("upos",), "trial 97.6"),
    ("parse: EWT dev, raw text", "LAS", ("las",), "UDPipe 2 89.9; Stanza 83.6 (UD 2.5); goal 87"),
    ("parse: EWT dev, raw text", "sentences F1", ("sentences",), ""),
    ("parse: EWT dev, raw text", "words F1", ("words",), ""),
    ("factuality: UDS over EWT dev", "sign right", ("sign",), "goal 85"),
    ("factuality: UDS over EWT dev", "Pearson", ("pearson",), "goal 0.75"),
    ("coreference: GUM news, not trained on", "pronouns right", ("pronouns",), "goal 80"),
    ("coreference: GUM news, not trained on", "short names right", ("short names",), "goal 80"),
    ("coreference: MEANTIME, half not trained on", "pronouns right", ("pronouns",), "goal 80"),
    ("coreference: MEANTIME, half not trained on", "short names right", ("short names",), "goal 80"),
    ("coreference: Gold dev", "pronouns right", ("pronouns",), "goal 80"),
    ("coreference: Gold dev", "short names right", ("short names",), "goal 80"),
    ("names: UNER-EWT, half not trained on", "names F1", ("all", "f1"), "spaCy sm 59.0; XLM-R large 86"),
    ("attribution: PolNeAR dev", "source exact F1", ("source_exact", "f1"), "BERT + Cofe 83.2 (test); trial 81.5"),
    ("attribution: PolNeAR dev", "cue exact F1", ("cue_exact", "f1"), "BERT + Cofe 75.3 (test); trial 74.2"),
    ("attribution: PolNeAR dev", "content exact F1", ("content_exact", "f1"), "BERT + Cofe 72.9 (test); trial 66.7"),
    ("attribution: PolNeAR dev", "whole F1", ("whole", "f1"), "two humans 56.6; GenderGapTracker 14.3"),
    ("attribution: PolNeAR dev", "direct content recall", ("direct_content_recall",), "goal 95"),
    ("attribution: PolNeAR dev", "indirect content recall", ("indirect_content_recall",), "GenderGapTracker 27; goal 75"),
    ("links: PolNeAR dev", "put together rightly, all three found", ("right",), "goal 90"),
    ("events: GSR dev", "type recall", ("type_recall",), "goal 80"),
    ("events: GSR dev", "dyad recall", ("dyad_recall",), "goal 65"),
    ("events: GSR dev", "extra events a record", ("extra_per_record",), "UniversalPetrarch 3.2; goal at most 0.5"),
    ("events: MEANTIME, half not tuned on", "participants F1", ("participants",), "on shared events only; goal 60"),
    ("events: MEANTIME, half not tuned on", "factual or not", ("factual_or_not",), "on shared events only; goal 90"),
    ("times: TimeBank", "relaxed F1", ("relaxed", "f1"), "HeidelTime 90.3 (TE-3 test)"),
    ("times: TimeBank", "strict F1", ("strict", "f1"), "HeidelTime 81.3 (TE-3 test)"),
    ("times: TimeBank", "value F1", ("value", "f1"), "HeidelTime 77.6 (TE-3 test)"),
    ("times: AQUAINT", "relaxed F1", ("relaxed", "f1"), "HeidelTime 90.3 (TE-3 test)"),
    ("times: AQUAINT", "strict F1", ("strict", "f1"), "HeidelTime 81.3 (TE-3 test)"),
    ("times: AQUAINT", "value F1", ("value", "f1"), "HeidelTime 77.6 (TE-3 test)"),
    ("weekdays", "right", ("right",), "\"same or last\" 91; goal 96"),
    ("expressions", "date values", ("date", "value"), "goal 90"),
    ("expressions", "datetime values", ("datetime", "value"), "goal 90"),
    ("expressions", "daterange values", ("daterange", "value"), "goal 90"),
    ("expressions", "duration values", ("duration", "value"), "goal 90"),
    ("places: LGL", "exact F1", ("exact", "f1"), "spaCy sm 63.1"),
    ("places: LGL", "within 161 km of all", ("within_161km_of_all",), "gazetteer rule, spans given, 60.8"),
    ("places: GeoVirus", "exact F1", ("exact", "f1"), ""),
    ("places: GeoVirus", "within 161 km of all", ("within_161km_of_all",), "gazetteer rule, spans given, 67.7"),
    ("pages: Zyte", "text F1 (shingles)", ("all",), "trafilatura 96.0; rs_trafilatura and AutoExtract 97.0"),
    ("pages: Zyte", "text F1, half tuned on", ("tune",), ""),
    ("pages: Zyte", "text F1, other half", ("check",), ""),
    ("pages: Zyte", "pages a second, one process", ("pages_per_second",), "resiliparse 55-83; trafilatura 6-9"),
    ("pages: facts, half no longer fully held out", "title", ("title",), "goal 93"),
    ("pages: facts, half no longer fully held out", "same day", ("published",), "goal 95"),
    ("pages: facts, half no longer fully held out", "authors, all right", ("authors",), "goal F1 80"),
    ("pages: facts, half no longer fully held out", "outlet", ("outlet",), ""),
    ("pages: own, one for each way", "title", ("title",), "rules were written with these in view"),
    ("pages: own, one for each way", "authors, all right", ("authors",), ""),
    ("pages: own, one for each way", "text, exact", ("text",), ""),
    ("families: dev", "relays and versions, F1 by pair", ("relays",), "goal 95; Gold/relays"),
    ("families: dev", "direction", ("direction",), "goal 90"),
    ("families: dev", "reports-on, F1 by pair", ("citations",), ""),
    ("families: dev", "origins exactly right, of happenings found", ("origins",), "goal 80; n is pairs"),
    ("families: dev", "the same, given the events that were read", ("given",), ""),
    ("families: test", "relays and versions, F1 by pair", ("relays",), "goal 95; Gold/relays"),
    ("families: test", "direction", ("direction",), "goal 90"),
    ("families: test", "reports-on, F1 by pair", ("citations",), ""),
    ("families: test", "origins exactly right, of happenings found", ("origins",), "goal 80; n is pairs"),
    ("families: test", "the same, given the events that were read", ("given",), ""),
    ("feeds: feedparser's suites", "expectations met", ("met",), "feedparser; goal 95"),
    ("feeds: feedparser's suites", "crashes", ("crashes",), "goal 0"),
    ("wires: IPTC's suites", "right verdicts, ninjs 2.x and 3.x", ("ninjs_2_and_3",), "goal 100"),
    ("wires: IPTC's suites", "right verdicts, ninjs 1.x", ("ninjs_1",), ""),
    ("wires: IPTC's suites", "crashes (NewsML-G2, NITF, WARC)", ("crashes",), "goal 0"),
]


def write_page(path, figures, facts, gold=()):
    """Writes the table; a set that was not run is left out and named below it. `gold` is name to reports and rows."""
    lines = [
        "# Scores",
        "",
        f"Measured on {facts['date']} at commit {facts['commit']}, on {facts['machine']}, by `make evaluate`.",
        "All sets are development sets; the anchors' own test sets are named where they differ.",
        "",
        "| set | figure | ours | anchor or goal | n |",
        "|---|---|---|---|---|",
    ]
    missing = set()
    for name, label, place, anchor in ROWS:
        value = figures.get(name)
        for key in place:
            value = value.get(key) if isinstance(value, dict) else None
        if value is None:
            missing.add(name)
            continue
        lines.append(f"| {name} | {label} | {value} | {anchor} | {figures[name]['n']} |")
    if missing:
        lines += ["", "Not measured in this run: " + "; ".join(sorted(missing)) + "."]
    for name in gold:
        lines += gold_section(name, gold[name])
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def gold_section(name, result):
    """The figures of one folder of the gold corpus, each with its interval and goal."""
    lines = ["", f"## {name}", "", f"{result['reports']} reports of our own writing (`Gold/`); per cent, with 95 % bootstrap "
             "intervals over reports. What counts as right: `Evaluation/score_gold.py`.", "",
             "| layer | figure | measure | ours | interval | n | goal |", "|---|---|---|---|---|---|---|"]
    for row in result["rows"]:
        if row["value"] is None:
            continue
        count = f" ({row['count']} of {row['n']})" if "count" in row else ""
        goal = "" if row["goal"] is None else f"{100 * row['goal']:.0f}"
        lines.append(f"| {row['section']} | {row['figure']}{count} | {row['measure']} | {100 * row['value']:.1f} | "
                     f"{100 * row['low']:.1f}-{100 * row['high']:.1f} | {row['n']} | {goal} |")
    return lines
