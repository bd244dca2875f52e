// Moving sessions on the grid, by dragging and with the arrow keys. All of it works without this: each session has
// buttons in the list below, and a form of its own.
(function () {
  "use strict";
  const told = document.getElementById("pg-told");
  function board() { return document.getElementById("programme-board"); }
  function tell(words) { if (told) { told.textContent = words; } }
  function card(target) { return target && target.closest ? target.closest("[data-session]") : null; }
  let waiting = false, dragged = null;
  function move(one, values) {
    if (waiting || !window.htmx) { return; }
    waiting = true;
    values.version = one.dataset.version;
    window.htmx.ajax("POST", one.dataset.move, { source: board(), target: "#programme-board", swap: "outerHTML settle:0ms", values: values });
  }
  function direction(key) {
    const mirrored = document.documentElement.dir === "rtl";
    if (key === "ArrowLeft") { return mirrored ? "day_after" : "day_before"; }
    if (key === "ArrowRight") { return mirrored ? "day_before" : "day_after"; }
    return { ArrowUp: "slot_before", ArrowDown: "slot_after" }[key];
  }
  document.addEventListener("keydown", function (event) {
    const one = card(event.target), step = direction(event.key);
    if (!one || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) { return; }
    if (step) { event.preventDefault(); move(one, { step: step }); }
    if (event.key === "u") {
      const undo = document.querySelector(".pg-undo button");
      if (undo) { event.preventDefault(); undo.click(); }
    }
  });
  document.addEventListener("dragstart", function (event) {
    dragged = card(event.target);
    if (!dragged) { return; }
    dragged.classList.add("is-dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.dataset.session);
  });
  function place(event) { return dragged && event.target.closest ? event.target.closest("[data-day]") : null; }
  function clear() { document.querySelectorAll(".is-over").forEach(function (old) { old.classList.remove("is-over"); }); }
  document.addEventListener("dragover", function (event) {
    const here = place(event);
    clear();
    if (here) { event.preventDefault(); here.classList.add("is-over"); }
  });
  document.addEventListener("drop", function (event) {
    const here = place(event);
    if (!here) { return; }
    event.preventDefault();
    move(dragged, { day: here.dataset.day, start: here.dataset.start });
  });
  document.addEventListener("dragend", function () {
    clear();
    if (dragged) { dragged.classList.remove("is-dragged"); }
    dragged = null;
  });
  document.addEventListener("htmx:afterSettle", function () {
    const now = board();
    if (!waiting || !now) { return; }
    waiting = false;
    const moved = now.querySelector('[data-session="' + CSS.escape(now.dataset.focus || "") + '"] .pg-name');
    if (moved) { moved.focus(); }
    tell(now.dataset.said);
  });
  function failed() {
    if (!waiting) { return; }
    waiting = false;
    tell(board().dataset.failed);
    told.classList.remove("visually-hidden");
  }
  document.addEventListener("htmx:sendError", failed);
  document.addEventListener("htmx:responseError", failed);
})();
