// An answer as a drawing of nodes and edges: triples, or the columns with things, each joined to the next. The layout is a spring model
// (Fruchterman and Reingold 1991) from a fixed start, so that the same answer gives the same drawing.
import { card } from "./card.js";
import { isEntity } from "./dom.js";
import { cut, draw, room } from "./svg.js";
import { short, shown } from "./values.js";

export const MOST = 150; // nodes: more are no drawing that can be read
const ROUNDS = 220;
const SIZE = 11;
const PULL = 2; // to the middle: parts that no edge joins stay within about half the drawing

// `{ nodes, edges, left }`: `left` is the number of nodes that are not drawn. The nodes with most edges stay.
export function network({ names, bindings, called, kind, columns: { iris } }) {
  const triples = kind === "graph"
    ? bindings.map((row) => [row.subject, row.object, shown(row.predicate, called)])
    : bindings.flatMap((row) => iris.slice(1).map((name, k) => [row[iris[k]], row[name], names.length > 2 ? name : ""]));
  const degrees = new Map();
  const found = triples.filter(([from, to]) => from && to && (kind === "graph" || to.type === "uri"));
  for (const [from, to] of found) for (const term of [from, to]) degrees.set(key(term), { term, degree: (degrees.get(key(term))?.degree ?? 0) + 1 });
  const kept = [...degrees.entries()].sort((a, b) => b[1].degree - a[1].degree).slice(0, MOST);
  const nodes = new Map(kept.map(([id, { term, degree }]) => [id, { id, term, degree, label: shown(term, called) || short(term) }]));
  const seen = new Set();
  const edges = [];
  for (const [from, to, label] of found) {
    const [tail, head] = [nodes.get(key(from)), nodes.get(key(to))];
    const id = `${key(from)} ${key(to)} ${label}`;
    if (!tail || !head || tail === head || seen.has(id)) continue;
    seen.add(id);
    edges.push({ tail, head, label });
  }
  return { nodes: [...nodes.values()], edges, left: degrees.size - nodes.size };
}

const key = (term) => `${term.type} ${term.value}`;

// Places between 0 and 1 across and down.
function place(nodes, edges) {
  const spring = 0.9 / Math.sqrt(nodes.length || 1);
  nodes.forEach((node, k) => {
    const turn = k * 2.399963; // the golden angle: no two begin at one place
    const far = 0.45 * Math.sqrt((k + 0.5) / nodes.length);
    Object.assign(node, { x: 0.5 + far * Math.cos(turn), y: 0.5 + far * Math.sin(turn) });
  });
  for (let round = 0; round < ROUNDS; round++) {
    const heat = 0.08 * (1 - round / ROUNDS);
    for (const node of nodes) node.dx = node.dy = 0;
    for (let a = 0; a < nodes.length; a++)
      for (let b = a + 1; b < nodes.length; b++) push(nodes[a], nodes[b], (far) => (spring * spring) / far);
    for (const { tail, head } of edges) push(tail, head, (far) => (-far * far) / spring);
    for (const node of nodes) {
      node.dx += (0.5 - node.x) * PULL;
      node.dy += (0.5 - node.y) * PULL;
      const force = Math.hypot(node.dx, node.dy) || 1;
      const step = Math.min(force, heat) / force;
      node.x += node.dx * step;
      node.y += node.dy * step;
    }
  }
  const bounds = (name) => [Math.min(...nodes.map((node) => node[name])), Math.max(...nodes.map((node) => node[name]))];
  const [[left, right], [top, bottom]] = [bounds("x"), bounds("y")];
  for (const node of nodes) {
    node.x = (node.x - left) / (right - left || 1);
    node.y = (node.y - top) / (bottom - top || 1);
  }
}

function push(one, other, force) {
  const dx = one.x - other.x;
  const dy = one.y - other.y;
  const far = Math.max(Math.hypot(dx, dy), 0.001);
  const f = force(far) / far;
  one.dx += dx * f;
  one.dy += dy * f;
  other.dx -= dx * f;
  other.dy -= dy * f;
}

export function graph({ nodes, edges }, title) {
  place(nodes, edges);
  const width = room();
  const height = Math.min(760, Math.max(320, 60 * Math.sqrt(nodes.length) + 160));
  const x = (node) => 70 + node.x * (width - 140);
  const y = (node) => 24 + node.y * (height - 56);
  const named = edges.length <= 40;
  return draw(
    "svg",
    { class: "network", viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": title },
    draw("defs", {}, draw("marker", { id: "tip", viewBox: "0 0 8 8", refX: 13, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto" }, draw("path", { class: "tip", d: "M0 0L8 4L0 8z" }))),
    edges.map(({ tail, head, label }) => draw("g", { class: "edge" },
      draw("title", {}, `${tail.label} — ${label} → ${head.label}`),
      draw("line", { x1: x(tail), y1: y(tail), x2: x(head), y2: y(head), "marker-end": "url(#tip)" }),
      named && label ? draw("text", { class: "relation", x: (x(tail) + x(head)) / 2, y: (y(tail) + y(head)) / 2 - 3, "text-anchor": "middle" }, cut(label, 110, 10)) : null)),
    nodes.map((node) => {
      const thing = isEntity(node.term.value);
      const pick = thing ? { tabindex: 0, role: "button", onclick: () => card(node.term.value), onkeydown: (event) => event.key === "Enter" && card(node.term.value) } : {};
      return draw("g", { class: thing ? "node thing" : "node", "aria-label": node.label, ...pick },
        draw("title", {}, node.label),
        draw("circle", { cx: x(node), cy: y(node), r: 4 + Math.min(5, Math.sqrt(node.degree)) }),
        draw("text", { x: x(node), y: y(node) + 20, "text-anchor": "middle" }, cut(node.label, 130, SIZE)));
    }),
  );
}
