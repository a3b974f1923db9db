"use strict";
(() => {
  const bar = document.querySelector(".bar"), body = document.body, main = document.querySelector("main");
  const still = new Set(["same", "remark", "folded", "left"]);
  const lines = [...main.querySelectorAll("[data-change]")].filter((line) => !line.parentElement.closest("[data-change]"));
  const changed = lines.filter((line) => !still.has(line.dataset.change));
  const button = (action) => bar.querySelector(`[data-do="${action}"]`);
  const fill = (words, ...values) => values.reduce((filled, value) => filled.replace("{}", value), words);
  const make = (tag, look, words = "") => Object.assign(document.createElement(tag), { className: look, textContent: words });
  const depth = (line) => Number(line.style.getPropertyValue("--depth"));
  let current = null;

  // Jumping goes on from the change in view, or from where the reader has scrolled to.
  const place = (line) => line.closest(".pair") ?? line;
  const middle = (line) => { const box = place(line).getBoundingClientRect(); return box.top + Math.min(box.height, innerHeight) / 2; };
  const inView = (line) => { const box = place(line).getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; };
  const step = (forward) => {
    if (!changed.length) return;
    const at = changed.indexOf(current);
    let next;
    if (at >= 0 && inView(current)) next = at + (forward ? 1 : -1);
    else if (forward) next = changed.findIndex((line) => middle(line) > innerHeight / 3);
    else next = changed.findLastIndex((line) => middle(line) < innerHeight / 3);
    go(changed.at(next < 0 ? -1 : next % changed.length));
  };
  const focus = (part) => { part.tabIndex = -1; part.focus({ preventScroll: true }); };
  const go = (line) => {
    if (current) place(current).classList.remove("current");
    current = line;
    const shown = place(line);
    shown.classList.add("current");
    focus(shown);
    shown.scrollIntoView({ block: "center" });
    tell();
  };
  const tell = () => {
    const at = current ? changed.indexOf(current) + 1 : "–";
    bar.querySelector(".position").textContent = fill(bar.dataset.position, at, changed.length);
  };

  // The filter keeps headings and the provisions over a change; what it hides is one press away.
  const fold = (hidden, words, before) => {
    const more = make("button", "fold", `… ${fill(bar.dataset.unchanged, words)} …`);
    more.type = "button";
    more.addEventListener("click", () => {
      hidden.forEach((line) => line.classList.add("near"));
      more.remove();
      focus(hidden[0]);
    });
    before.before(more);
  };
  const runs = (items, hidden, close) => {
    let run = [];
    for (const item of items) {
      if (hidden(item)) run.push(item);
      else if (run.length) { close(run); run = []; }
    }
    if (run.length) close(run);
  };
  const prepare = () => {
    const sections = [...main.querySelectorAll(":scope > section[id], :scope > section:not([class])")];
    for (const section of sections) {
      const own = lines.filter((line) => section.contains(line) && line.tagName !== "TR");
      if (!own.length) continue;
      if (own.every((line) => line.dataset.change === "same")) { section.classList.add("calm"); continue; }
      own.forEach((line, at) => {
        if (/^H\d$/.test(line.tagName)) line.classList.add("near");
        if (still.has(line.dataset.change)) return;
        let level = depth(line);
        for (let above = at - 1; above >= 0 && level > 0; above--) {
          if (depth(own[above]) < level) { own[above].classList.add("near"); level = depth(own[above]); }
        }
      });
      runs(own, (line) => line.dataset.change === "same" && !line.classList.contains("near"),
        (run) => fold(run, run.length, run[0]));
    }
    runs(sections, (section) => section.classList.contains("calm"), (run) => {
      const name = (section) => {
        const heading = section.querySelector("h1, h2, h3, h4, h5") ?? section;
        return (heading.querySelector(".label") ?? heading).textContent.trim().slice(0, 60);
      };
      const all = run.flatMap((section) => [section, ...section.querySelectorAll("[data-change]")]);
      fold(all, run.length > 1 ? `${name(run[0])} – ${name(run.at(-1))} (${run.length})` : name(run[0]), run[0]);
    });
  };

  // Side by side, each line stands twice: once as it was, once as it is.
  const blank = () => { const empty = make("div", "blank"); empty.setAttribute("aria-hidden", "true"); return empty; };
  const copy = (line) => {
    const twin = line.cloneNode(true);
    [twin, ...twin.querySelectorAll("[id]")].forEach((part) => part.removeAttribute("id"));
    twin.classList.remove("current");
    twin.removeAttribute("tabindex");
    return twin;
  };
  const split = (line) => {
    const kind = line.dataset.change, pair = make("div", "pair");
    if (kind === "folded") return;
    line.before(pair);
    if (kind === "deleted" || kind === "left") pair.append(line, blank());
    else if (kind === "inserted" || kind === "remark") pair.append(blank(), line);
    else pair.append(copy(line), line);
    for (const [side, part] of [["old", pair.firstChild], ["new", pair.lastChild]]) {
      if (part.classList.contains("blank")) continue;
      part.classList.add(side);
      part.dataset.side = getComputedStyle(document.documentElement).getPropertyValue(`--said-${side}`).slice(1, -1);
    }
  };
  const join = (line) => {
    line.classList.remove("old", "new");
    delete line.dataset.side;
    line.closest(".pair")?.replaceWith(line);
  };
  const sides = (on) => {
    const kept = current;
    if (kept) place(kept).classList.remove("current");
    lines.forEach(on ? split : join);
    body.classList.toggle("sides", on);
    if (kept) go(kept);
  };

  const toggle = (action, act) => {
    const on = button(action)?.getAttribute("aria-pressed") === "false";
    button(action)?.setAttribute("aria-pressed", on);
    if (button(action)) act(on);
  };
  const actions = {
    next: () => step(true),
    previous: () => step(false),
    only: () => toggle("only", (on) => { body.classList.toggle("only", on); if (current) go(current); }),
    sides: () => toggle("sides", sides),
    keys: () => document.querySelector("dialog.keys").showModal(),
  };
  const keys = { n: "next", j: "next", p: "previous", k: "previous", f: "only", s: "sides", "?": "keys" };
  bar.addEventListener("click", (event) => actions[event.target.closest("[data-do]")?.dataset.do]?.());
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    // On a keyboard of another script, a key is known by its place.
    const key = /^[\x20-\x7e]$/.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, "").toLowerCase();
    const action = actions[keys[key]];
    if (!action) return;
    event.preventDefault();
    action();
  });

  for (const link of document.querySelectorAll("nav.contents a")) {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest("section");
    const count = changed.filter((line) => section?.contains(line)).length;
    if (count) link.append(make("span", "count", count));
    else if (section) link.classList.add("calm");
  }
  const heads = make("div", "pair heads");
  for (const side of ["old", "new"]) {
    heads.append(make("span", "", getComputedStyle(document.documentElement).getPropertyValue(`--said-${side}`).slice(1, -1)));
  }
  (lines[0]?.closest("section") ?? lines[0])?.before(heads);
  prepare();
  tell();
  bar.hidden = false;
})();
