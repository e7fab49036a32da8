// In the network a name can be dragged, with its lines; with Alt and the arrow keys it moves as well.
const svg = document.querySelector("svg.network");
const GAP = 4;
const STEP = 20;
const NEAR = 4;

const vertices = new Map(
  [...svg.querySelectorAll(".vertex")].map((element) => {
    const { name, x, y, radius } = element.dataset;
    return [name, { element, x: Number(x), y: Number(y), radius: Number(radius), ties: [] }];
  }),
);

svg.querySelectorAll(".ties a").forEach((element) => {
  const source = vertices.get(element.dataset.source);
  const target = vertices.get(element.dataset.target);
  const tie = { source, target, lines: [...element.querySelectorAll("line")] };
  source.ties.push(tie);
  target.ties.push(tie);
});

function drawTie({ source, target, lines }) {
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  const length = Math.hypot(dx, dy) || 1;
  const ends = {
    x1: source.x + (dx / length) * source.radius,
    y1: source.y + (dy / length) * source.radius,
    x2: target.x - (dx / length) * (target.radius + GAP),
    y2: target.y - (dy / length) * (target.radius + GAP),
  };
  lines.forEach((line) => Object.entries(ends).forEach(([name, value]) => line.setAttribute(name, value.toFixed(1))));
}

function place(vertex, x, y) {
  const { width, height } = svg.viewBox.baseVal;
  vertex.x = Math.min(Math.max(x, vertex.radius), width - vertex.radius);
  vertex.y = Math.min(Math.max(y, vertex.radius), height - vertex.radius);
  vertex.element.setAttribute("transform", `translate(${vertex.x.toFixed(1)} ${vertex.y.toFixed(1)})`);
  vertex.ties.forEach(drawTie);
}

function inPicture(event) {
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return [point.x, point.y];
}

vertices.forEach((vertex) => {
  let held = null;
  let moved = false;
  let waiting = false;
  const { element } = vertex;
  element.addEventListener("dragstart", (event) => event.preventDefault());
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const [x, y] = inPicture(event);
    held = { dx: vertex.x - x, dy: vertex.y - y, x: event.clientX, y: event.clientY };
    moved = false;
    element.setPointerCapture(event.pointerId);
    element.classList.add("held");
  });
  element.addEventListener("pointermove", (event) => {
    if (!held) return;
    moved ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) > NEAR;
    const [x, y] = inPicture(event);
    held.at = [x + held.dx, y + held.dy];
    if (!moved || waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (held) place(vertex, ...held.at);
    });
  });
  const release = () => {
    if (held?.at && moved) place(vertex, ...held.at);
    held = null;
    element.classList.remove("held");
  };
  element.addEventListener("pointerup", release);
  element.addEventListener("pointercancel", release);
  element.addEventListener("click", (event) => { if (moved) event.preventDefault(); });
  element.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!way || !event.altKey) return;
    event.preventDefault();
    place(vertex, vertex.x + way[0] * STEP, vertex.y + way[1] * STEP);
  });
});
