// The passage behind a claim: its words marked, what stands around them, and the other words that the reading needed.
import { el, named } from "./dom.js";
import { pick, t } from "./words.js";

export function passage(evidence, context) {
  const page = evidence.passage?.page ? `, ${t("page")} ${evidence.passage.page}` : "";
  const place = `/source?iri=${encodeURIComponent(evidence.source)}&at=${evidence.start}-${evidence.end}`;
  const cite = el("cite", {}, named(evidence.citation), " ", el("a", { href: place, title: t("inText") }, pick([evidence.where.zh, evidence.where.en])), page);
  if (!evidence.passage) return el("blockquote", {}, el("p", { class: "quiet" }, t("noText")), cite);
  const { before, words, after } = evidence.passage;
  const needed = context.filter((other) => other.passage).map((other) => el("span", { class: "context" }, joined(other.passage.words)));
  return el(
    "blockquote",
    { lang: "zh-Hans" },
    el("p", {}, "…", joined(before), el("mark", {}, joined(words)), joined(after), "…"),
    needed.length ? el("p", { class: "small" }, el("span", { class: "quiet" }, `${t("context")} `), needed) : null,
    cite,
  );
}

// Lines and pages break Chinese words apart; between Latin words a space stays.
const joined = (text) =>
  text.replace(/\s+/g, (gap, at) => (/[!-~]/.test(text[at - 1] ?? "") && /[!-~]/.test(text[at + gap.length] ?? "") ? " " : ""));
