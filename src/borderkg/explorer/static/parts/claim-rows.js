// Claims as rows: value, time, modality, rank, sources, confidence. Claims of several texts that say the same are one row; what stands behind it
// (passages, rule, version, reasons) is made when the row is opened, so that a page of five hundred claims is quick.
import { change, parameters } from "./address.js";
import { confidence, meaning } from "./confidence.js";
import { el, entityAddress, isEntity, named, show } from "./dom.js";
import { passage } from "./passage.js";
import { pick, wording } from "./words.js";

const t = wording({
  sources: ["个来源", "sources"],
  independent: ["个独立", "independent"],
  time: ["时间", "time"],
  asserted: ["断言", "asserted"],
  approved: ["批准", "approved"],
  operating: ["运行", "operating"],
  preferred: ["首选", "preferred"],
  normal: ["普通", "normal"],
  deprecated: ["弃用", "deprecated"],
  demonstration: ["〔演示〕", " [demonstration]"],
  demonstrations: ["个为演示文本", "demonstration"],
  modality: ["情态", "modality"],
  rank: ["等级", "rank"],
  because: ["理由", "because"],
  said: ["说者", "said by"],
  confidence: ["置信度", "confidence"],
  value: ["所言", "what is said"],
  source: ["出处", "source"],
  version: ["程序版本", "read with"],
  others: ["等", " et al."],
  whole: ["显示全部", "Show all"],
  clash: ["有分歧", "disputed"],
  claimIri: ["论断", "claim"],
  behind: ["原文与出处", "Passages and sources"],
});
const SHOWN = 15; // rows of a property that are shown at once
const MARKS = { preferred: "▲ ", normal: "", deprecated: "▽ " };
const PAGELESS = ["/observation/", "/argument/", "/estimate/", "/variable/"];

export const linked = (iri, label) =>
  isEntity(iri) && !PAGELESS.some((part) => iri.includes(part)) ? el("a", { href: entityAddress(iri) }, named(label)) : named(label);

// What a claim says, seen from a thing: the indicator of a figure, the other end, an arrow where the thing is its object.
export function value(claim, iri) {
  const own = claim.subject === iri || claim.object !== iri;
  return [
    own ? null : el("span", { class: "quiet", title: t("inverse") }, "← "),
    claim.detail ? el("span", { class: "detail" }, `${indicator(claim)} `) : null,
    own ? linked(claim.object, claim.object_label) : linked(claim.subject, claim.subject_label),
  ].filter(Boolean);
}

// A figure's time has a place of its own in the row.
const indicator = (claim) => (claim.time && claim.detail.endsWith(claim.time) ? claim.detail.slice(0, -claim.time.length).replace(/ · $/, "") : claim.detail);

// The claims that one row stands for: of one value, modality and rank.
function rowsOf(claims, iri) {
  const rows = new Map();
  for (const claim of claims) {
    const other = claim.subject === iri ? claim.object : claim.subject;
    const key = JSON.stringify([other, claim.object_label, claim.detail, claim.modality, claim.rank]);
    if (!rows.has(key)) rows.set(key, []);
    rows.get(key).push(claim);
  }
  return [...rows.values()].sort((a, b) => order(a[0]).localeCompare(order(b[0]), "zh"));
}

// Arguments stand in the order of their text, other claims by name.
const order = (claim) => claim.object.includes("/argument/") ? String(claim.evidence[0]?.start ?? 0).padStart(9, "0") : `${indicator(claim)}${claim.time}${claim.object_label}${claim.subject_label}`;

// A property with its rows. `data` is what /api/entity gives, `opened` the claim whose passages the address asks for. `all` opens or
// closes every row, also those that are not shown at first.
export function property(name, claims, data, opened) {
  const rows = rowsOf(claims, data.iri);
  const late = rows.some((row, k) => k >= SHOWN && row.some((claim) => claim.claim === opened));
  const made = rows.slice(0, late ? rows.length : SHOWN).map((row) => rowOf(row, data, opened));
  const list = el("div", { role: "list" }, made.map(({ node }) => node));
  const rest = () => {
    const more = rows.slice(made.length).map((row) => rowOf(row, data, opened));
    made.push(...more);
    list.append(...more.map(({ node }) => node));
    button?.remove();
  };
  const button = rows.length > made.length ? el("button", { type: "button", class: "quiet-button whole", onclick: rest }, `${t("whole")} (${rows.length})`) : null;
  const all = (open) => {
    if (open) rest();
    made.forEach((row) => row.set(open));
  };
  return { section: el("section", { class: "property", id: `p-${name}` }, el("h3", {}, pick(data.heading)), list, button), all };
}

