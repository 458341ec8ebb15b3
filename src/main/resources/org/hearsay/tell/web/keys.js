// The keys of the reading room: "/" to the search box, j and k from entry to entry, o opens it, "?" tells them.
// Every page works without this file.
"use strict";
const entries = () => [...document.querySelectorAll(".card .words a, .headline a, .rows a, .feeds a.address")]
  .filter(a => a.getClientRects().length > 0);
const typing = e => e.target.closest("input, textarea, select");
document.addEventListener("keydown", e => {
  if (e.ctrlKey || e.metaKey || e.altKey || typing(e)) {
    return;
  }
  const all = entries();
  const at = all.indexOf(document.activeElement);
  const go = i => {
    if (all.length > 0) {
      all[Math.max(0, Math.min(all.length - 1, i))].focus();
    }
  };
  const keys = {
    "/": () => {
      const box = document.getElementById("q") || document.getElementById("find");
      box.focus();
      box.select();
    },
    "j": () => go(at + 1),
    "k": () => go(at < 0 ? 0 : at - 1),
    "o": () => at >= 0 && all[at].click(),
    "?": () => {
      const help = document.getElementById("keys");
      help.open = !help.open;
      help.querySelector("summary").focus();
    },
  };
  if (keys[e.key]) {
    e.preventDefault();
    keys[e.key]();
  }
});
