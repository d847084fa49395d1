"""UAS, LAS and UPOS of a CoNLL-U file against gold with the same words.

LAS compares heads and relations without subtypes, as the CoNLL 2018 shared task did; `las_full` with them.
Source: Zeman et al. 2018, "CoNLL 2018 Shared Task", section 3.
"""


def words(path):
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            yield cells


def documents(path):
    """For each sentence the id of its document (`# newdoc id = `)."""
    found, current = [], ""
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc id = "):
            current = line.split("=", 1)[1].strip()
        elif line.startswith("# sent_id"):
            found.append(current)
    return found


def compare(gold_path, system_path):
    """The shares in per cent, over all words; raises ValueError where the words differ."""
    hits = {"uas": 0, "las": 0, "las_full": 0, "upos": 0, "lemma": 0}
    n = 0
    gold, system = list(words(gold_path)), list(words(system_path))
    if len(gold) != len(system):
        raise ValueError(f"{system_path}: {len(system)} words, but gold has {len(gold)}")
    for g, s in zip(gold, system):
        if g[1] != s[1]:
            raise ValueError(f"{system_path}: '{s[1]}' stands where gold has '{g[1]}'")
        n += 1
        same_head = g[6] == s[6]
        hits["uas"] += same_head
        hits["las"] += same_head and g[7].split(":")[0] == s[7].split(":")[0]
        hits["las_full"] += same_head and g[7] == s[7]
        hits["upos"] += g[3] == s[3]
        hits["lemma"] += g[2] == s[2]
    return {"n": n, **{k: round(100 * v / max(1, n), 2) for k, v in hits.items()}}
