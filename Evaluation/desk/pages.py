"""Looks at the desk as people do: headless Chromium over a desk that `make desk` would show.

Checks each kind of page in light and dark, on a phone and on a wide screen: axe-core finds nothing, nothing in the console
(so nothing that the policy forbids), nothing wider than the screen, at most 60 KB; an errand by keyboard alone and one
without script; the texts are read that the desk offers to read. Exits 1 where something fails, and writes the findings
and screenshots into the folder --out.

    python3 Evaluation/desk/pages.py --desk .build/release/rapporteur-desk --ledger .build/desk/samples.sqlite --out /tmp/desk
"""
import argparse
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

import axe_core_python
from playwright.sync_api import sync_playwright

AXE = next(pathlib.Path(axe_core_python.__file__).parent.rglob("axe.min.js")).read_text()
LIMIT = 60_000
TOKEN = "a token for this check only"
SCREENS = {"wide": (1280, 900), "phone": (360, 780)}


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def get(address):
    with urllib.request.urlopen(address) as answer:
        return answer.read()


def wait_for(running, root, begin=None):
    """Waits until the desk answers; the seconds that it took."""
    begin = begin or time.perf_counter()
    while True:
        try:
            get(root + "/public/desk.css")
            return time.perf_counter() - begin
        except OSError:
            if running.poll() is not None or time.perf_counter() - begin > 20:
                sys.exit("the desk did not start")
            time.sleep(0.01)


def start(desk, ledger, *more):
    """The running desk, its address, and the seconds until it answered."""
    port = free_port()
    begin = time.perf_counter()
    running = subprocess.Popen([desk, "--ledger", ledger, "--port", str(port), *more], stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    root = f"http://127.0.0.1:{port}"
    return running, root, wait_for(running, root, begin)


class Findings:
    def __init__(self):
        self.rows, self.faults = [], []

    def check(self, what, holds, detail=""):
        self.rows.append((what, "holds" if holds else "FAILS", detail))
        if not holds:
            self.faults.append(f"{what}: {detail}")


def kinds(page, root):
    """One address of each kind of page, found by its links as a reader would."""
    def first(at, selector):
        page.goto(root + at)
        link = page.query_selector(selector)
        return link.get_attribute("href") if link else None

    happening = first("/", ".band .card h2 a") or first("/", ".card h2 a")
    report = (first(happening, "#reports a") or "").split("#")[0]
    found = {
        "today": "/", "happening": happening, "report": report, "search": "/search?q=meeting",
        "all events": "/search", "actors": "/actor", "actor": first("/actor", "tbody a"), "dyads": "/dyad",
        "dyad": first("/dyad", "tbody a"), "dyad of actors": first("/actor?id=Sarvari", "a[href^='/dyad?']"),
        "movers": "/movers", "saved": "/saved", "map": "/map", "read": "/read", "help": "/help", "history": "/history",
        "sign in": "/sign-in", "recode": f"/recode?report={report.split('/')[-1]}&event=e1",
        "beside": first(report, "a.compare"), "why": first(report, "a[href^='/why']"), "missing": "/happening/999999",
    }
    return {name: at for name, at in found.items() if at}


def look(browser, root, pages, findings, out):
    for scheme in ("light", "dark"):
        for screen, (width, height) in SCREENS.items():
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme,
                                          bypass_csp=True)
            page = context.new_page()
            for name, at in pages.items():
                page.goto(root + at)
                label = f"{name}, {scheme}, {screen}"
                page.screenshot(path=str(out / f"{name}-{scheme}-{screen}.png"), full_page=True)
                wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                findings.check(f"{label}: fits the screen", wide <= 0, f"{wide} px too wide")
                page.evaluate(AXE)
                result = page.evaluate("axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']})")
                faults = [f"{v['id']} ({len(v['nodes'])}): {v['nodes'][0]['html'][:120]} {v['nodes'][0]['failureSummary'][:200]}"
                          for v in result["violations"]]
                findings.check(f"{label}: axe finds nothing", not faults, "; ".join(faults))
            context.close()


def console(browser, root, pages, findings):
    """With the policy in force: what the browser complains of."""
    context = browser.new_context()
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    for name, at in pages.items():
        said.clear()
        page.goto(root + at)
        words = [s for s in said if not (name == "missing" and "404" in s)]
        findings.check(f"{name}: the console is silent", not words, "; ".join(words))
    context.close()


def sizes(root, pages, findings):
    for name, at in pages.items():
        if name == "missing":
            continue
        size = len(get(root + at.split("#")[0]))
        findings.check(f"{name}: at most 60 KB", size <= LIMIT, f"{size} bytes")


