// A small lineage: the steps that lead to a thing and from it, in the order of time; the whole is one click away.
import { el, entityAddress, named } from "./dom.js";
import { pick, wording } from "./words.js";

const t = wording({
  before: ["由来", "Leads here"],
  after: ["所出", "Comes of it"],
  whole: ["沿革全图", "The whole lineage"],
  inferred: ["规则推断", "inferred"],
  planned: ["拟议", "planned"],
  more: ["另有", "and"],
  others: ["项", "more"],
});
const SHOWN = 6;

// When the other end came about. Of a body that is when it was founded, which has nothing to do with what it issued since.
const when = (other) => (other.type === "Organization" ? "" : other.date.slice(0, 7));

// `data` is what /api/entity gives of the thing.
export function hops(lineage, data) {
  const { iri } = data;
  const nodes = new Map(lineage.nodes.map((node) => [node.id, node]));
  const of = (near, far) => lineage.edges.filter((edge) => edge[near] === iri && nodes.has(edge[far])).map((edge) => ({ edge, other: nodes.get(edge[far]) }));
  const whole = el("p", {}, el("a", { href: `/lineage?name=${encodeURIComponent(iri)}` }, t("whole")));
  return [part(t("before"), of("later", "earlier"), data), part(t("after"), of("earlier", "later"), data), whole].filter(Boolean);
}

// What the thing is to the other end: the relation, or its inverse; where it has none, an arrow says that the other is its subject.
function word({ earlier, relation, later, back }, { iri, predicateLabels, inverses }) {
  const own = (back ? later : earlier) === iri;
  const turned = predicateLabels[inverses[relation]];
  if (own || turned) return pick(own ? predicateLabels[relation] : turned);
  return `← ${pick(predicateLabels[relation])}`;
}

function part(title, found, data) {
  if (!found.length) return null;
  const sorted = found.sort((a, b) => (a.other.begin || "9").localeCompare(b.other.begin || "9"));
  const rest = sorted.length - SHOWN;
  return el(
    "div",
    {},
    el("h3", {}, title),
    el("ol", { class: "hops" }, sorted.slice(0, SHOWN).map(({ edge, other }) =>
      el(
        "li",
        { class: edge.inferred ? "inferred" : null },
        el("span", { class: `dot ${edge.family}`, "aria-hidden": "true" }),
        el("span", { class: "when" }, when(other)),
        el("span", {}, el("span", { class: "quiet" }, `${word(edge, data)} `), el("a", { href: entityAddress(other.id) }, named(other.label)), edge.inferred ? el("span", { class: "quiet" }, ` ${t("inferred")} ${edge.confidence ?? ""}`) : null, edge.planned ? el("span", { class: "quiet" }, ` ${t("planned")}`) : null),
      ),
    )),
    rest > 0 ? el("p", { class: "small quiet" }, `${t("more")} ${rest} ${t("others")}`) : null,
  );
}
