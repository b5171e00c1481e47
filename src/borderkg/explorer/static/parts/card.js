// The card of a thing, in the drawer: its name, what the texts say of it with their passages, and the way to its page.
import { open } from "./drawer.js";
import { el, entityAddress, get, named } from "./dom.js";
import { passage } from "./passage.js";
import { define } from "./terms.js";
import { pick, wording } from "./words.js";

const t = wording({
  page: ["打开其页面", "Open its page"],
  says: ["文献所言", "What the texts say"],
  more: ["另有 {} 条，见其页面。", "{} more on its page."],
  nothing: ["本图谱的文献未言及此事物。", "The texts of this graph say nothing of it."],
});

const MOST = 12;
const ID = "https://w3id.org/borderkg/id/";
const PAGELESS = /\/id\/(claim|observation|argument|estimate|conflict|evidence)\//;

export async function card(iri) {
  if (!iri.startsWith(ID)) return term(iri);
  const { label, claims, predicateLabels } = await get(`/api/claims?iri=${encodeURIComponent(iri)}`);
  const rest = claims.length - MOST;
  open(named(label), [
    el("p", { class: "iri" }, iri),
    PAGELESS.test(iri) ? null : el("p", {}, el("a", { href: entityAddress(iri) }, t("page")), " · ", el("a", { href: `/lineage?name=${encodeURIComponent(iri)}` }, t("lineage"))),
    claims.length ? el("h3", {}, t("says"), el("span", { class: "count" }, claims.length)) : el("p", { class: "quiet" }, t("nothing")),
    claims.slice(0, MOST).map((claim) => said(claim, pick(predicateLabels[claim.predicate]))),
    rest > 0 ? el("p", { class: "quiet" }, t("more").replace("{}", rest)) : null,
  ].flat().filter(Boolean));
}

function said(claim, predicate) {
  const context = claim.evidence.filter((evidence) => !evidence.primary);
  return el(
    "details",
    { class: "claim" },
    el("summary", {}, el("span", {}, named(claim.subject_label), " ", el("i", {}, predicate), " ", claim.detail ? `${claim.detail} ` : "", named(claim.object_label))),
    claim.evidence.filter((evidence) => evidence.primary).map((evidence) => passage(evidence, context)),
  );
}

async function term(iri) {
  const meaning = await define(`<${iri}>`);
  open(iri.split(/[/#]/).pop(), [el("p", { class: "iri" }, iri), meaning ?? el("p", { class: "quiet" }, t("nothing"))]);
}

// A link to a thing that opens its card; with a modifier key, or for who has no script, its page.
export function cardLink(iri, text) {
  return el("a", {
    href: entityAddress(iri),
    title: iri,
    onclick: (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      card(iri);
    },
  }, named(text));
}
