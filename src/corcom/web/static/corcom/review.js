// Reviewing with the keyboard: j and k move, a letter presses the button that carries it, a chosen proposal shows its words.
// All of it works without this: the buttons are buttons of a form, and marks and words are links to each other.
(function () {
  "use strict";
  const review = document.querySelector("[data-review]");
  if (!review) { return; }
  const told = document.getElementById("review-told");
  const keys = document.getElementById("review-keys");
  function items() { return Array.from(review.querySelectorAll("[data-item]")); }
  function item(id) { return document.getElementById("finding-" + id); }
  function marks(id) { return review.querySelectorAll('mark[data-findings~="' + CSS.escape(id) + '"]'); }
  function current() {
    const here = document.activeElement && document.activeElement.closest("[data-item]");
    return here || review.querySelector("[data-item].is-current");
  }
  function within(box, element, place) {
    // Scrolls the box alone, so that the other column stays where it is.
    const outer = box.getBoundingClientRect(), inner = element.getBoundingClientRect();
    if (box.scrollHeight <= box.clientHeight + 1) { element.scrollIntoView({ block: "nearest" }); return; }
    if (place === "center") { box.scrollTop += inner.top - outer.top - box.clientHeight / 3; return; }
    if (inner.top < outer.top + 40) { box.scrollTop += inner.top - outer.top - 40; }
    else if (inner.bottom > outer.bottom) { box.scrollTop += Math.min(inner.bottom - outer.bottom, inner.top - outer.top - 40); }
  }
  function show(one) {
    review.querySelectorAll(".is-current").forEach(function (old) { old.classList.remove("is-current"); });
    one.classList.add("is-current");
    const found = marks(one.dataset.item);
    found.forEach(function (mark) { mark.classList.add("is-current"); });
    const sheet = review.querySelector(".sheet");
    if (found.length && sheet.scrollHeight > sheet.clientHeight + 1) { within(sheet, found[0], "center"); }
  }
  function go(one) {
    if (!one) { return; }
    one.focus({ preventScroll: true });
    within(review.querySelector(".findings"), one, "nearest");
    show(one);
  }
  function firstField(within) {
    return within.querySelector(".edit [aria-invalid]") || within.querySelector(".edit textarea, .edit select, .edit input:not([type=hidden])");
  }
  function send(button) {
    const one = button.closest("[data-item]"), form = button.form;
    const values = {};
    values[button.name] = button.value;
    // Settled at once: the focus is back before the next key, however fast it comes.
    window.htmx.ajax("POST", form.getAttribute("action"), { source: form, target: one, swap: "outerHTML settle:0ms", values: values });
  }
  review.addEventListener("focusin", function (event) {
    const one = event.target.closest("[data-item]");
    if (one && !one.classList.contains("is-current")) { show(one); }
  });
  review.addEventListener("click", function (event) {
    const button = event.target.closest('button[form="verdicts"]');
    if (button && window.htmx) { event.preventDefault(); send(button); return; }
    const words = event.target.closest('a[href^="#words-"]');
    if (words) {
      event.preventDefault();
      const one = words.closest("[data-item]");
      show(one);
      const found = marks(one.dataset.item)[0];
      const sheet = review.querySelector(".sheet");
      if (found && sheet.scrollHeight <= sheet.clientHeight + 1) { found.scrollIntoView({ block: "center" }); }
      return;
    }
    const mark = event.target.closest("mark[data-findings]");
    if (!mark) { return; }
    // The same words again: on to the next finding that rests on them.
    const ids = mark.dataset.findings.split(" "), now = current();
    const at = now ? ids.indexOf(now.dataset.item) : -1;
    const next = item(ids[(at + 1) % ids.length]);
    if (next) { event.preventDefault(); go(next); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    const typing = event.target.matches("input, textarea, select, [contenteditable]");
    if (typing && event.key !== "Escape") { return; }
    const all = items(), one = current(), at = all.indexOf(one);
    if (event.key === "?" && keys) { event.preventDefault(); keys.togglePopover(); return; }
    if (event.key === "Escape" && keys && keys.matches(":popover-open")) { return; }
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      go(all[event.key === "j" ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0)]);
      return;
    }
    const button = one && one.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
    if (button) { event.preventDefault(); button.click(); }
  });
  // After an answer: the focus stays on the proposal, or goes into its form; its words in the text say how it stands.
  document.addEventListener("htmx:afterSettle", function (event) {
    const one = event.detail.elt && event.detail.elt.closest ? event.detail.elt.closest("[data-item]") : null;
    if (!one || !one.isConnected) { return; }
    const state = one.dataset.state;
    marks(one.dataset.item).forEach(function (mark) {
      if (mark.dataset.findings.split(" ")[0] !== one.dataset.item) { return; }
      mark.classList.remove("mark-accepted", "mark-rejected", "mark-certain", "mark-likely", "mark-doubtful");
      mark.classList.add("mark-" + (state === "proposed" ? one.dataset.certainty : state === "rejected" ? "rejected" : "accepted"));
    });
    if (one.hasAttribute("hx-swap-oob")) { return; }
    const field = firstField(one);
    if (field) { field.focus(); } else { go(one); }
  });
  function failed() { if (told) { told.textContent = review.dataset.failed; told.classList.remove("visually-hidden"); } }
  document.addEventListener("htmx:sendError", failed);
  document.addEventListener("htmx:responseError", failed);
  // Whoever comes for one finding or one passage is taken there; a finding on another page of the list is asked for.
  const wanted = /^#finding-(\d+)$/.exec(window.location.hash);
  if (wanted && item(wanted[1])) { go(item(wanted[1])); }
  else if (wanted) {
    const address = new URL(window.location.href);
    if (!address.searchParams.has("finding")) { address.searchParams.set("finding", wanted[1]); window.location.replace(address); }
  } else {
    const passage = document.getElementById("passage");
    if (passage) { within(review.querySelector(".sheet"), passage.nextElementSibling || passage, "center"); }
  }
  const edited = firstField(review);
  if (edited) { edited.focus(); }
})();
