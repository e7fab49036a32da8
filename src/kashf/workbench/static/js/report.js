// In a report: a claim and its words in the text are shown together, whichever of the two one goes to.
const CHOSEN = "chosen";
const all = (selector) => [...document.querySelectorAll(selector)];

function choose(claim) {
  all(`.${CHOSEN}`).forEach((one) => one.classList.remove(CHOSEN));
  const entry = document.getElementById(`c-${claim}`);
  if (!entry) return;
  entry.classList.add(CHOSEN);
  all("[data-claims]")
    .filter((one) => one.dataset.claims.split(" ").includes(claim))
    .forEach((one) => one.classList.add(CHOSEN));
  document.getElementById(`at-${claim}`)?.classList.add(CHOSEN);
}

function fromAddress() {
  const name = decodeURIComponent(location.hash.slice(1));
  const claim = name.replace(/^(c-|at-)/, "");
  if (name !== claim) choose(claim);
}

// Words that are evidence lead to the innermost claim that they are evidence of.
document.querySelector(".text").addEventListener("click", (event) => {
  const claims = event.target.closest("[data-claims]")?.dataset.claims.trim().split(" ");
  if (!claims || getSelection().toString()) return;
  location.hash = `c-${claims[claims.length - 1]}`;
});
addEventListener("hashchange", fromAddress);
fromAddress();
