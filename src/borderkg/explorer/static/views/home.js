// The first page: what the graph holds, the questions it can be asked; with ?q=… the entities whose names hold the words.
import { el, entityAddress, get, named } from "../parts/dom.js";
import { language, pick, t } from "../parts/words.js";

const MOST = 30; // results that the server gives

export async function view(parameters) {
  const wanted = parameters.get("q");
  return wanted ? results(wanted) : welcome();
}

async function results(wanted) {
  const found = await get(`/api/search?q=${encodeURIComponent(wanted)}`);
  const items = found.results.map((result) =>
    el(
      "li",
      {},
      el("a", { href: entityAddress(result.iri) }, named(result.label)),
      el("span", { class: "type" }, pick(result.typeLabels)),
      result.matched !== result.label ? el("span", { class: "quiet" }, ` ${t("as")} `, named(result.matched)) : null,
    ),
  );
  return [
    el("h1", {}, `${t("results")} `, named(wanted), el("span", { class: "count" }, items.length)),
    items.length ? el("ul", { class: "results" }, items) : el("p", { class: "quiet" }, t("none")),
    items.length === MOST ? el("p", { class: "quiet" }, t("most")) : null,
  ].filter(Boolean);
}

async function welcome() {
  const [summary, catalogue] = await Promise.all([get("/api/summary"), get("/api/questions")]);
  const total = Object.values(summary.claims).reduce((sum, count) => sum + count, 0);
  const figure = (number, name) => el("div", { class: "figure" }, el("b", {}, number.toLocaleString()), el("span", {}, t(name)));
  return [
    el("h1", {}, t("title")),
    el("p", { class: "lead" }, t("lead")),
    el("div", { class: "figures" }, figure(summary.documents, "documents"), figure(total, "claims"), figure(summary.triples, "triples")),
    catalogue.questions.length ? el("h2", {}, t("questions")) : null,
    el(
      "ol",
      { class: "questions" },
      catalogue.questions.map((question) =>
        el("li", {}, el("a", { href: `/query?question=${encodeURIComponent(question.name)}` }, language() === "zh" ? question.summary_zh : question.summary)),
      ),
    ),
    el("h2", {}, t("texts")),
    el("ul", { class: "results" }, summary.texts.map((text) => el("li", {}, el("a", { href: entityAddress(text.source) }, named(text.citation))))),
  ].filter(Boolean);
}
