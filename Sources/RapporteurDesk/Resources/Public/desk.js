// Keys for the desk, and layers that go into the address at once. Every page works without them.
(() => {
  const cards = () => [...document.querySelectorAll(".card h2 a, .record")];
  let at = cards().findIndex((card) => card.id && "#" + card.id === location.hash);
  const inHand = () => cards()[at];
  const focus = (target) => {
    if (!target.hasAttribute("href")) target.tabIndex = -1;
    target.focus();
    target.scrollIntoView({ block: "center" });
  };
  const go = (step) => {
    const all = cards();
    if (!all.length) return;
    at = Math.max(0, Math.min(all.length - 1, at + step));
    focus(all[at]);
  };
  const press = (selector) => inHand()?.querySelector(selector)?.click();
  const keys = {
    "/": () => document.getElementById("q").focus(),
    "?": () => location.assign("/help"),
    t: () => location.assign("/"),
    m: () => location.assign("/map"),
    j: () => go(1),
    k: () => go(-1),
    a: () => press("button[value=accept]"),
    x: () => press("button[value=reject]"),
    u: () => press("button[value=withdraw]"),
    r: () => press("a.recode"),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  if (at >= 0) focus(inHand());
  const layers = document.querySelector("form.layers");
  if (!layers) return;
  layers.querySelector(".keep")?.remove();
  const boxes = [...layers.querySelectorAll("input[type=checkbox]")];
  layers.addEventListener("change", () => {
    const query = new URLSearchParams(location.search);
    query.delete("layer");
    if (!boxes.every((box) => box.checked)) new FormData(layers).forEach((value) => query.append("layer", value));
    history.replaceState(null, "", location.pathname + (query.size ? "?" + query : "") + location.hash);
  });
})();
