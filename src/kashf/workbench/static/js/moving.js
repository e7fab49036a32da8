// A picture is looked at more closely and moved: with the buttons, with the keys + - 0 and the arrows, with the wheel and
// Control, or dragged at its ground. Only its transform changes, so that nothing in it is laid out or drawn anew.
const CLOSEST = 8;
const STEP = 1.5;
const WHEEL = 0.0015;
const ARROW = 60;
const NEAR = 4;
const WAYS = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

function moving(bar) {
  const canvas = bar.nextElementSibling;
  const picture = canvas.querySelector("svg");
  const at = { scale: 1, x: 0, y: 0 };
  let waiting = false;
  let held = null;

  function show() {
    waiting = false;
    picture.style.transform = at.scale === 1 ? "" : `translate(${at.x}px, ${at.y}px) scale(${at.scale})`;
    canvas.classList.toggle("closer", at.scale !== 1);
  }

  function move(scale, x, y) {
    at.scale = Math.min(Math.max(scale, 1), CLOSEST);
    const least = (size) => Math.min(0, size * (1 - at.scale));
    at.x = Math.min(Math.max(x, least(canvas.clientWidth)), 0);
    at.y = Math.min(Math.max(y, least(canvas.clientHeight)), 0);
    if (!waiting) requestAnimationFrame(show);
    waiting = true;
  }

  function closer(times, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
    const scale = Math.min(Math.max(at.scale * times, 1), CLOSEST);
    const by = scale / at.scale;
    if (at.scale === 1) canvas.scrollLeft = 0;
    move(scale, x - (x - at.x) * by, y - (y - at.y) * by);
  }

  const acts = { closer: () => closer(STEP), further: () => closer(1 / STEP), whole: () => move(1, 0, 0) };
  bar.hidden = false;
  bar.querySelectorAll("button").forEach((button) => button.addEventListener("click", acts[button.dataset.act]));

  canvas.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const act = acts[{ "+": "closer", "=": "closer", "-": "further", 0: "whole" }[event.key]];
    const way = at.scale === 1 ? null : WAYS[event.key];
    if (!act && !way) return;
    event.preventDefault();
    if (act) act();
    else move(at.scale, at.x + way[0] * ARROW, at.y + way[1] * ARROW);
  });

  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const ground = canvas.getBoundingClientRect();
    closer(Math.exp(-event.deltaY * WHEEL), event.clientX - ground.left, event.clientY - ground.top);
  }, { passive: false });

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || at.scale === 1 || event.target.closest(".vertex")) return;
    held = { id: event.pointerId, x: event.clientX - at.x, y: event.clientY - at.y, from: [event.clientX, event.clientY], moved: false };
  });
  canvas.addEventListener("pointermove", (event) => {
    if (held?.id !== event.pointerId) return;
    if (!held.moved && Math.hypot(event.clientX - held.from[0], event.clientY - held.from[1]) > NEAR) {
      held.moved = true;
      canvas.setPointerCapture(event.pointerId);
      canvas.classList.add("held");
    }
    if (held.moved) move(at.scale, event.clientX - held.x, event.clientY - held.y);
  });
  const release = () => {
    canvas.classList.remove("held");
    if (held && !held.moved) held = null;
    setTimeout(() => { held = null; });
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("dragstart", (event) => { if (at.scale !== 1) event.preventDefault(); });
  canvas.addEventListener("click", (event) => { if (held?.moved) event.preventDefault(); }, true);
}

document.querySelectorAll(".zoom").forEach(moving);
