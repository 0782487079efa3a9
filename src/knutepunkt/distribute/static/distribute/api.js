// Tries an operation without leaving the page; nothing that is asked is kept.
"use strict";

const LONGEST = 100000;

function written(text, kind) {
  if (!kind.includes("json") || kind.includes("ndjson")) return text;
  return JSON.stringify(JSON.parse(text), null, 2);
}

for (const form of document.querySelectorAll("form[data-path]")) {
  const told = form.querySelector(".told"), shown = form.parentElement.querySelector(".answer");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const asked = new URLSearchParams();
    let path = form.dataset.path, body;
    for (const field of form.querySelectorAll("[data-in]")) {
      if (field.dataset.in === "path") path = path.replace(`{${field.name}}`, encodeURIComponent(field.value));
      else if (field.dataset.in === "body") body = field.value;
      else if (field.value) asked.set(field.name, field.value);
    }
    told.textContent = "Asking …";
    const start = performance.now();
    try {
      const answer = await fetch(asked.size ? `${path}?${asked}` : path, {
        method: body === undefined ? "GET" : "POST", body, credentials: "omit",
        headers: body === undefined ? {} : { "Content-Type": "application/json" },
      });
      const text = await answer.text();
      const took = Math.round(performance.now() - start);
      told.textContent = `${answer.status} ${answer.statusText} · ${text.length} letters · ${took} ms`;
      const whole = written(text, answer.headers.get("Content-Type") || "");
      shown.textContent = whole.length > LONGEST ? `${whole.slice(0, LONGEST)}\n…` : whole;
      shown.hidden = false;
    } catch {
      told.textContent = "The node did not answer; try again.";
    }
  });
}

// An operation that is linked to is open.
function open() {
  document.querySelector(`details#${CSS.escape(location.hash.slice(1))}`)?.setAttribute("open", "");
}
if (location.hash) open();
addEventListener("hashchange", open);
