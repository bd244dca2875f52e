// Sends the file of a form in pieces (tus 1.0), goes on after a break, and then sends the form. The form works without this.
(function () {
  "use strict";
  const form = document.querySelector("[data-resumable]");
  if (!form || !window.fetch) { return; }
  const field = form.querySelector("input[type=file]");
  const work = document.getElementById("upload-work");
  const bar = work.querySelector("progress");
  const told = work.querySelector("[role=status]");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const LEAST = 64 * 1024, MOST = 4 * 1024 * 1024;
  let sending = null, stopped = false;

  function ask(method, address, headers, body) {
    // A line that hangs is a broken one: a piece that takes two minutes is sent again from where it stopped.
    const end = new AbortController();
    sending = end;
    const timer = setTimeout(function () { end.abort(); }, 120000);
    const all = Object.assign({ "Tus-Resumable": "1.0.0", "X-CSRFToken": token }, headers);
    return fetch(address, { method: method, headers: all, body: body, redirect: "manual", signal: end.signal })
      .finally(function () { clearTimeout(timer); });
  }
  function pause(seconds) { return new Promise(function (on) { setTimeout(on, seconds * 1000); }); }
  function base64(text) { return btoa(String.fromCharCode.apply(null, Array.from(new TextEncoder().encode(text)))); }
  function fail(words) { const error = new Error(words); error.isFinal = true; return error; }

  async function checksum(file) {
    // Browsers compute it on encrypted lines only; without it the size alone is compared.
    if (!window.crypto || !crypto.subtle) { return ""; }
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    return Array.from(sum, function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
  }

  function begun(file, sum) {
    // What the page says has begun to arrive: also after a reload, and in another browser.
    const row = Array.from(document.querySelectorAll("[data-upload][data-size]")).find(function (one) {
      return one.dataset.name === file.name && Number(one.dataset.size) === file.size && one.dataset.sum === sum;
    });
    return row ? form.dataset.resumable + row.dataset.upload + "/" : "";
  }

  async function refusal(answer) {
    if (answer.type === "opaqueredirect" || answer.status === 401) { return fail(work.dataset.signedOut); }
    const plain = (answer.headers.get("Content-Type") || "").startsWith("text/plain");
    return fail(plain ? await answer.text() : String(answer.status));
  }

  async function room(file, sum) {
    const told = "filename " + base64(file.name) + (sum ? ",sha256 " + base64(sum) : "");
    const answer = await ask("POST", form.dataset.resumable, { "Upload-Length": String(file.size), "Upload-Metadata": told });
    if (answer.status !== 201) { throw await refusal(answer); }
    return answer.headers.get("Location");
  }

  async function offsetAt(address) {
    const answer = await ask("HEAD", address, {});
    if (answer.status === 404) { return -1; }
    if (!answer.ok) { throw await refusal(answer); }
    return Number(answer.headers.get("Upload-Offset"));
  }

  function show(words, here, size) {
    bar.value = Math.floor(100 * here / size);
    told.textContent = words + " · " + bar.value + " %";
  }

  async function send(file) {
    const sum = await checksum(file);
    let address = begun(file, sum), here = -1, length = 4 * LEAST, tries = 0;
    while (!stopped) {
      try {
        if (here < 0) { here = address ? await offsetAt(address) : -1; }
        if (here < 0) { address = await room(file, sum); here = 0; }
        show(work.dataset.sending, here, file.size);
        if (here >= file.size) { return address.split("/").slice(-2)[0]; }
        const begins = Date.now();
        const headers = { "Upload-Offset": String(here), "Content-Type": "application/offset+octet-stream" };
        const answer = await ask("PATCH", address, headers, file.slice(here, here + length));
        if (answer.status === 204) { here = Number(answer.headers.get("Upload-Offset")); tries = 0; }
        else if (answer.status === 409 || answer.status === 423 || answer.status >= 500) { throw new Error(String(answer.status)); }
        else { throw await refusal(answer); }
        const took = (Date.now() - begins) / 1000;
        length = took < 3 ? Math.min(MOST, length * 2) : took > 10 ? Math.max(LEAST, length / 2) : length;
      } catch (error) {
        if (error.isFinal) { throw error; }
        if (stopped) { break; }
        show(work.dataset.broken, Math.max(0, here), file.size);
        await pause(Math.min(30, 2 ** Math.min(tries, 5)));
        tries += 1;
        length = LEAST;
        here = -1;
      }
    }
    throw fail(work.dataset.stopped);
  }

  work.querySelector("[data-stop]").addEventListener("click", function () {
    stopped = true;
    if (sending) { sending.abort(); }
  });

  form.addEventListener("submit", async function (event) {
    const file = field.files[0];
    if (!file) { return; }
    event.preventDefault();
    if (form.dataset.busy) { return; }
    work.hidden = false;
    work.querySelector("bdi").textContent = file.name;
    if (file.size > Number(form.dataset.most)) { told.textContent = form.dataset.tooLarge; return; }
    form.dataset.busy = "yes";
    stopped = false;
    try {
      const upload = await send(file);
      told.textContent = work.dataset.checking;
      document.querySelectorAll("[name=upload][form]").forEach(function (one) { one.checked = false; });
      const hidden = document.createElement("input");
      hidden.type = "hidden"; hidden.name = "upload"; hidden.value = upload;
      form.append(hidden);
      field.disabled = true;
      form.submit();
    } catch (error) {
      told.textContent = error.message;
      delete form.dataset.busy;
    }
  });
})();
