// An entity: its names and validity, what is in conflict, its claims by property with the passages behind them, what follows and why,
// where it comes from and leads to, and the page as data.
import { heads, linked, property } from "../parts/claim-rows.js";
import { styles } from "../parts/citing.js";
import { conflict } from "../parts/conflict.js";
import { copy } from "../parts/copy.js";
import { el, get, isEntity, named } from "../parts/dom.js";
import { hops } from "../parts/hops.js";
import { whereabouts } from "../parts/whereabouts.js";
import { why } from "../parts/proof.js";
import { validity } from "../parts/validity.js";
import { provenance } from "../parts/provenance.js";
import { language, pick, wording } from "../parts/words.js";

const t = wording({
  moreConflicts: ["另有分歧", "Further findings:"],
  cite: ["引用此页", "Cite this page"],
  graph: ["图谱", "graph"],
  read: ["阅读原文", "Read the text"],
  inverseOf: ["其他事物之于此", "said of others"],
  follows: ["推得", "What follows"],
  without: ["参考数据与著录", "Reference data and description"],
  fromReference: ["参考数据", "reference data"],
  lineageOf: ["沿革", "Lineage"],
  links: ["外部链接", "Links out"],
  speaking: ["言及此事物的文献", "Texts that speak of it"],
  asData: ["本页数据", "This page as data"],
  provenance: ["含出处", "with provenance"],
  query: ["本页的 SPARQL", "The SPARQL of this page"],
  shapes: ["SHACL 校验", "SHACL"],
  conforms: ["合乎全部形状", "conforms to all shapes"],
  source: ["出处", "source"],
  license: ["许可", "licence"],
  title: ["题名", "title"],
  contents: ["本页内容", "On this page"],
  openAllValues: ["全部列出", "List all"],
});
const SCHEMES = ["https:", "http:"];

export async function view(parameters) {
  const iri = parameters.get("iri") ?? "";
  const [data, lineage] = await Promise.all([get(`/api/entity?iri=${encodeURIComponent(iri)}`), get(`/api/lineage?depth=1&name=${encodeURIComponent(iri)}`).catch(() => null)]);
  told(data);
  const opened = data.claims.find((claim) => claim.claim.endsWith(`/claim/${parameters.get("claim")}`))?.claim;
  const properties = grouped(data).map(([name, heading, claims]) => ({ name, heading, count: claims.length, ...property(name, claims, { ...data, heading }, opened) }));
  const content = el(
    "div",
    { class: "entity" },
    el("div", { class: "entity-head" }, head(data, lineage?.nodes.find((node) => node.id === iri))),
    el(
      "div",
      { class: "entity-body" },
      disputed(data.conflicts),
      el("h2", {}, t("claimsOf"), el("span", { class: "count" }, data.claims.length), data.claims.length ? expander(properties) : null),
      data.claims.length ? [contents(properties), heads()] : el("p", { class: "quiet" }, t("noClaims")),
      properties.map(({ section }) => section),
      inferred(data),
      described(data),
    ),
    el("div", { class: "entity-side" }, side(data, lineage)),
    el("footer", { class: "entity-foot" }, foot(data)),
  );
  requestAnimationFrame(() => {
    const wanted = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : opened ? content.querySelector(".claim:has(.disclose[aria-expanded=true])") : null;
    wanted?.scrollIntoView({ block: "center" });
  });
  return { content, update: (next) => next.get("iri") === iri };
}

// The other ends of claims and the indicators of figures by their names in the language of the page, where they have one; what a text
// calls them stands in its passage. What the reference data say of where they have it from is told in both languages.
function told(data) {
  const name = (iri, label) => pick(data.called[iri]) || label;
  for (const claim of data.claims) {
    claim.subject_label = name(claim.subject, claim.subject_label);
    claim.object_label = name(claim.object, claim.object_label);
    if (language() === "en" && data.indicators[claim.object]) claim.detail = [pick(data.indicators[claim.object]), claim.time].filter(Boolean).join(" · ");
  }
  for (const value of [...data.said, ...data.inferred.flatMap(({ values }) => values)]) value.label = pick(value.labels) || provenance(value.label);
}

