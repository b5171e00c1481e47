// Why an inferred value holds: the rule and the axiom at each step, down to what texts state, with their passages, or the reference
// data hold.
import { open } from "./drawer.js";
import { el, get, named } from "./dom.js";
import { passage } from "./passage.js";
import { pick, wording } from "./words.js";

const t = wording({
  why: ["为何", "why"],
  follows: ["由此得出", "follows by"],
  stated: ["文献所言", "stated by texts"],
  named: ["文献所言", "named so by texts"],
  reference: ["参考数据所载", "held by the reference data"],
  asserted: ["图谱所载", "held by the graph"],
});

// A button that opens the proof of a triple in the drawer; subject and predicate and object as /api/why takes them, `labels` the names
// of properties.
export function why([subject, predicate, object], label, labels) {
  return el("button", { type: "button", class: "quiet-button why", "aria-label": `${t("why")}: ${label}`, onclick: () => prove({ s: subject, p: predicate, o: object }, label, labels) }, `${t("why")}?`);
}

async function prove(triple, label, labels) {
  const place = el("div", { class: "proof", "aria-live": "polite" }, el("p", { class: "quiet" }, "…"));
  open(label, place);
  try {
    place.replaceChildren(step(await get(`/api/why?${new URLSearchParams(triple)}`), labels));
  } catch (error) {
    place.replaceChildren(el("p", { class: "error", role: "alert" }, error.message));
  }
}

function step(proof, labels) {
  const name = proof.predicate.split("/").pop();
  const leaf = !proof.premises.length;
  return el(
    "div",
    { class: leaf ? "step leaf" : "step" },
    el("p", {}, named(labels[name] ? proof.label.replace(` — ${name} — `, ` — ${pick(labels[name])} — `) : proof.label)),
    el("p", { class: "small quiet" }, leaf ? t(proof.rule) : `${t("follows")} ${proof.rule}: ${proof.axiom}`),
    proof.evidence.map((evidence) => passage(evidence, [])),
    proof.premises.map((premise) => step(premise, labels)),
  );
}
