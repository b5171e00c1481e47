// A finding: its claims side by side with their passages, which check found it, what was computed, and which claim is preferred and why.
import { el, entityAddress, isEntity, named } from "./dom.js";
import { passage } from "./passage.js";
import { pick, wording } from "./words.js";

const t = wording({
  contradiction: ["矛盾", "contradiction"],
  doubt: ["存疑", "doubt"],
  note: ["说明", "note"],
  foundBy: ["检查", "check"],
  computed: ["核算", "computed"],
  prefers: ["▲ 建议首选", "▲ preferred"],
  deprecates: ["▽ 建议弃用", "▽ deprecated"],
  by: ["依规则", "by the rule"],
  undecided: ["没有规则能分出高下：各值并存。", "No rule tells them apart: all values stand."],
});

export function conflict(finding, { level = "h3" } = {}) {
  return el(
    "article",
    { class: `clash ${finding.severity}`, id: finding.iri.split("/").pop() },
    el(level, {}, el("span", { class: "severity" }, t(finding.severity)), " ", pick([finding.kind_zh, finding.kind_en])),
    el("p", {}, pick([finding.reason_zh, finding.reason])),
    finding.computation ? el("p", { class: "small" }, el("span", { class: "quiet" }, `${t("computed")} `), el("code", {}, finding.computation)) : null,
    el("div", { class: "sides" }, finding.sides.map(side)),
    el(
      "p",
      { class: "small quiet" },
      finding.rule ? [`${t("by")} `, el("b", {}, finding.rule), ` — ${pick([finding.rule_reason_zh, finding.rule_reason])} · `] : finding.severity === "note" ? null : `${t("undecided")} · `,
      `${t("foundBy")} `,
      el("code", { lang: "en" }, finding.check),
    ),
  );
}

function side(claim) {
  const about = isEntity(claim.subject_iri) ? el("a", { href: entityAddress(claim.subject_iri) }, named(claim.subject)) : named(claim.subject);
  const rest = [claim.indicator, claim.time].filter(Boolean).join(" · ");
  return el(
    "div",
    { class: `side ${claim.proposed}` },
    el("p", { class: "small" }, about, rest ? el("span", { class: "quiet" }, ` · ${rest}`) : null),
    el("p", { class: "stated" }, el("b", {}, named(`${claim.value} ${claim.unit}`.trim())), claim.proposed ? el("span", { class: "badge" }, t(claim.proposed)) : null),
    passage({ ...claim, source: claim.document }, []),
  );
}