// The claims by property, in the order of the ontology; what is said of other things comes last, under the inverse property's name.
function grouped(data) {
  const order = Object.keys(data.predicateLabels);
  const groups = new Map();
  for (const claim of data.claims) {
    const own = claim.subject === data.iri;
    const name = own ? claim.predicate : `${claim.predicate}-of`;
    const inverse = data.predicateLabels[data.inverses[claim.predicate]];
    const heading = own || inverse ? (own ? data.predicateLabels[claim.predicate] : inverse) : data.predicateLabels[claim.predicate].map((word, k) => `${word} ${k ? `(${t("inverseOf")})` : `（${t("inverseOf")}）`}`);
    if (!groups.has(name)) groups.set(name, [name, heading, []]);
    groups.get(name)[2].push(claim);
  }
  const rank = (name) => order.indexOf(name.replace(/-of$/, "")) + (name.endsWith("-of") ? order.length : 0);
  return [...groups.values()].sort((a, b) => rank(a[0]) - rank(b[0]));
}

function head(data, node) {
  const [zh, en] = data.labels;
  const others = data.names.filter((name) => name !== zh && name !== en);
  return [
    el("h1", {}, named(data.label), el("span", { class: "type" }, pick(data.typeLabels))),
    zh && en ? el("p", { class: "second-name" }, named(data.label === zh ? en : zh)) : null,
    aliases(others),
    el("p", { class: "iri" }, data.iri, " ", copy(data.iri, "IRI")),
    data.type === "Document" ? el("p", {}, el("a", { href: `/source?iri=${encodeURIComponent(data.iri)}` }, t("read"))) : null,
    validity(node),
    cite(data),
  ].filter(Boolean);
}

const ALIASES = 10; // that are shown at once

function aliases(names) {
  if (!names.length) return null;
  const listed = (some) => some.flatMap((name, k) => [k ? " · " : "", named(name)]);
  const rest = names.slice(ALIASES);
  return el(
    "div",
    { class: "quiet aliases" },
    el("span", {}, `${t("as")} `, listed(names.slice(0, ALIASES))),
    rest.length ? el("details", {}, el("summary", {}, `+ ${rest.length}`), listed(rest)) : null,
  );
}

// Two styles that a scholar can paste, GB/T 7714 and APA.
function cite(data) {
  const made = styles(data.citation, { iri: data.iri, names: data.labels, label: data.label });
  return el("details", { class: "cite small" }, el("summary", {}, t("cite")), made.map(([name, text]) => el("p", {}, el("span", { class: "quiet" }, `${name} `), el("span", { class: "citation" }, text), " ", copy(text, name))));
}

const CONFLICTS = 2; // that are shown at once, so that the claims are not far below

function disputed(findings) {
  if (!findings.length) return null;
  const cards = findings.map((finding) => conflict(finding));
  const rest = cards.slice(CONFLICTS);
  return el(
    "section",
    {},
    el("h2", {}, t("conflicts"), el("span", { class: "count" }, findings.length)),
    cards.slice(0, CONFLICTS),
    rest.length ? el("details", { class: "more-conflicts" }, el("summary", {}, `${t("moreConflicts")} ${rest.length}`), rest) : null,
  );
}

function contents(properties) {
  if (properties.length < 4) return null;
  return el("nav", { class: "contents small", "aria-label": t("contents") }, properties.map(({ name, heading, count }) => el("a", { href: `#p-${name}` }, pick(heading), el("span", { class: "count" }, count))));
}

function expander(properties) {
  let open = true;
  const button = el("button", { type: "button", class: "expand", onclick: () => {
    for (const { all } of properties) all(open);
    open = !open;
    button.textContent = t(open ? "openAll" : "closeAll");
  } }, t("openAll"));
  return button;
}