def errand_by_keyboard(browser, root, findings):
    """Who denied the meeting, and on how many origins does the claim rest? Tab and Enter only."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(root + "/")
    begin = time.perf_counter()
    pressed = 0
    while pressed < 60:
        page.keyboard.press("Tab")
        pressed += 1
        if page.evaluate("document.activeElement.closest('.band .card') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/happening/**")
    words = page.inner_text(".verdict")
    findings.check("by keyboard: from Today to who denies it", "Denied by Foreign Ministry (Iran)" in words and "1 origin" in words,
                   f"{pressed} times Tab, Enter, {time.perf_counter() - begin:.1f} s: {words}")
    page.goto(root + "/")
    page.keyboard.press("Tab")
    findings.check("by keyboard: the first stop skips to the content", page.evaluate("document.activeElement.className") == "skip")
    page.keyboard.press("?")
    page.wait_for_url("**/help")
    page.keyboard.press("/")
    findings.check("by keyboard: / leads to the search box", page.evaluate("document.activeElement.id") == "q")
    page.keyboard.type("denied")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    findings.check("by keyboard: a search", page.query_selector(".card, .found li") is not None)
    context.close()


def errand_without_script(browser, root, pages, findings):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(root + pages["report"])
    colour = "el => getComputedStyle(el).backgroundColor"
    before = page.eval_on_selector(".text .tme", colour)
    page.uncheck("#l-when")
    after = page.eval_on_selector(".text .tme", colour)
    findings.check("without script: a layer can be put out", before != after, f"{before} to {after}")
    page.click("form.layers .keep")
    findings.check("without script: its address keeps that", "layer=when" not in page.url and "layer=says" in page.url
                   and not page.is_checked("#l-when"), page.url)
    page.goto(root + "/read")
    page.fill("#text", "VALLETTA (Harbour Wire) - Police in Malta arrested Ilse Marran on Monday, the interior ministry said. Norway denied that it had asked for the arrest.")
    page.fill("#published", "2031-03-05")
    page.click("form.paste button")
    findings.check("without script: a pasted text is read", page.query_selector(".record.event") is not None
                   and page.query_selector(".record.claim") is not None)
    page.goto(root + "/search?q=meeting&type=CONSULT")
    chips = len(page.query_selector_all(".chips li"))
    page.click(".chips li:last-child a")
    findings.check("without script: a chip can be removed", chips == 2 and len(page.query_selector_all(".chips li")) == 1)
    context.close()


def errand_of_a_first_run(desk, browser, findings):
    """A ledger that is not there yet: the samples are read at a press, and then there is something to see."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = pathlib.Path(folder) / "new.sqlite"
        running, root, _ = start(desk, str(ledger), "--samples", "Samples/pages")
        try:
            page = browser.new_page()
            page.goto(root + "/")
            findings.check("first run: says that the ledger is empty", "The ledger is empty" in page.inner_text("h1"))
            page.click("form.begin button")
            page.wait_for_selector(".band .card", timeout=60_000)
            findings.check("first run: the samples are read", "Denied by" in page.inner_text(".band"))
            page.close()
        finally:
            running.terminate()
            running.wait()


def errand_of_a_follower(browser, root, pages, findings):
    """A search is kept as a feed, and a week of a dyad leads to what is behind it."""
    page = browser.new_page()
    page.goto(root + "/search?q=meeting")
    feed = page.get_attribute("a[href*='.atom']", "href")
    words = get(root + feed).decode()
    findings.check("a search is kept as a feed", "<feed" in words and words.count("<entry>") > 1 and "q=meeting" in feed, feed)
    page.goto(root + pages["dyad"])
    shown = page.query_selector_all("#behind tbody tr")
    page.click("svg.chart a rect.articles")
    page.wait_for_url("**week=**")
    behind = page.query_selector_all("#behind tbody tr")
    findings.check("a bar of a dyad leads to its week", 0 < len(behind) <= len(shown) and "week of" in page.inner_text("#behind h2"), page.url)
    page.close()


def sign_in(page, root, back):
    page.goto(root + "/sign-in?back=" + back)
    page.fill("#analyst", "Vera Lind")
    page.fill("#token", TOKEN)
    page.click("form.paste button")


