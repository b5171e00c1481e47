// What stands behind a lineage, for the drawer: a hop with its passages, a node with its hops, the paths between two nodes.
import { behind } from "./claims.js";
import { el, entityAddress, isEntity, named } from "./dom.js";
import { said, t } from "./lineage-words.js";

const MOST = 40; // paths that are listed

// A hop: who says so, in which words, or which rule infers it and from what.
export function hop(link, nodes, citations) {
  const cited = link.claims.length ? [] : link.sources.map((source) => citations[source] ?? source); // else the passages say it
  return el(
    "div",
    { class: "behind-hop" },
    sentence(link, nodes),
    el("p", {}, badges(link)),
    facts([
      [t("valid"), span(link)],
      [t("sources"), cited.join("；")],
    ]),
    link.count > 1 ? el("p", { class: "quiet small" }, said("merged", { n: link.count })) : null,
    link.inferred ? [el("h3", {}, t("rule")), ...link.reasons.map((reason) => el("p", {}, reason)), el("p", { class: "quiet small" }, ruleName(link)), el("h3", {}, t("premises"))] : el("h3", {}, t("passages")),
    link.claims.length ? behind(link.claims) : el("p", { class: "quiet" }, t("reference")),
  );
}

// A node: what it is, and its hops, each to be opened.
export function node(one, nodes, open) {
  const list = (links, far) =>
    el("ul", { class: "hops" }, links.map((link) => el("li", {}, el("button", { type: "button", class: "hop-button", onclick: () => open(link) }, family(link), `${arrow(link)}${link.relation} `, named(label(nodes, link[far])), link.inferred ? el("span", { class: "badge" }, t("inferredBy")) : null))));
  const back = one.links.filter((link) => link.head === one.iri);
  const on = one.links.filter((link) => link.tail === one.iri);
  return el(
    "div",
    {},
    facts([
      [t("kind"), [one.type, one.lane].filter(Boolean).join(" · ")],
      [t("levelOf"), one.level],
      [t("date"), one.date],
      [t("standing"), one.planned ? t("planned") : ""],
    ]),
    isEntity(one.iri)
      ? el("p", {}, el("a", { href: entityAddress(one.iri) }, t("entity")), " · ", el("a", { href: `/lineage?name=${encodeURIComponent(one.iri)}` }, t("around")))
      : [el("h3", {}, `${t("members")} (${one.count})`), el("ul", { class: "hops" }, one.members.map((iri) => el("li", {}, el("a", { href: `/lineage?name=${encodeURIComponent(iri)}` }, iri.split("/borderkg/id/").pop()))))],
    el("p", { class: "quiet small" }, t("second")),
    back.length ? [el("h3", {}, t("of")), list(back, "tail")] : null,
    on.length ? [el("h3", {}, t("on")), list(on, "head")] : null,
  );
}

// The paths between two nodes, each hop with its sources. `answer` is that of /api/lineage, `linkOf` gives the link of an edge.
export function paths(answer, labels, linkOf, citations, open) {
  const step = (one, other) =>
    answer.edges
      .filter((edge) => edge.earlier === one && edge.later === other)
      .map(linkOf)
      .map((link) => {
        const cited = link.sources.map((source) => citations[source] ?? source).join("；");
        return el("button", { type: "button", class: "hop-button", onclick: () => open(link) }, family(link), `${arrow(link)}${link.relation} `, badges(link), cited ? el("span", { class: "quiet small" }, ` ${cited}`) : null);
      });
  const way = (path) => el("li", {}, el("ol", { class: "way" }, path.map((iri, k) => el("li", {}, k ? step(path[k - 1], iri) : null, el("b", {}, named(labels.get(iri) ?? iri))))));
  const origins = answer.origins.map((iri) => labels.get(iri) ?? iri);
  return el(
    "div",
    {},
    answer.paths.length ? el("ol", { class: "ways-list" }, answer.paths.slice(0, MOST).map(way)) : el("p", {}, t("noPaths")),
    !answer.complete || answer.paths.length > MOST ? el("p", { class: "quiet" }, said("cut", { n: Math.min(MOST, answer.paths.length) })) : null,
    origins.length && !answer.paths.length ? el("p", {}, t("origins"), origins.flatMap((label, k) => [k ? "、" : "", named(label)])) : null,
  );
}

export const span = (link) => (link.from || link.to ? `${link.from || "…"} – ${link.to || "…"}` : "");
export const standing = (link) => [t(link.inferred ? "inferredBy" : "statedBy"), link.conflict ? t("conflict") : ""].filter(Boolean).join(", ");
export const ruleName = (link) => link.rules.map((rule) => rule.split("::").pop()).join("; ");
export const label = (nodes, iri) => nodes.get(iri)?.label ?? iri;

const sentence = (link, nodes) => el("p", { class: "sentence" }, named(label(nodes, link.tail)), arrow(link), el("b", {}, link.relation), arrow(link), named(label(nodes, link.head)));

function badges(link) {
  return [
    el("span", { class: "badge" }, t(link.inferred ? "inferredBy" : "statedBy")),
    link.confidence === null ? null : el("span", { class: "badge" }, `${t("confidence")} ${link.confidence.toFixed(2)}`),
    link.conflict ? el("span", { class: "badge conflict" }, t("conflict")) : null,
  ];
}

// Which way the relation reads: the earlier stands first whatever it is.
export const arrow = (link) => (link.back ? " ← " : " → ");

// The colour of a family of relations, beside its name.
const family = (link) => el("span", { class: `family ${link.family}${link.inferred ? " inferred" : ""}`, "aria-hidden": "true" });

export function facts(pairs) {
  return el("dl", {}, pairs.filter(([, value]) => value).flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}
