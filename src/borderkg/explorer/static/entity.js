// An entity: its names, and its claims by property, each with the passage behind it, its words marked.
import { el, entityAddress, get, isEntity } from "./dom.js";
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
    el("h1", {}, data.label, el("span", { class: "type" }, pick(data.typeLabels))),
    others.length ? el("p", { class: "quiet" }, `${t("as")} `, others.join(" · ")) : null,
    el("p", { class: "iri" }, data.iri),
    el("h2", {}, t("claimsOf")),
    data.claims.length ? null : el("p", { class: "quiet" }, t("noClaims")),
    [...groups.values()].map((claims) => group(claims, data)),
  ].filter(Boolean).flat();
}

function group(claims, data) {
  const label = pick(data.predicateLabels[claims[0].predicate]);
  return el("section", { class: "property" }, el("h3", {}, label), claims.map((claim) => row(claim, data)));
}

function row(claim, data) {
  const other = claim.subject === data.iri ? [claim.object, claim.object_label] : [claim.subject, claim.subject_label];
  const value = isEntity(other[0]) && !other[0].includes("/observation/") && !other[0].includes("/argument/") && !other[0].includes("/estimate/")
    ? el("a", { href: entityAddress(other[0]) }, other[1])
    : el("span", {}, other[1]);
  const primary = claim.evidence.filter((evidence) => evidence.primary);
  return el(
    "details",
    { class: `claim ${claim.modality}` },
    el(
      "summary",
      {},
      claim.subject === data.iri ? null : el("span", { class: "quiet" }, "← "),
      claim.detail ? el("span", { class: "detail" }, `${claim.detail} `) : null,
      value,
      claim.modality === "asserted" ? null : el("span", { class: "badge" }, t(claim.modality)),
      claim.conflicts.length ? el("span", { class: "badge conflict" }, t("conflict")) : null,
      el("span", { class: "source" }, primary[0]?.citation ?? ""),
    ),
    primary.map(passage),
    el("p", { class: "quiet small" }, `${t("rule")} ${decodeURIComponent(claim.rule.split("/rule/").pop())}`),
  );
}

function passage(evidence) {
  const cite = el("cite", {}, `${evidence.citation} [${evidence.start}–${evidence.end}]`);
  if (!evidence.passage) return el("blockquote", {}, el("p", { class: "quiet" }, t("noText")), cite);
  const squeeze = (text) => text.replace(/\s+/g, "");
  return el(
    "blockquote",
    { lang: "zh-Hans" },
    el("p", {}, "…", squeeze(evidence.passage.before), el("mark", {}, squeeze(evidence.passage.words)), squeeze(evidence.passage.after), "…"),
    cite,
  );
}
