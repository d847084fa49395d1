// Keys for the desk. Every page works without them.
(() => {
  const cards = () => [...document.querySelectorAll(".card h2 a, .record")];
  let at = -1;
  const go = (step) => {
    const all = cards();
    if (!all.length) return;
    at = Math.max(0, Math.min(all.length - 1, at + step));
    const target = all[at];
    if (!target.hasAttribute("href")) target.tabIndex = -1;
    target.focus();
    target.scrollIntoView({ block: "center" });
  };
  const keys = {
    "/": () => document.getElementById("q").focus(),
    "?": () => location.assign("/help"),
    t: () => location.assign("/"),
    m: () => location.assign("/map"),
    j: () => go(1),
    k: () => go(-1),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
})();
