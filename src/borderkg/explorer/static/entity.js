// An entity: its names, what is in conflict, and its claims by property, each with the passage behind it.
import { passage } from "./passage.js";
import { el, entityAddress, get, isEntity, named } from "./dom.js";
import { pick, t } from "./words.js";

export async function entity(parameters) {
  const iri = parameters.get("iri") ?? "";
  const data = await get(`/api/entity?iri=${encodeURIComponent(iri)}`);
  const groups = new Map();
  for (const claim of data.claims) {
    const key = `${claim.predicate} ${claim.subject === iri}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(claim);
  }
  const others = data.names.filter((name) => name !== data.label);
  return [
    el("h1", {}, named(data.label), el("span", { class: "type" }, pick(data.typeLabels))),
    others.length ? el("p", { class: "quiet" }, `${t("as")} `, others.flatMap((name, k) => [k ? " · " : "", named(name)])) : null,
    el("p", { class: "iri" }, data.iri, " · ", rdf(iri)),
    data.conflicts.length ? el("h2", {}, t("conflicts")) : null,
    data.conflicts.map((conflict) => clash(conflict, data)),
    el("h2", {}, t("claimsOf"), el("span", { class: "count" }, data.claims.length), data.claims.length ? expander() : null),
    data.claims.length ? null : el("p", { class: "quiet" }, t("noClaims")),
    [...groups.values()].map((claims) => group(claims, data)),
  ].filter(Boolean).flat();
}

function rdf(iri) {
  const link = (format, name) => el("a", { href: `${entityAddress(iri)}&format=${format}`, download: `entity.${format}` }, name);
  return el("span", { class: "formats" }, link("turtle", "Turtle"), " ", link("jsonld", "JSON-LD"), " ", link("trig", "TriG"));
}

function expander() {
  let open = true;
  const button = el("button", { type: "button", class: "expand", onclick: () => {
    document.querySelectorAll("details.claim").forEach((claim) => { claim.open = open; });
    open = !open;
    button.textContent = t(open ? "openAll" : "closeAll");
  } }, t("openAll"));
  return button;
}

// What contradicts: its claims side by side, each with its passage.
function clash(conflict, data) {
  const claims = data.claims.filter((claim) => claim.conflicts.includes(conflict.iri));
  return el(
    "section",
    { class: "clash" },
    el("h3", {}, pick(conflict.kind)),
    el("p", { class: "small quiet" }, pick(conflict.reason)),
    el("div", { class: "sides" }, sorted(claims).map((claim) =>
      el("div", { class: "side" }, el("p", {}, ...subject(claim, data)), passages(claim)))),
  );
}

function group(claims, data) {
  const label = pick(data.predicateLabels[claims[0].predicate]);
  return el("section", { class: "property" }, el("h3", {}, label), sorted(claims).map((claim) => row(claim, data)));
}

const sorted = (claims) => [...claims].sort((a, b) => `${a.detail}${a.object_label}`.localeCompare(`${b.detail}${b.object_label}`, "zh"));

const PAGELESS = ["/observation/", "/argument/", "/estimate/"];

// What a claim says, seen from this entity: an arrow where the entity is its object, the indicator and time of a figure.
function subject(claim, data) {
  const own = claim.subject === data.iri;
  const [iri, label] = own ? [claim.object, claim.object_label] : [claim.subject, claim.subject_label];
  const linked = isEntity(iri) && !PAGELESS.some((part) => iri.includes(part));
  return [
    own ? null : el("span", { class: "quiet", title: t("inverse") }, "← "),
    claim.detail ? el("span", { class: "detail" }, `${claim.detail} `) : null,
    linked ? el("a", { href: entityAddress(iri) }, named(label)) : named(label),
  ].filter(Boolean);
}

function row(claim, data) {
  const primary = claim.evidence.find((evidence) => evidence.primary);
  return el(
    "details",
    { class: `claim ${claim.modality}` },
    el(
      "summary",
      {},
      el("span", {}, ...subject(claim, data)),
      claim.modality === "asserted" ? null : el("span", { class: "badge" }, t(claim.modality)),
      claim.conflicts.length ? el("span", { class: "badge conflict" }, t("conflict")) : null,
      el("span", { class: "source" }, primary?.citation ?? ""),
    ),
    passages(claim),
    el("p", { class: "quiet small" }, `${t("rule")} ${decodeURIComponent(claim.rule.split("/rule/").pop())}`),
  );
}

function passages(claim) {
  const context = claim.evidence.filter((evidence) => !evidence.primary);
  return claim.evidence.filter((evidence) => evidence.primary).map((evidence) => passage(evidence, context));
}
