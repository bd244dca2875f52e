// Watches the parts of a form that are saved as one types: says what is not saved and why, tries again where that can help,
// keeps every word in the form, and asks before the page is left. The forms work without this.
(function () {
  "use strict";
  const words = document.getElementById("autosave-words");
  if (!words || !window.htmx) { return; }
  const bar = document.getElementById("autosave-bar");
  const FIRST = 5000, MOST = 60000;
  const parts = new Map();
  let leaving = "";

  function formOf(element) { return element && element.closest ? element.closest("form[data-autosave]") : null; }
  function shownForm(code) { return document.querySelector("form[data-autosave='" + code + "']"); }
  function partOf(form) {
    const code = form.dataset.autosave;
    // `typed` counts what was changed, `saved` how much of that is kept; `failed` is whether the last try was refused.
    if (!parts.has(code)) { parts.set(code, { code: code, typed: 0, sent: 0, saved: 0, failed: false, wait: FIRST, timer: 0 }); }
    return parts.get(code);
  }
  function isUnsaved(one) { return one.failed || one.typed !== one.saved; }
  function unsaved() { return Array.from(parts.values()).filter(isUnsaved); }
  function save(one) { const form = shownForm(one.code); if (form) { window.htmx.trigger(form, "again"); } }

  function tell() {
    const failed = unsaved().filter(function (one) { return one.failed; });
    bar.replaceChildren();
    bar.hidden = !failed.length;
    if (!failed.length) { return; }
    bar.append(words.dataset.unsaved);
    failed.forEach(function (one) {
      const link = document.createElement("a"), title = document.getElementById("title-" + one.code);
      link.href = "#saved-" + one.code;
      link.textContent = title ? title.textContent : one.code;
      bar.append(" ", link);
    });
  }
  function settle(one, isSaved) {
    clearTimeout(one.timer);
    one.failed = !isSaved;
    if (isSaved) { one.saved = one.sent; one.wait = FIRST; }
    if (one.failed) { leaving = ""; }
    tell();
    if (leaving && !unsaved().length) { window.location.assign(leaving); }
  }
  function fail(one, why, again) {
    settle(one, false);
    const line = document.getElementById("saved-" + one.code);
    if (line) { line.className = "not-saved"; line.textContent = why + " " + words.dataset.kept; }
    if (again) {
      one.timer = setTimeout(function () { save(one); }, one.wait);
      one.wait = Math.min(2 * one.wait, MOST);
    }
  }
  function detail(xhr) {
    // A page of an error says first what happened and last what to do.
    if (!(xhr.getResponseHeader("Content-Type") || "").startsWith("text/html")) { return ""; }
    const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
    const said = Array.from(page.querySelectorAll(".error-page h1, .error-words > div:first-child dd"));
    return said.map(function (each) { return each.textContent.trim().replace(/([^.!?؟。])$/, "$1."); }).join(" ");
  }

  document.addEventListener("input", note);
  document.addEventListener("change", note);
  function note(event) {
    const form = formOf(event.target);
    if (form && !("apart" in event.target.dataset)) { partOf(form).typed += 1; }
  }
  function isAnswering() {
    // An answer to a remark goes out by its own button, and is saved by nothing else.
    return Array.from(document.querySelectorAll("[data-apart]")).some(function (one) { return one.value.trim() !== ""; });
  }

  document.addEventListener("htmx:configRequest", function (event) {
    if (!formOf(event.detail.elt)) { return; }
    // Whoever signed in again in another window has another token than the page was made with.
    const found = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    if (found) { event.detail.parameters.csrfmiddlewaretoken = event.detail.headers["X-CSRFToken"] = found[1]; }
  });
  document.addEventListener("htmx:beforeRequest", function (event) {
    const form = formOf(event.detail.elt);
    if (form) { const one = partOf(form); one.sent = one.typed; clearTimeout(one.timer); }
  });
  document.addEventListener("htmx:beforeOnLoad", function (event) {
    const form = formOf(event.detail.elt);
    if (!form) { return; }
    const xhr = event.detail.xhr, told = xhr.getResponseHeader("X-Autosave"), one = partOf(form);
    if (told) {
      if (told === "conflict") { keepTyped(one); }
      settle(one, told === "saved");
      return;
    }
    // Whatever else was answered is a page, which belongs into no form.
    event.preventDefault();
    if (xhr.getResponseHeader("HX-Redirect")) { fail(one, words.dataset.out, false); return; }
    if (xhr.status >= 500) { fail(one, words.dataset.fault, true); return; }
    fail(one, words.dataset.refused + " " + detail(xhr), false);
  });
  ["htmx:sendError", "htmx:timeout"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      const form = formOf(event.detail.elt);
      if (form) { fail(partOf(form), words.dataset.network, true); }
    });
  });
  window.addEventListener("online", function () { unsaved().filter(function (one) { return one.failed; }).forEach(save); });

  function keepTyped(one) {
    // The part is drawn anew beside what somebody else wrote; what was typed since it was sent is put back.
    const form = shownForm(one.code), hidden = ["revision", "version", "part", "csrfmiddlewaretoken"];
    const there = new FormData(form), focus = document.activeElement && document.activeElement.id;
    document.addEventListener("htmx:afterSwap", function () {
      const drawn = shownForm(one.code);
      if (!drawn) { return; }
      Array.from(drawn.elements).forEach(function (field) {
        if (!field.name || hidden.includes(field.name)) { return; }
        if (field.type === "radio" || field.type === "checkbox") { field.checked = there.getAll(field.name).includes(field.value); }
        else if (there.has(field.name)) { field.value = there.get(field.name); }
      });
      const last = focus && document.getElementById(focus);
      if (last) { last.focus(); }
    }, { once: true });
  }

  document.addEventListener("click", function (event) {
    const link = event.target.closest ? event.target.closest("a[href]") : null;
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.target) { return; }
    if (link.pathname + link.search === window.location.pathname + window.location.search && link.hash) { return; }
    const open = unsaved();
    // What was refused is not sent once more: the browser asks whether to leave.
    if (!open.length || open.some(function (one) { return one.failed; })) { return; }
    event.preventDefault();
    leaving = link.href;
    open.forEach(save);
  });
  window.addEventListener("beforeunload", function (event) { if (unsaved().length || isAnswering()) { event.preventDefault(); } });
}());
