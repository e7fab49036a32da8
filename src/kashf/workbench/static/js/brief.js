// A PDF takes some seconds: says so while it is printed, and what went wrong where it is not.
const link = document.querySelector("a.printed");
const told = document.querySelector(".printing");

async function print(event) {
  event.preventDefault();
  if (link.getAttribute("aria-disabled")) return;
  link.setAttribute("aria-disabled", "true");
  const began = Date.now();
  const bar = document.createElement("progress");
  const since = document.createElement("span");
  since.setAttribute("aria-hidden", "true"); // what changes each second would be read out each second
  told.replaceChildren(`${told.dataset.printing} `, bar, " ", since);
  bar.setAttribute("aria-label", told.dataset.printing);
  const clock = setInterval(() => {
    since.textContent = told.dataset.seconds.replace("{n}", Math.round((Date.now() - began) / 1000));
  }, 1000);
  try {
    const answer = await fetch(link.href, { headers: { Accept: "application/pdf" } });
    if (answer.ok) keep(await answer.blob());
    told.textContent = answer.ok ? told.dataset.printed : await wrong(answer);
  } catch (error) {
    told.textContent = error.message;
  } finally {
    clearInterval(clock);
    link.removeAttribute("aria-disabled");
  }
}

function keep(file) {
  const kept = document.createElement("a");
  kept.href = URL.createObjectURL(file);
  kept.download = link.download;
  kept.click();
  setTimeout(() => URL.revokeObjectURL(kept.href), 60_000);
}

// The page that tells what went wrong says it in the reader's language.
async function wrong(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("main")?.textContent.trim().replace(/\s+/g, " ") || `${answer.status}`;
}

link?.addEventListener("click", print);