// What the columns of the rows are, and what the last one means; to a screen reader each row says which is which.
export const heads = () => [
  el("p", { class: "small quiet" }, meaning()),
  el(
    "div",
    { class: "claim-heads", "aria-hidden": "true" },
    el("div", { class: "row" }, el("span"), el("span", {}, t("value")), ["time", "modality", "rank", "source"].map((name) => el("span", { class: name }, t(name))), el("span", { class: "confidence" }, t("confidence"))),
  ),
];

// A row: its button, or a click beside the links, opens what stands behind it; the address keeps which one was opened.
function rowOf(claims, data, opened) {
  const [first] = claims;
  const body = el("div", { class: "behind", hidden: true });
  const shown = value(first, data.iri);
  const sure = confidence(claims.map((claim) => data.rules[claim.rule]));
  const button = el("button", { type: "button", class: "disclose", "aria-expanded": "false", "aria-label": `${t("behind")}: ${shown.map((part) => part.textContent).join("")}` });
  const set = (open) => {
    if (open && !body.childNodes.length) show(body, claims.map((claim) => behind(claim, data)));
    body.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  const turn = () => {
    set(body.hidden);
    if (!body.hidden) change({ claim: local(first.claim) });
    else if (parameters().get("claim") === local(first.claim)) change({ claim: null });
  };
  const row = el(
    "div",
    { class: "row", onclick: (event) => event.target.closest("a") || turn() },
    button,
    el("span", { class: "value" }, shown, claims.some((claim) => claim.conflicts.length) ? el("span", { class: "badge conflict" }, t("clash")) : null),
    el("span", { class: "time" }, first.time || ""),
    el("span", { class: "modality" }, t(first.modality)),
    el("span", { class: `rank ${first.rank}` }, MARKS[first.rank] ?? "", t(first.rank)),
    el("span", { class: "source" }, support(claims, data)),
    el("span", { class: "confidence", title: sure.words }, el("span", { class: "hidden" }, `${t("confidence")} `), sure.figure),
  );
  if (claims.some((claim) => claim.claim === opened)) set(true);
  return { node: el("div", { role: "listitem", class: `claim ${first.modality} ${first.rank}` }, row, body), set };
}

export const local = (iri) => iri.split("/claim/").pop();

// Who says it: the author and year of one text, or how many texts, and how many of them are independent of each other.
function support(claims, data) {
  const texts = [...new Set(claims.map((claim) => claim.evidence[0]?.source))].filter(Boolean);
  if (texts.length === 1) return author(data.documents[texts[0]]);
  const independent = groups(texts, data.documents);
  const written = texts.filter((iri) => data.documents[iri]?.demonstration).length;
  return `${texts.length} ${t("sources")}${independent < texts.length ? ` · ${independent} ${t("independent")}` : ""}${written ? ` · ${written} ${t("demonstrations")}` : ""}`;
}

function author(document) {
  if (!document) return "";
  const [first, ...more] = document.authors;
  const year = document.year ? ` ${document.year}` : "";
  return first ? `${first}${more.length ? t("others") : ""}${year}${document.demonstration ? t("demonstration") : ""}` : document.citation;
}

// Of texts that are tied to each other (authors, data, citations in common) one is counted.
function groups(texts, documents) {
  const left = new Set(texts);
  let count = 0;
  while (left.size) {
    const todo = [left.values().next().value];
    count++;
    while (todo.length) {
      const one = todo.pop();
      if (left.delete(one)) todo.push(...(documents[one]?.dependent ?? []).filter((other) => left.has(other)));
    }
  }
  return count;
}

// What stands behind a claim: its passages, and how it was read and judged.
function behind(claim, data) {
  const context = claim.evidence.filter((evidence) => !evidence.primary);
  const rule = data.rules[claim.rule];
  const told = [
    [t("modality"), t(claim.modality)],
    [t("rank"), t(claim.rank)],
    pick(claim.rank_reason) ? [t("because"), pick(claim.rank_reason)] : null,
    claim.attribution ? [t("said"), claim.attribution] : null,
    [t("confidence"), confidence([rule]).counts],
    [t("rule"), decodeURIComponent(claim.rule.split("/rule/").pop())],
    data.software.length ? [t("version"), data.software.join(", ")] : null,
    [t("claimIri"), local(claim.claim)],
  ].filter(Boolean);
  return [
    ...(claim.modality === "inferred" ? [el("p", { class: "unsaid small" }, t("unsaid"))] : []),
    ...claim.evidence.filter((evidence) => evidence.primary).map((evidence) => passage(evidence, context)),
    el("p", { class: "told small quiet" }, told.map(([name, word]) => el("span", {}, `${name} `, el("b", {}, word)))),
    rule?.note ? el("p", { class: "note small quiet" }, named(rule.note)) : null,
  ].flat();
}
