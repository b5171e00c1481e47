// What stands behind claims: each as a sentence, with the passages that say so.
import { confidence } from "./confidence.js";
import { el, entityAddress, get, isEntity, named } from "./dom.js";
import { passage } from "./passage.js";
import { rows } from "./sparql.js";
import { pick, t, wording } from "./words.js";

const own = wording({ rule: ["读取规则", "read by rule"], loading: ["正在取原文…", "Fetching the passages…"] });

const MOST = 12; // entities that are asked for the claims about them

// The claims of these IRIs as statements with their passages, in that order.
export async function claimsOf(iris) {
  const wanted = [...new Set(iris)];
  if (!wanted.length) return [];
  const found = await rows(`SELECT DISTINCT ?subject WHERE { VALUES ?claim { ${wanted.map((iri) => `<${iri}>`).join(" ")} } GRAPH ?g { ?claim bkg:claimSubject ?subject } }`);
  const subjects = found.map((row) => row.subject).filter(isEntity).slice(0, MOST);
  const pages = await Promise.all(subjects.map((iri) => get(`/api/entity?iri=${encodeURIComponent(iri)}`)));
  const claims = new Map(
    pages.flatMap((page) => {
      const why = new Map(page.conflicts.map((conflict) => [conflict.iri, conflict]));
      const told = (claim) => ({ ...claim, name: page.predicateLabels[claim.predicate], sure: confidence([page.rules[claim.rule]]), clashes: claim.conflicts.map((iri) => why.get(iri)).filter(Boolean) });
      return page.claims.map((claim) => [claim.claim, told(claim)]);
    }),
  );
  return wanted.map((iri) => claims.get(iri)).filter(Boolean);
}

// The claims with their passages, filled in when they are there.
export function behind(iris) {
  const place = el("div", { class: "behind", "aria-live": "polite" }, el("p", { class: "quiet" }, own("loading")));
  claimsOf(iris).then(
    (claims) => place.replaceChildren(...claims.map(shown)),
    (error) => place.replaceChildren(el("p", { class: "error", role: "alert" }, error.message)),
  );
  return place;
}

function shown(claim) {
  const end = (iri, label) => (isEntity(iri) && !iri.includes("/observation/") ? el("a", { href: entityAddress(iri) }, named(label)) : named(label));
  const context = claim.evidence.filter((evidence) => !evidence.primary);
  return el(
    "section",
    { class: "claim-behind" },
    el("h3", {}, end(claim.subject, claim.subject_label), ` ${claim.detail || pick(claim.name)} `, end(claim.object, claim.object_label)),
    claim.modality === "asserted" ? null : el("span", { class: "badge" }, t(claim.modality)),
    claim.modality === "inferred" ? el("p", { class: "unsaid small" }, t("unsaid")) : null,
    claim.clashes.map((clash) => el("p", { class: "small clash-reason" }, el("span", { class: "badge conflict" }, pick([clash.kind_zh, clash.kind_en])), ` ${pick([clash.reason_zh, clash.reason])}`)),
    claim.evidence.filter((evidence) => evidence.primary).map((evidence) => passage(evidence, context)),
    el("p", { class: "quiet small" }, `${own("rule")} ${decodeURIComponent(claim.rule.split("/rule/").pop())} · ${claim.sure.words}`),
  );
}