function inferred(data) {
  if (!data.inferred.length) return null;
  return el(
    "section",
    { class: "follows" },
    el("h2", {}, t("follows"), el("span", { class: "count" }, data.inferred.reduce((sum, group) => sum + group.total, 0).toLocaleString())),
    data.inferred.map(({ predicate, total, values }) => {
      const name = pick(data.predicateLabels[predicate]) || predicate;
      const query = `SELECT ?value ?name WHERE {\n  GRAPH graph:inferred { <${data.iri}> bkg:${predicate} ?value }\n  OPTIONAL { ?value skos:prefLabel ?name FILTER(LANG(?name) = "zh") }\n}`;
      return el(
        "section",
        { class: "property" },
        el("h3", {}, name, el("span", { class: "count" }, total.toLocaleString())),
        el("ul", { class: "values" }, values.map((value) => el("li", {}, linked(value.object, value.label), why([data.iri, predicate, value.object], `${data.label} — ${name} — ${value.label}`, data.predicateLabels)))),
        total > values.length ? el("p", { class: "small" }, el("a", { href: `/query?query=${encodeURIComponent(query)}` }, `${t("openAllValues")} (${total.toLocaleString()})`)) : null,
      );
    }),
  );
}

// What no claim says: of the reference data, or of the bibliography.
function described(data) {
  if (!data.said.length) return null;
  const groups = new Map();
  for (const fact of data.said) {
    if (!groups.has(fact.predicate)) groups.set(fact.predicate, []);
    groups.get(fact.predicate).push(fact);
  }
  const name = (predicate) => pick(data.predicateLabels[predicate.split("/").pop()]) || t(predicate.split(/[/#]/).pop());
  const shown = (fact) => el("span", { class: "one" }, isEntity(fact.object) ? linked(fact.object, fact.label) : named(fact.label), fact.reference ? el("span", { class: "badge" }, t("fromReference")) : null);
  return el("section", {}, el("h2", {}, t("without")), el("dl", { class: "described" }, [...groups].flatMap(([predicate, facts]) => [el("dt", {}, name(predicate)), el("dd", {}, facts.map(shown))])));
}

function side(data, lineage) {
  const counts = new Map();
  for (const claim of data.claims) {
    for (const source of new Set(claim.evidence.map((evidence) => evidence.source))) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  const texts = [...counts].sort((a, b) => b[1] - a[1]);
  const steps = lineage?.edges.length ? hops(lineage, data) : [];
  return [
    steps.length ? el("section", {}, el("h2", {}, t("lineageOf")), steps) : null,
    whereabouts(data.iri, data.type),
    texts.length ? el("section", {}, el("h2", {}, t("speaking")), el("ul", { class: "speaking" }, texts.map(([iri, count]) =>
      el("li", {}, el("a", { href: `/source?iri=${encodeURIComponent(iri)}` }, named(data.documents[iri].citation)), el("span", { class: "count" }, count))))) : null,
    data.links.length ? el("section", {}, el("h2", {}, t("links")), el("ul", { class: "speaking" }, data.links.map((link) =>
      el("li", {}, link.name ? [named(link.name), " "] : null, outward(link.target), el("br"), el("span", { class: "quiet" }, [link.relation, link.justification, link.confidence].filter(Boolean).join(" · ")))))) : null,
  ].filter(Boolean);
}

// A link to another site, where its address is one of the web; else its text.
function outward(address) {
  const web = URL.canParse(address) && SCHEMES.includes(new URL(address).protocol);
  return web ? el("a", { href: address, rel: "noreferrer external" }, address.replace(/^https?:\/\//, "")) : el("span", {}, address);
}

function foot(data) {
  const link = (format, name) => el("a", { href: `/entity?iri=${encodeURIComponent(data.iri)}&format=${format}`, download: `${data.iri.split("/").pop()}.${format}` }, name);
  const faults = data.shapes.map((fault) => el("li", {}, el("span", { class: "badge" }, fault.severity), " ", pick([fault.message_zh, fault.message])));
  return [
    el("p", {}, el("span", { class: "quiet" }, `${t("asData")} `), link("turtle", "Turtle"), link("jsonld", "JSON-LD"), link("trig", `TriG (${t("provenance")})`), el("a", { href: `/query?query=${encodeURIComponent(data.query)}` }, t("query"))),
    el("p", { id: "shapes" }, el("span", { class: "quiet" }, `${t("shapes")} `), faults.length ? null : el("span", { class: "good" }, `✓ ${t("conforms")}`)),
    faults.length ? el("ul", { class: "faults" }, faults) : null,
  ].filter(Boolean);
}
