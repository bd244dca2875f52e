// Files can be dropped anywhere on the page; the form works without this.
(function () {
  "use strict";
  const form = document.querySelector("[data-upload]");
  if (!form) { return; }
  const field = form.querySelector("input[type=file]");
  form.querySelector(".upload-drop").hidden = false;
  function carries(event) { return event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files"); }
  document.addEventListener("dragover", function (event) {
    if (!carries(event)) { return; }
    event.preventDefault();
    form.classList.add("is-over");
  });
  document.addEventListener("dragleave", function (event) {
    if (!event.relatedTarget) { form.classList.remove("is-over"); }
  });
  document.addEventListener("drop", function (event) {
    if (!carries(event)) { return; }
    event.preventDefault();
    form.classList.remove("is-over");
    field.files = event.dataTransfer.files;
    field.focus();
  });
})();
