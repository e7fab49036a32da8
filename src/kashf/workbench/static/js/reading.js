// Follows a reading: what is counted, and the latest steps; at the end the page is loaded anew with its outcome.
const box = document.getElementById("progress");
const list = document.getElementById("steps");
const source = new EventSource(box.dataset.events);

source.addEventListener("step", (event) => {
  const told = JSON.parse(event.data);
  for (const place of box.querySelectorAll("[data-count]")) {
    place.textContent = new Intl.NumberFormat("en").format(told.counts[place.dataset.count] || 0);
  }
  list.replaceChildren(...told.steps.map((step) => {
    const row = document.createElement("li");
    const name = document.createElement("bdi");
    name.textContent = step.location;
    row.append(`${box.dataset[step.kind] || ""} `, name);
    return row;
  }));
});
source.addEventListener("end", () => { source.close(); location.reload(); });
