// What a page does better with a script; each part has a plain way beside it.
"use strict";
document.documentElement.classList.add("has-script");

function post(url, fields) {
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), credentials: "omit" })
    .then((answer) => (answer.ok ? answer.json() : {})).catch(() => ({}));
}

// Leave at once: empty the page, then go without a way back to it. Three presses of Shift do it too.
const exits = document.querySelectorAll("[data-leave]");
function leave(event) {
  event?.preventDefault();
  document.body.classList.add("gone-now");
  document.title = "";
  location.replace(exits[0].href);
}
if (exits.length) {
  let pressed = [];
  for (const exit of exits) exit.addEventListener("click", leave);
  document.addEventListener("keyup", (event) => {
    const now = Date.now();
    pressed = event.key === "Shift" ? [...pressed.filter((at) => now - at < 5000), now] : [];
    if (pressed.length === 3) leave();
  });
}

// A page kept by the browser's Back shows again what somebody left in a hurry.
addEventListener("pageshow", () => document.body.classList.remove("gone-now"));

// Where somebody is: asked for once, answered with the name of a place, and kept nowhere.
for (const button of document.querySelectorAll("[data-near]")) {
  const place = document.getElementById(button.dataset.fills);
  const told = document.getElementById(button.dataset.tells);
  button.addEventListener("click", () => {
    told.textContent = button.dataset.wait;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        post(button.dataset.near, { latitude: coords.latitude, longitude: coords.longitude })
          .then(({ place: name }) => {
            place.value = name || place.value;
            told.textContent = name || button.dataset.sorry;
          }),
      () => { told.textContent = button.dataset.sorry; },
      { maximumAge: 600000, timeout: 15000 },
    );
  });
}

// The next beginning of a meeting online by the clock of this device, where it goes otherwise.
// Few browsers know nynorsk, and without another to fall back on they write English; "en" alone is
// American. The days that bokmål calls something else are then told as nynorsk does.
const TONGUES = { nn: ["nn", "nb"], en: "en-GB" };
const DAYS = { mandag: "måndag", tirsdag: "tysdag", lørdag: "laurdag", søndag: "sundag" };
for (const told of document.querySelectorAll("[data-moment]")) {
  const iso = told.dataset.moment, at = new Date(iso);
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(iso) || [];
  if (!sign || -at.getTimezoneOffset() === Number(`${sign}1`) * (60 * hours + Number(minutes))) continue;
  const tongue = document.documentElement.lang, here = at.toLocaleString(TONGUES[tongue] || tongue,
    { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  // The clock is written as on the rest of the page.
  const day = tongue === "nn" ? here.replace(/^\p{L}+/u, (name) => DAYS[name] || name) : here;
  told.textContent += ` ${tongue === "en" ? day : day.replace(/(\d\d):(\d\d)/, "$1.$2")}`
    .replace(/(\d\.|kl\.|at) /g, "$1\u00a0");
  told.hidden = false;
}

// Days and hours are asked by the clock of this device, where it goes otherwise.
for (const field of document.querySelectorAll("[data-here]")) {
  const now = new Date(), clock = (timeZone) => now.toLocaleString("en", { timeZone });
  if (clock() !== clock(field.dataset.here)) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
}

// A sheet is printed at a press.
for (const button of document.querySelectorAll("[data-print]"))
  button.addEventListener("click", () => print());

// Suggestions while somebody types: a list between the field and what follows, walked with the arrows.
// Nothing moves while something is pressed, or it would go away from under the finger.
let pressing = false;
for (const [name, is] of [["pointerdown", true], ["pointerup", false], ["pointercancel", false]])
  addEventListener(name, () => { pressing = is; }, true);

function suggesting(field) {
  const list = document.createElement("ul");
  let asked = 0, waiting = 0, chosen = -1;
  list.className = "suggestions";
  list.id = `${field.id}_suggestions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.suggestionsLabel);
  list.hidden = true;
  field.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false",
  })) field.setAttribute(name, value);

  function show(open) {
    list.hidden = !open;
    field.setAttribute("aria-expanded", String(open));
    mark(-1);
  }
  function mark(at) {
    chosen = at;
    [...list.children].forEach((one, n) => one.setAttribute("aria-selected", String(n === at)));
    if (at < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  }
  function take(one) {
    if (one.dataset.url) location.assign(one.dataset.url);
    else field.value = one.dataset.text;
    show(false);
  }
  function option({ text, kind, url, whole }, n) {
    const one = document.createElement("li"), name = document.createElement("span"),
      what = document.createElement("small");
    one.id = `${list.id}_${n}`;
    one.setAttribute("role", "option");
    one.dataset.text = whole || text;
    if (url) one.dataset.url = url;
    name.textContent = text;
    what.textContent = kind;
    one.append(name, what);
    one.addEventListener("pointerdown", (event) => { event.preventDefault(); take(one); });
    return one;
  }
  function ask() {
    const turn = ++asked, text = field.value.trim();
    if (text.length < 2) return show(false);
    post(field.dataset.suggest, { text }).then(({ suggestions = [] }) => {
      if (turn !== asked || document.activeElement !== field) return;
      list.replaceChildren(...suggestions.map(option));
      show(suggestions.length > 0);
    });
  }
  field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 120); });
  function forget() { asked++; clearTimeout(waiting); }
  function close() {
    if (pressing) setTimeout(close, 100);
    else if (document.activeElement !== field) show(false);
  }
  field.addEventListener("blur", () => { forget(); setTimeout(close, 300); });
  // Who is on the way to something else must not find that it has moved.
  document.addEventListener("pointermove", ({ target, movementX, movementY }) => {
    if ((movementX || movementY) && !field.parentElement.contains(target)) forget();
  });
  field.addEventListener("keydown", (event) => {
    const many = list.children.length;
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark((chosen + 1) % many);
    else if (event.key === "ArrowUp") mark((Math.max(chosen, 0) + many - 1) % many);
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else if (event.key === "Escape") show(false);
    else return;
    event.preventDefault();
  });
}
document.querySelectorAll("[data-suggest]").forEach(suggesting);
