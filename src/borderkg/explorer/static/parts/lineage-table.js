// The same as the drawing, as tables: hops and nodes, of the period and the day that were chosen.
import { el, named } from "./dom.js";
import { arrow, label, span, standing } from "./lineage-behind.js";
import { t } from "./lineage-words.js";

// The rows as they are shown and saved: `state` is that of the view; what is void or apart is left out.
export function rowsOf({ nodes, links }, citations, { from, to }) {
  const kept = (thing) => !thing.void && (!(from || to) || thing.begun);
  const hops = links.filter(kept);
  hops.sort((a, b) => (a.from || "9").localeCompare(b.from || "9") || a.key.localeCompare(b.key));
  const things = [...nodes.values()].filter(kept);
  things.sort((a, b) => (a.begin || "9").localeCompare(b.begin || "9") || a.iri.localeCompare(b.iri));
  return {
    hops: hops.map((link) => ({
      thing: link,
      cells: [label(nodes, link.tail), `${arrow(link).trim()} ${link.relation}${link.count > 1 ? ` ×${link.count}` : ""}`, label(nodes, link.head), standing(link), span(link), link.confidence === null ? "" : link.confidence.toFixed(2), link.sources.map((source) => citations[source] ?? source).join("；")],
    })),
    nodes: things.map((node) => ({ thing: node, cells: [node.label, [node.type, node.lane].filter(Boolean).join(" · "), node.level, node.date, node.planned ? t("planned") : ""] })),
  };
}

const HOPS = ["earlier", "relation", "later", "standing", "valid", "confidence", "sources"];
const NODES = ["node", "kind", "levelOf", "date", "standing"];

// For the CSV: the hops, with the IRIs of their ends and claims.
export function csvOf(rows) {
  const head = [...HOPS.map(t), "earlier IRI", "later IRI", "rule", "claims"];
  return [head, ...rows.hops.map(({ thing, cells }) => [...cells, thing.tail, thing.head, thing.rules.join(" "), thing.claims.join(" ")])];
}

export function tables(rows, { onlink, onnode }) {
  return el("div", { class: "lineage-tables" }, table("links", HOPS, rows.hops, onlink), table("nodes", NODES, rows.nodes, onnode));
}

function table(name, heads, rows, open) {
  const kept = heads.map((_, k) => k).filter((k) => k === 0 || rows.some(({ cells }) => cells[k]));
  const row = ({ thing, cells }) =>
    el("tr", {}, kept.map((k) => (k ? el("td", { class: heads[k] }, named(cells[k])) : el("th", { scope: "row" }, el("button", { type: "button", class: "link-button", onclick: () => open(thing) }, named(cells[0]))))));
  return el(
    "div",
    { class: "scroll" },
    el("table", {}, el("caption", {}, `${t(name)} (${rows.length})`), el("thead", {}, el("tr", {}, kept.map((k) => el("th", { scope: "col" }, t(heads[k]))))), el("tbody", {}, rows.map(row))),
  );
}
