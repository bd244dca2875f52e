// Writing minutes: saves each paragraph a moment after it was typed, shows what others write, and gives keys to the buttons.
// All of it works without this: the page is one form, and whatever is sent saves first what was typed.
(function () {
  "use strict";
  const form = document.querySelector("[data-minutes]");
  if (!form) { return; }
  const WAIT = 700, NEWS = 4000, AGAIN = 5000;
  const told = document.querySelector("[data-told]");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  let leaving = false, since = Number(form.dataset.since);

  function tell(words, action) {
    told.textContent = words;
    if (!action) { return; }
    const button = document.createElement("button");
    button.type = "button"; button.className = "btn btn-sm btn-outline-secondary"; button.textContent = form.dataset.show;
    button.addEventListener("click", action);
    told.append(" ", button);
  }
  function all() { return Array.from(form.querySelectorAll("[data-paragraph]")); }
  function fields(one) { return Array.from(one.querySelectorAll("[data-key]")); }
  function kept(one) { return one.querySelector("[data-was]"); }
  function said(one) {
    const values = JSON.parse(kept(one).value);
    fields(one).forEach(function (field) { values[field.dataset.key] = field.type === "checkbox" ? field.checked : field.value; });
    return JSON.stringify(values);
  }
  function put(one, text) {
    const values = JSON.parse(text);
    fields(one).forEach(function (field) {
      const value = values[field.dataset.key];
      if (field.type === "checkbox") { field.checked = value; return; }
      if (field.value === value) { return; }
      const end = field.value.length - (field.selectionEnd || 0), here = document.activeElement === field;
      // A blank at the end of a name that goes on stays.
      if (here && field.value.trim() === value) { return; }
      field.value = value;
      if (here && field.setSelectionRange) { field.setSelectionRange(Math.max(0, value.length - end), Math.max(0, value.length - end)); }
    });
    one.dataset.kind = values.kind;
  }
  function isDirty(one) { return said(one) !== JSON.stringify(JSON.parse(kept(one).value)); }
  function state(one, words) { one.querySelector("[data-state]").textContent = words; }

  async function save(one) {
    window.clearTimeout(one.timer);
    if (one.saving) { one.again = true; return; }
    if (one.dataset.held || !isDirty(one)) { return; }
    const number = one.dataset.paragraph, sent = said(one);
    const body = new URLSearchParams();
    body.set("was-" + number, kept(one).value);
    Object.entries(JSON.parse(sent)).forEach(function (entry) {
      if (typeof entry[1] !== "boolean") { body.set(entry[0] + "-" + number, entry[1]); }
      else if (entry[1]) { body.set(entry[0] + "-" + number, "on"); }
    });
    one.saving = true;
    state(one, form.dataset.saving);
    try {
      const answer = await fetch(one.dataset.save, { method: "POST", body: body, headers: { "X-CSRFToken": token }, redirect: "error" });
      saved(one, sent, await answer.json());
    } catch (_gone) {
      state(one, form.dataset.failed);
      one.timer = window.setTimeout(function () { save(one); }, AGAIN);
    }
    one.saving = false;
    if (one.again) { one.again = false; save(one); }
  }
  function saved(one, sent, answer) {
    const still = said(one) === sent;
    one.savedAt = performance.now();
    if (answer.outcome === "refused") { state(one, answer.told); return; }
    if (answer.outcome === "collided") { collided(one, answer, still); return; }
    // Who typed on meanwhile has what was sent as what it said before; the next save puts all of it together.
    if (still) { put(one, answer.was); kept(one).value = answer.was; }
    else { kept(one).value = sent; one.again = true; }
    state(one, answer.told || form.dataset.saved);
    one.querySelectorAll(".note-error").forEach(function (note) { note.remove(); });
  }
  function collided(one, answer, still) {
    const notes = one.querySelector("[data-notes]");
    notes.innerHTML = answer.html;
    if (still) { put(one, answer.together); }
    one.dataset.held = "yes";
    one.theirs = answer.was;
    kept(one).value = answer.was;
    state(one, "");
  }
  function settle(one) {
    delete one.dataset.held;
    one.querySelector("[data-notes]").replaceChildren();
    save(one);
    one.querySelector("textarea").focus();
  }
  function typed(one) {
    if (one.dataset.held) { return; }
    window.clearTimeout(one.timer);
    one.timer = window.setTimeout(function () { save(one); }, WAIT);
  }

  async function news() {
    if (document.visibilityState === "visible") {
      const asked = performance.now();
      try {
        const answer = await (await fetch(form.dataset.news + "?since=" + since, { redirect: "error" })).json();
        since = answer.last;
        Object.entries(answer.paragraphs).forEach(function (entry) { heard(entry[0], entry[1], asked); });
        if (answer.told) { tell(answer.told, function () { send(""); }); }
      } catch (_gone) { /* the next time */ }
    }
    window.setTimeout(news, NEWS);
  }
  function heard(number, now, asked) {
    const one = form.querySelector('[data-paragraph="' + CSS.escape(number) + '"]');
    // What is being typed here is put together with it when it is saved.
    if (!one || one.saving || one.dataset.held || isDirty(one) || now.was === kept(one).value) { return; }
    // What was asked before the last save may not know of it yet; the save has told what stands.
    if (one.savedAt > asked) { return; }
    put(one, now.was);
    kept(one).value = now.was;
    state(one, now.by);
  }

  function send(button) {
    leaving = true;
    if (button) { form.requestSubmit(button); } else { form.requestSubmit(); }
  }
  form.addEventListener("input", function (event) {
    const one = event.target.closest("[data-paragraph]");
    if (!one || !event.target.dataset.key) { return; }
    if (event.target.dataset.key === "kind") { one.dataset.kind = event.target.value; }
    typed(one);
  });
  form.addEventListener("focusout", function (event) {
    const one = event.target.closest("[data-paragraph]");
    if (one && !one.contains(event.relatedTarget)) { save(one); }
  });
  form.addEventListener("click", function (event) {
    const button = event.target.closest("[data-keep], [data-theirs]");
    if (!button) { return; }
    const one = button.closest("[data-paragraph]");
    if (button.hasAttribute("data-theirs") && one.theirs === undefined) { return; }
    event.preventDefault();
    if (button.hasAttribute("data-theirs")) { put(one, one.theirs); }
    settle(one);
  });
  form.addEventListener("submit", function () { leaving = true; });
  form.addEventListener("keydown", function (event) {
    const one = event.target.closest("[data-paragraph]");
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !event.altKey && key === "s") { event.preventDefault(); all().forEach(save); return; }
    if (event.ctrlKey && event.altKey && key === "z") { event.preventDefault(); send(form.querySelector("[data-undo]")); return; }
    if (!one) { return; }
    const wanted = event.ctrlKey && key === "enter" ? "below" : !event.altKey ? "" : key === "arrowup" ? "up" : key === "arrowdown" ? "down" : key === "delete" ? "remove" : "";
    const button = wanted && one.querySelector("[data-" + wanted + "]");
    if (button) { event.preventDefault(); send(button); }
  });
  window.addEventListener("beforeunload", function (event) {
    if (!leaving && all().some(function (one) { return one.dataset.held || isDirty(one); })) { event.preventDefault(); }
  });
  function arrive() {
    const here = window.location.hash.indexOf("#p-") === 0 && document.getElementById(window.location.hash.slice(1));
    if (here) { here.querySelector("textarea").focus(); }
  }
  // After the browser went to the place itself, which takes the focus away.
  window.addEventListener("load", function () { window.setTimeout(arrive, 0); });
  window.addEventListener("hashchange", arrive);
  window.setTimeout(news, NEWS);
}());
