// The first page: what the graph holds and the ways into it; with ?q=… or a facet, the things that bear the name, with filters.
import { el, entityAddress, get, named } from "../parts/dom.js";
import { addressWith, facets, pager } from "../parts/facets.js";
import { language, pick, wording } from "../parts/words.js";

const t = wording({
  all: ["全部", "All"],
  found: ["项", "things"],
  type: ["类别", "Class"],
  period: ["时期", "Period"],
  province: ["省区", "Province"],
  country: ["国家", "Country"],
  source: ["文献", "Text"],
  meant: ["是否指以下名称", "Names like it"],
  before: ["上一页", "Previous"],
  after: ["下一页", "Next"],
  browse: ["按类浏览", "Browse by class"],
  ways: ["从何处入手", "Ways in"],
  read: ["阅读", "read"],
  conflicts: ["分歧", "disagreements"],
  inferred: ["推得", "inferred"],
  lineageWay: ["政策、会议与平台在真实时间轴上的沿革", "Policies, meetings and platforms on a true axis of time"],
  mapWay: ["口岸、平台、边境县与邻国", "Ports, platforms, border counties and neighbours"],
  figuresWay: ["各文献的数据成图，不一之值并列", "Figures of the texts as charts, with values that differ side by side"],
  checksWay: ["文献之间与表格之内的不一", "Where texts disagree and sums do not add up"],
  queryWay: ["用 SPARQL 提问，或选一个现成的问题", "Ask in SPARQL, or choose a question"],
  ontologyWay: ["类、属性与概念的定义", "Classes, properties and concepts defined"],
  query: ["查询", "Queries"],
});
const FACETS = ["type", "period", "province", "country", "source"];
const PAGE = 30;
const DISAGREEMENTS = "/checks?severity=contradiction&severity=doubt"; // what the summary counts: a note says why two values do not disagree
const WAYS = ["lineage", "map", "figures", "checks", "query", "ontology"];

export async function view(parameters) {
  const asked = ["q", ...FACETS].some((name) => parameters.get(name));
  return asked ? results(parameters) : welcome();
}

async function results(parameters) {
  const wanted = new URLSearchParams({ limit: PAGE });
  for (const name of ["q", "offset", ...FACETS]) if (parameters.get(name)) wanted.set(name, parameters.get(name));
  const found = await get(`/api/search?${wanted}`);
  const text = parameters.get("q") ?? "";
  const names = Object.fromEntries(FACETS.map((name) => [name, t(name)]));
  const state = { total: found.total, offset: Number(parameters.get("offset") ?? 0), limit: PAGE };
  return [
    el("h1", {}, text ? [`${t("results")} `, named(text)] : chosenOf(parameters, found.facets), el("span", { class: "count", role: "status" }, `${found.total.toLocaleString()} ${t("found")}`)),
    el(
      "div",
      { class: "with-facets" },
      facets("/", parameters, found.facets, names),
      el(
        "div",
        {},
        found.results.length ? el("ul", { class: "results" }, found.results.map(result)) : el("p", { class: "quiet" }, t("none")),
        found.nearest.length ? [el("h2", {}, t("meant")), el("ul", { class: "results nearest" }, found.nearest.map(result))] : null,
        pager("/", parameters, state, { before: t("before"), after: t("after") }),
      ),
    ),
  ];
}

// What a list without a text is a list of.
function chosenOf(parameters, counted) {
  const labels = FACETS.filter((name) => parameters.get(name)).map((name) => counted[name].find((value) => value.value === parameters.get(name))?.labels);
  return labels.some(Boolean) ? labels.filter(Boolean).flatMap((label, k) => [k ? " · " : "", named(pick(label))]) : t("all");
}

function result(one) {
  const other = one.labels[0] && one.labels[1] ? el("span", { class: "quiet" }, named(one.labels[1])) : null;
  const alias = one.labels.includes(one.matched) ? null : el("span", { class: "quiet" }, `${t("as")} `, named(one.matched));
  return el("li", {}, el("span", { class: "name" }, el("a", { href: entityAddress(one.iri) }, named(one.label)), other, alias), el("span", { class: "type" }, pick(one.typeLabels)));
}

async function welcome() {
  const [summary, catalogue, everything] = await Promise.all([get("/api/summary"), get("/api/questions"), get("/api/search?limit=1")]);
  const total = Object.values(summary.claims).reduce((sum, count) => sum + count, 0);
  const figure = (number, name, address) =>
    el("div", { class: "figure" }, el("b", {}, address ? el("a", { href: address }, number.toLocaleString()) : number.toLocaleString()), el("span", {}, t(name)));
  return [
    el("h1", {}, t("title")),
    el("p", { class: "lead" }, t("lead")),
    el("div", { class: "figures" }, figure(summary.documents, "documents"), figure(total, "claims"), figure(summary.conflicts ?? 0, "conflicts", DISAGREEMENTS), figure(summary.triples, "triples")),
    el("h2", {}, t("ways")),
    el("ul", { class: "ways" }, WAYS.map((name) => el("li", {}, el("a", { href: `/${name}` }, el("b", {}, t(name)), el("span", {}, t(`${name}Way`)))))),
    el("h2", {}, t("browse")),
    el("div", { class: "browse" }, ["type", "province", "country", "period"].map((facet) => values(facet, everything.facets[facet]))),
    catalogue.topics.length ? el("h2", {}, t("questions")) : null,
    el("div", { class: "topics" }, catalogue.topics.map((topic) => questions(topic, catalogue.questions))),
    el("h2", {}, t("texts")),
    el("ul", { class: "results texts" }, summary.texts.map((text) =>
      el("li", {}, el("a", { href: entityAddress(text.source) }, named(text.citation)), el("a", { class: "small", href: `/source?iri=${encodeURIComponent(text.source)}`, "aria-label": `${t("read")}: ${text.citation}` }, t("read"))))),
  ].filter(Boolean);
}

const MOST = 12; // values of a facet that the first page names

function values(facet, counted) {
  const links = counted.slice(0, MOST).map(({ value, labels, count }) =>
    el("li", {}, el("a", { href: addressWith("/", new URLSearchParams(), { [facet]: value }) }, named(pick(labels) || value.split("/").pop())), el("span", { class: "count" }, count.toLocaleString())));
  return links.length ? el("section", {}, el("h3", {}, t(facet)), el("ul", { class: "chips" }, links)) : null;
}

function questions(topic, known) {
  const asked = topic.questions.map((name) => known.find((question) => question.name === name)).filter(Boolean);
  return el(
    "section",
    {},
    el("h3", {}, pick([topic.zh, topic.en])),
    el("ul", { class: "questions" }, asked.map((question) =>
      el("li", {}, el("a", { href: `/query?question=${encodeURIComponent(question.name)}` }, language() === "zh" ? question.summary_zh : question.summary)))),
  );
}
