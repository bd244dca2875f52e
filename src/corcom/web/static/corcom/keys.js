// Keys for a list of findings: j and k move, and a letter presses the button that carries it (data-key).
// Everything they do can be done without them: the buttons are ordinary buttons in ordinary forms.
(function () {
  "use strict";
  function items() { return Array.from(document.querySelectorAll("[data-review] [data-item]")); }
  function current() { const here = document.activeElement; return here && here.closest("[data-item]"); }
  function go(item) {
    if (!item) { return; }
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
    document.querySelectorAll("mark.is-current").forEach(function (mark) { mark.classList.remove("is-current"); });
    const id = item.id.replace(/^finding-/, "");
    document.querySelectorAll('mark[data-finding="' + CSS.escape(id) + '"]').forEach(function (mark, index) {
      mark.classList.add("is-current");
      if (index === 0) { mark.scrollIntoView({ block: "center" }); }
    });
  }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (event.target.matches("input, textarea, select, [contenteditable]")) { return; }
    const all = items();
    if (!all.length) { return; }
    const at = all.indexOf(current());
    if (event.key === "j") { event.preventDefault(); go(all[Math.min(at + 1, all.length - 1)]); return; }
    if (event.key === "k") { event.preventDefault(); go(all[Math.max(at - 1, 0)]); return; }
    const button = at >= 0 && all[at].querySelector('[data-key="' + CSS.escape(event.key) + '"]');
    if (button) { event.preventDefault(); button.click(); }
  });
  document.addEventListener("click", function (event) {
    const mark = event.target.closest("mark[data-finding]");
    if (mark) { go(document.getElementById("finding-" + mark.dataset.finding)); }
  });
})();
