// The page of one figure: what is near a node or link, the line of a day, and who says so. It asks nothing of any server.
"use strict";

const svg = document.querySelector("svg");
const nodes = [...svg.querySelectorAll(".node")];
const edges = [...svg.querySelectorAll(".edge")];
const rows = [...document.querySelectorAll("tr[data-key], tr[data-iri]")];
const knots = svg.dataset.axis.split(";").map((knot) => knot.split(",").map(Number));
const slider = document.querySelector("#day");
const shown = document.querySelector("output");
const panel = document.querySelector("#hop");
const words = JSON.parse(document.querySelector("#words").textContent);

// Days are counted as in Python: 1 January of the year 1 is day 1.
const DAY = 86400000;
const FIRST = 719163;
const iso = (day) => new Date((day - FIRST) * DAY).toISOString().slice(0, 10);

const place = (day) => {
  const after = Math.max(1, knots.findIndex(([known]) => known >= day));
  const [[d0, x0], [d1, x1]] = [knots[after - 1], knots[after]];
  return x0 + ((x1 - x0) * (day - d0)) / (d1 - d0);
};

const when = (x) => {
  const at = knots.findIndex(([, known]) => known >= x);
  const after = at < 0 ? knots.length - 1 : Math.max(1, at);
  const [[d0, x0], [d1, x1]] = [knots[after - 1], knots[after]];
  return Math.round(Math.min(Math.max(d0 + ((x - x0) * (d1 - d0)) / (x1 - x0), knots[0][0]), knots.at(-1)[0]));
};

const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
line.id = "day-line";
line.setAttribute("y1", svg.dataset.top);
line.setAttribute("y2", svg.dataset.bottom);
line.setAttribute("visibility", "hidden");
svg.append(line);

const outside = (from, to, day) => (from && from > day) || (to && to < day);

function asOf(chosen) {
  const day = chosen === null ? null : Math.min(Math.max(chosen, knots[0][0]), knots.at(-1)[0]);
  const text = day === null ? "" : iso(day);
  const gone = new Set();
  for (const node of nodes) {
    const faint = day !== null && outside(node.dataset.begin, node.dataset.end, text);
    node.classList.toggle("void", Boolean(faint));
    if (faint) gone.add(node.dataset.iri);
  }
  let held = 0;
  for (const edge of edges) {
    const { tail, head, from, to } = edge.dataset;
    const faint = day !== null && (outside(from, to, text) || gone.has(tail) || gone.has(head));
    edge.classList.toggle("void", Boolean(faint));
    held += faint ? 0 : 1;
  }
  line.setAttribute("visibility", day === null ? "hidden" : "visible");
  if (day === null) {
    shown.textContent = "";
    return;
  }
  for (const end of ["x1", "x2"]) line.setAttribute(end, place(day));
  slider.value = day;
  shown.textContent = words.counts.replace("{day}", text).replace("{nodes}", nodes.length - gone.size).replace("{hops}", held);
}

function light(thing) {
  for (const other of [...nodes, ...edges]) other.classList.remove("near");
  svg.classList.toggle("lit", thing !== null);
  if (thing === null) return;
  thing.classList.add("near");
  const near = new Set(thing.dataset.iri ? [] : [thing.dataset.tail, thing.dataset.head]);
  for (const edge of edges) {
    if (thing.dataset.iri && [edge.dataset.tail, edge.dataset.head].includes(thing.dataset.iri)) {
      edge.classList.add("near");
      near.add(edge.dataset.tail).add(edge.dataset.head);
    }
  }
  for (const node of nodes) if (near.has(node.dataset.iri)) node.classList.add("near");
}

const same = (a, b) => (a.dataset.key ? a.dataset.key === b.dataset.key : !b.dataset.key && a.dataset.iri === b.dataset.iri);

function choose(thing) {
  for (const other of [...nodes, ...edges, ...rows]) other.classList.toggle("chosen", thing !== null && same(other, thing));
  panel.hidden = thing === null;
  panel.replaceChildren();
  if (thing === null) return;
  const row = rows.find((other) => same(other, thing));
  const title = document.createElement("h2");
  title.textContent = (thing.querySelector("title") ?? row.querySelector("th")).textContent;
  const list = document.createElement("dl");
  const heads = row.closest("table").querySelectorAll("thead th");
  [...row.cells].forEach((cell, index) => {
    if (!cell.textContent.trim()) return;
    const name = document.createElement("dt");
    const value = document.createElement("dd");
    name.textContent = heads[index].textContent;
    value.textContent = cell.innerText;
    list.append(name, value);
  });
  panel.append(title, list);
}

for (const thing of [...nodes, ...edges]) {
  thing.setAttribute("tabindex", "0");
  thing.addEventListener("pointerenter", () => light(thing));
  thing.addEventListener("pointerleave", () => light(null));
  thing.addEventListener("focus", () => light(thing));
  thing.addEventListener("blur", () => light(null));
  thing.addEventListener("click", () => choose(thing));
  thing.addEventListener("keydown", (event) => {
    if (event.key === "Enter") choose(thing);
  });
}
for (const row of rows) {
  row.addEventListener("click", () => choose([...nodes, ...edges].find((thing) => same(thing, row)) ?? row));
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") choose(null);
});

slider.min = knots[0][0];
slider.max = knots.at(-1)[0];
slider.value = slider.max;
slider.addEventListener("input", () => asOf(Number(slider.value)));
document.querySelector("#all").addEventListener("click", () => asOf(null));

let dragging = false;
const point = (event) => when(event.clientX - svg.getBoundingClientRect().left);
svg.addEventListener("pointerdown", (event) => {
  dragging = !event.target.closest(".node, .edge");
  if (dragging) asOf(point(event));
});
svg.addEventListener("pointermove", (event) => {
  if (dragging && event.buttons) asOf(point(event));
});
addEventListener("pointerup", () => {
  dragging = false;
});
if (slider.dataset.day) asOf(Number(slider.dataset.day));