def errand_of_a_keeper(browser, root, findings, scripted):
    """A search is saved by name, found again in a list, followed as a feed, and deleted; ends as it began."""
    label = "by form" if scripted else "without script"
    context = browser.new_context(java_script_enabled=scripted)
    page = context.new_page()
    page.goto(root + "/search?q=meeting")
    findings.check(f"{label}: a stranger saves no search", page.query_selector("form.keeping") is None)
    sign_in(page, root, "/search?q=meeting")
    page.fill("#name", "Talks and meetings")
    page.click("form.keeping button")
    findings.check(f"{label}: a search is saved by name", "/saved/" in page.url and page.inner_text("h1") == "Talks and meetings"
                   and page.query_selector(".card") is not None, page.url)
    kept = page.url
    page.goto(root + "/")
    page.click("aside a:text('Talks and meetings')")
    findings.check(f"{label}: Today leads to it", page.url == kept, page.url)
    page.goto(root + "/saved")
    feed = page.get_attribute("tbody a[href$='.atom']", "href")
    words = get(root + feed).decode()
    findings.check(f"{label}: its feed can be followed", "<title>Talks and meetings</title>" in words and words.count("<entry>") > 1, feed)
    page.click("button[value=delete]")
    findings.check(f"{label}: it is deleted", "None is kept yet" in page.inner_text("main"))
    context.close()


def errand_of_an_analyst(browser, root, pages, findings, scripted):
    """Signing in, accepting, rejecting, recoding and taking back, by key and by form; ends as it began."""
    label = "by key" if scripted else "without script"
    context = browser.new_context(java_script_enabled=scripted)
    page = context.new_page()
    page.goto(root + pages["report"])
    findings.check(f"{label}: nothing to press before signing in", page.query_selector("form.judge") is None)
    sign_in(page, root, pages["report"])
    event = page.query_selector(".record.event").get_attribute("id")

    def do(act):
        if scripted:
            page.goto(root + pages["report"] + "#" + event)
            page.reload()
            page.keyboard.press({"accept": "a", "reject": "x", "withdraw": "u"}[act])
        else:
            page.goto(root + pages["report"])
            page.click(f"#{event} button[value={act}]")
        page.wait_for_load_state()
        page.wait_for_timeout(300)
        return page.inner_text(f"#{event}")

    findings.check(f"{label}: an event is accepted", "accepted" in do("accept"))
    findings.check(f"{label}: and rejected", "rejected" in do("reject"))
    page.goto(root + f"/recode?report={pages['report'].split('/')[-1]}&event={event}")
    page.select_option("#f-type", "ASSAULT")
    page.click("button[value=recode]")
    findings.check(f"{label}: and recoded", "type: ASSAULT" in page.inner_text(f"#{event}"))
    findings.check(f"{label}: and taken back", "ASSAULT, read" not in do("withdraw"))
    page.goto(root + "/history")
    findings.check(f"{label}: the trail keeps it", page.inner_text("tbody").count("Vera Lind") >= 4)
    context.close()


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--desk", default=".build/release/rapporteur-desk")
    ask.add_argument("--ledger", default=".build/desk/samples.sqlite")
    ask.add_argument("--chromium", default="/usr/bin/chromium")
    ask.add_argument("--out", default=".build/desk/looks")
    asked = ask.parse_args()
    out = pathlib.Path(asked.out)
    out.mkdir(parents=True, exist_ok=True)
    findings = Findings()
    running, root, seconds = start(asked.desk, asked.ledger, "--token", TOKEN)
    try:
        findings.check("starts in half a second", seconds <= 0.5, f"{seconds:.2f} s")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=asked.chromium, args=["--no-sandbox"])
            page = browser.new_page()
            pages = kinds(page, root)
            page.close()
            sizes(root, pages, findings)
            console(browser, root, pages, findings)
            errand_by_keyboard(browser, root, findings)
            errand_without_script(browser, root, pages, findings)
            errand_of_a_first_run(asked.desk, browser, findings)
            errand_of_a_follower(browser, root, pages, findings)
            errand_of_a_keeper(browser, root, findings, True)
            errand_of_a_keeper(browser, root, findings, False)
            errand_of_an_analyst(browser, root, pages, findings, True)
            errand_of_an_analyst(browser, root, pages, findings, False)
            look(browser, root, pages, findings, out)
            browser.close()
    finally:
        running.terminate()
        running.wait()
    (out / "findings.tsv").write_text("".join("\t".join(row) + "\n" for row in findings.rows))
    print(f"{len(findings.rows)} checks of {len(pages)} kinds of pages, {len(findings.faults)} faults")
    for fault in findings.faults:
        print("  " + fault)
    sys.exit(1 if findings.faults else 0)


if __name__ == "__main__":
    main()
