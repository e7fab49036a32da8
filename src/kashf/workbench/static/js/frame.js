// Keys that work on every page, and the word of the session on changes that a script sends.
const main = document.getElementById("content");
const help = document.getElementById("keys");
const finder = document.getElementById("finder");
const switched = document.getElementById("keys-on");
const OFF = "kashf-keys-off";
let leading = false;

// On a telephone the pages stand in one row: the present one is moved into sight, without touching the focus.
const here = document.querySelector("nav [aria-current]");
const row = here?.closest("ul");
if (row && row.scrollWidth > row.clientWidth) {
  const middle = (one) => one.getBoundingClientRect().left + one.clientWidth / 2;
  row.scrollLeft += middle(here) - middle(row);
}

const isTyping = (target) => target.closest("input:not([type=checkbox]), select, textarea, [contenteditable]");

function go(letter) {
  const link = [...document.querySelectorAll("nav a[data-letter]")].find((one) => one.dataset.letter === letter);
  if (link) link.click();
  return Boolean(link);
}

// Move among what is listed: reports, statements, claims, hits.
function step(by) {
  const rows = [...main.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null);
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
  const link = row.querySelector("a[href]");
  (link || row).focus();
  row.scrollIntoView({ block: "nearest" });
}

const actions = {
  "/": () => finder.focus(),
  "?": () => help.showModal(),
  j: () => step(1),
  k: () => step(-1),
};

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF) || isTyping(event.target)) return;
  if (help.open) return;
  if (leading) {
    leading = false;
    if (go(event.key)) event.preventDefault();
  } else if (event.key === "g") {
    leading = true;
    setTimeout(() => { leading = false; }, 1500);
  } else if (actions[event.key]) {
    event.preventDefault();
    actions[event.key]();
  }
}

if (help) {
  const opener = document.getElementById("keys-open");
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());
  switched.checked = !localStorage.getItem(OFF);
  switched.addEventListener("change", () => {
    if (switched.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  });
  document.addEventListener("keydown", pressed);
}

document.addEventListener("htmx:config:request", (event) => {
  const headers = event.detail?.ctx?.request?.headers;
  if (headers && document.body.dataset.csrf) headers["X-CSRF-Token"] = document.body.dataset.csrf;
});

// What was chosen to be sent in, in the page's own type.
document.addEventListener("change", (event) => {
  const chosen = event.target.matches("input[type=file]") && event.target.parentElement.querySelector(".chosen");
  if (chosen) chosen.textContent = [...event.target.files].map((file) => `\u2068${file.name}\u2069`).join(" · ");
});
