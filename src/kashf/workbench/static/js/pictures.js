// A picture as PNG: what the server draws as SVG, put onto a canvas twice as large.
const SCALE = 2;

async function png(address) {
  const source = await (await fetch(address)).text();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * SCALE;
  canvas.height = image.height * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}

function save(url, name) {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
}

document.querySelectorAll("button.png").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const name = `kashf${new URL(button.dataset.svg, location.href).pathname.replaceAll("/", "-").replace(/svg$/, "png")}`;
    save(await png(button.dataset.svg), name);
  });
});

// What a form leaves empty need not stand in the address.
document.querySelectorAll("form.pictures").forEach((form) => {
  form.addEventListener("submit", () => {
    [...form.elements]
      .filter((one) => one.name && (one.value === "" || (one.name === "origins" && one.value === "1")))
      .forEach((one) => { one.disabled = true; });
  });
  addEventListener("pageshow", () => [...form.elements].forEach((one) => { one.disabled = false; }));
});
