// The drawing of a lineage: its nodes and hops can be reached, lit, picked and opened; what is not in force is dimmed.
import { draw } from "./svg.js";
import { scene } from "./scene.js";

// `drawn` as the server gives it; `onnode(node)` and `onlink(link)` are told what was picked. Gives { svg, show(state) }, where
// `show` draws a state and gives how many nodes and hops it leaves in force and in the period.
export function drawing(drawn, { onnode, onlink }) {
  const svg = scene(drawn);
  const nodes = new Map(drawn.nodes.map((node) => [node.iri, { ...node, shape: null }]));
  const links = drawn.links.map((link) => ({ ...link, shape: null }));
  for (const shape of svg.querySelectorAll(".node")) reach(shape, nodes.get(shape.dataset.iri), onnode);
  const byKey = new Map(links.map((link) => [link.key, link]));
  for (const shape of svg.querySelectorAll(".edge")) reach(shape, byKey.get(shape.dataset.key), onlink);
  for (const node of nodes.values()) node.links = links.filter((link) => link.tail === node.iri || link.head === node.iri);
  const order = [...nodes.values()].filter((node) => node.shape).sort((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0]);
  order[0]?.shape.setAttribute("tabindex", "0");
  svg.addEventListener("keydown", (event) => walk(event, order));

  function light(thing) {
    svg.classList.toggle("lit", thing !== null);
    for (const one of [...nodes.values(), ...links]) one.shape?.classList.remove("near");
    if (!thing) return;
    const near = thing.links ?? [thing];
    for (const link of near) for (const one of [link, nodes.get(link.tail), nodes.get(link.head)]) one?.shape?.classList.add("near");
    thing.shape.classList.add("near");
  }
  for (const thing of [...nodes.values(), ...links]) {
    thing.shape?.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && light(thing));
    thing.shape?.addEventListener("pointerleave", () => light(null));
    thing.shape?.addEventListener("focus", () => thing.shape.matches(":focus-visible") && light(thing));
    thing.shape?.addEventListener("blur", () => light(null));
  }

  function show({ asOf, from, to, picks, hop, way }) {
    const counts = { nodes: 0, hops: 0, begunNodes: 0, begunHops: 0 };
    const chosen = way && new Set(way.flatMap((path) => path.slice(1).map((iri, k) => `${path[k]}|${iri}`)));
    const steps = way && new Set(way.flat());
    svg.classList.toggle("ways", Boolean(way));
    for (const node of nodes.values()) {
      node.void = outside(node.begin, node.end, asOf);
      node.begun = begun(node.dated ? node.begin : "", from, to);
      counts.nodes += node.void ? 0 : node.count;
      counts.begunNodes += node.begun ? node.count : 0;
      mark(node.shape, { void: node.void, apart: (from || to) && node.dated && !node.begun, picked: picks.includes(node.iri), way: steps?.has(node.iri) });
    }
    for (const link of links) {
      link.void = outside(link.from, link.to, asOf) || nodes.get(link.tail)?.void || nodes.get(link.head)?.void;
      link.begun = begun(link.from, from, to);
      counts.hops += link.void ? 0 : link.count;
      counts.begunHops += link.begun ? link.count : 0;
      mark(link.shape, { void: link.void, apart: (from || to) && !link.begun, picked: link.key === hop, way: chosen?.has(`${link.tail}|${link.head}`) });
    }
    return counts;
  }

  return { svg, show, nodes, links, byKey };
}

const outside = (from, to, day) => Boolean(day && ((from && from > day) || (to && to < day)));
const begun = (day, from, to) => Boolean(day) && (!from || day.slice(0, 4) >= from) && (!to || day.slice(0, 4) <= to);

function mark(shape, classes) {
  for (const [name, on] of Object.entries(classes)) shape?.classList.toggle(name, Boolean(on));
}

// A shape that can be picked, with room for a finger round a thin line.
function reach(shape, thing, tell) {
  if (!thing) return;
  thing.shape = shape;
  shape.setAttribute("tabindex", "-1");
  shape.setAttribute("role", "button");
  for (const line of shape.querySelectorAll(":scope > path[fill='none']")) {
    shape.append(draw("path", { class: "hit", d: line.getAttribute("d"), fill: "none", stroke: "transparent", "stroke-width": 9 }));
  }
  shape.addEventListener("click", () => tell(thing));
  shape.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    tell(thing);
  });
}

// Up and down go from node to node, in the order in which they stand.
function walk(event, order) {
  const turn = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const at = order.findIndex((node) => node.shape === event.target);
  if (!turn || at < 0) return;
  event.preventDefault();
  const next = order[Math.min(Math.max(at + turn, 0), order.length - 1)];
  event.target.setAttribute("tabindex", "-1");
  next.shape.setAttribute("tabindex", "0");
  next.shape.focus();
}
