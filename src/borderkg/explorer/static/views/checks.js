// Conflicts and audit: what texts disagree on and which figures do not add up, with filters, each finding with its passages side by side.
import { get, el } from "../parts/dom.js";
import { conflict } from "../parts/conflict.js";
import { facets, pager } from "../parts/facets.js";
import { wording } from "../parts/words.js";

const t = wording({
  title: ["分歧与核算", "Conflicts and audit"],
  lead: [
    "构建时，全部论断两两相照：哪些不能同时成立，哪些数字加不起来。各值皆存，原文并列；有明定规则可分高下者，注明以何为先。",
    "When the graph is built, all claims are held against each other: what cannot all be so, which figures do not add up. Every value stays, with its passage; where a declared rule tells them apart, it says which to prefer.",
  ],
  findings: ["项", "findings"],
  kind: ["类型", "Kind"],
  severity: ["程度", "Severity"],
  source: ["文献", "Text"],
  indicator: ["指标", "Indicator"],
  none: ["没有符合这些条件的发现。", "Nothing was found that fits these filters."],
  files: ["导出所列", "Take away what is listed"],
  before: ["上一页", "Previous"],
  after: ["下一页", "Next"],
});
const FACETS = ["severity", "kind", "source", "indicator"];
const PAGE = 20;

export async function view(parameters) {
  const wanted = new URLSearchParams();
  for (const name of FACETS) for (const value of parameters.getAll(name)) wanted.append(name, value);
  const offset = Number(parameters.get("offset") ?? 0);
  const found = await get(`/api/findings?${new URLSearchParams([...wanted, ["limit", PAGE], ["offset", offset]])}`);
  const file = (format) => el("a", { href: `/api/findings?${new URLSearchParams([...wanted, ["format", format]])}`, download: `findings.${format}` }, format.toUpperCase());
  const excel = el("a", { href: `/api/findings?${new URLSearchParams([...wanted, ["format", "csv"], ["bom", "true"]])}`, download: "findings.csv", title: t("excelTold") }, t("excel"));
  return [
    el("h1", {}, t("title"), el("span", { class: "count", role: "status" }, `${found.total.toLocaleString()} ${t("findings")}`)),
    el("p", { class: "lead" }, t("lead")),
    el(
      "div",
      { class: "with-facets" },
      facets("/checks", parameters, found.facets, Object.fromEntries(FACETS.map((name) => [name, t(name)]))),
      el(
        "div",
        {},
        el("p", { class: "exports" }, el("span", { class: "quiet" }, t("files")), ["csv", "json", "html"].map(file), excel),
        found.findings.length ? found.findings.map((finding) => conflict(finding, { level: "h2" })) : el("p", { class: "quiet" }, t("none")),
        pager("/checks", parameters, { total: found.total, offset, limit: PAGE }, { before: t("before"), after: t("after") }),
      ),
    ),
  ];
}
