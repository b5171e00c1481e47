// How sure a reading is: what was measured of the rule that read a claim. Of several rules the surest counts.
import { wording } from "./words.js";

const t = wording({
  confidence: ["置信度", "confidence"],
  measured: ["{c}（核查 {n} 条，正确 {r} 条）", "{c} ({r} of {n} right)"],
  unmeasured: ["未测（开发集中没有该规则读出的论断）", "not measured (the rule reads nothing in the development sets)"],
  meaning: [
    "置信度指读取是否准确：规则在开发集中所读的论断有多少正确，按（正确数+1）/（核查数+2）估计。规则对照这些文本写成，故偏高；它不说明原文所言是否属实。",
    "Confidence is that of the reading: how many of the claims that the rule reads in the development sets are right, as (right + 1) / (checked + 2). The rules were written with those texts in view, so it is rather too high; it does not say whether a text is right.",
  ],
});

export const meaning = () => t("meaning");

// `rules` as /api/entity gives them. `figure` is for a row, two places at most 0.99, a dash where nothing was measured; `counts` say
// what was measured, and `words` that it is the confidence.
export function confidence(rules) {
  const [best] = rules.filter((rule) => rule?.confidence).sort((a, b) => b.confidence - a.confidence);
  const counts = best ? t("measured").replace("{c}", best.confidence).replace("{n}", best.checked).replace("{r}", best.right) : t("unmeasured");
  return { figure: best ? Math.min(best.confidence, 0.99).toFixed(2) : "—", counts, words: `${t("confidence")} ${counts}` };
}
