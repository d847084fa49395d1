"""Makes Samples/pages from the four reports on one meeting: `python3 Samples/make_pages.py`.

Each report becomes the web page of an invented outlet; the first is also copied by six more, as syndication does it.
The same reports give the same bytes."""

import html
import json
from pathlib import Path

HERE = Path(__file__).parent
OUTLETS = {"meeting-1-relay": "Bosphorus Courier", "meeting-2-own-words": "Alpine Press",
           "meeting-3-denial": "Zagros News", "meeting-4-confirmation": "Puszta Wire"}
COPIES = ["Harbour Post", "Valley Observer", "Evening Lantern", "Northern Mirror", "City Sentinel", "Coastal Times"]
TITLES = {"meeting-1-relay": "Hungarian adviser met Iranian ambassador, paper says",
          "meeting-2-own-words": "Budapest adviser held quiet talks with Iranian envoy, paper says",
          "meeting-3-denial": "Iran denies meeting with Hungarian adviser",
          "meeting-4-confirmation": "Hungary confirms New York trip, not the meeting"}
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title} | {outlet}</title>
<link rel="canonical" href="{uri}">
<script type="application/ld+json">{data}</script>
</head>
<body>
<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<article>
<h1>{title}</h1>
{body}
</article>
<footer><p>© {year} {outlet}</p></footer>
</body>
</html>
"""


def page(name, outlet, published, text):
    host = outlet.lower().replace(" ", "-") + ".example"
    uri, title = f"https://{host}/{name}", TITLES[name]
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "datePublished": published,
            "publisher": {"@type": "Organization", "name": outlet}, "url": uri}
    body = "\n".join(f"<p>{html.escape(p, quote=False)}</p>" for p in text)
    return PAGE.format(title=html.escape(title), outlet=outlet, uri=uri, data=json.dumps(data), body=body,
                       year=published[:4])


def main():
    days = dict(line.split("\t") for line in (HERE / "published.tsv").read_text().splitlines() if "\t" in line)
    folder = HERE / "pages"
    folder.mkdir(exist_ok=True)
    for name, outlet in OUTLETS.items():
        text = [p for p in (HERE / f"{name}.txt").read_text().strip().split("\n\n") if p != TITLES[name]]
        day = days[f"{name}.txt"]
        (folder / f"{name}.html").write_text(page(name, outlet, f"{day}T08:00:00Z", text))
        if name == "meeting-1-relay":
            for number, copier in enumerate(COPIES):
                copied = page(name, copier, f"{day}T{10 + number}:00:00Z", text)
                (folder / f"{name}-copy-{number + 1}.html").write_text(copied)


if __name__ == "__main__":
    main()
