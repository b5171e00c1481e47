// The SPARQL form against /sparql: SELECT as a table, ASK as a word, CONSTRUCT as Turtle; downloads in the usual formats.
import { el, entityAddress, get, isEntity, show } from "../parts/dom.js";
import { language, t } from "../parts/words.js";

const START = "SELECT ?policy ?title ?date WHERE {\n  ?policy a bkg:Policy ; skos:prefLabel ?title ; bkg:dateIssued ?date .\n} ORDER BY ?date LIMIT 50";

export async function view(parameters) {
  const { questions } = await get("/api/questions");
  const chosen = questions.find((question) => question.name === parameters.get("question"));
  const text = parameters.get("query") ?? (chosen ? withDefaults(chosen) : START);
  const area = el("textarea", { id: "sparql", name: "query", rows: Math.min(20, Math.max(6, text.split("\n").length + 1)), spellcheck: "false", "aria-label": "SPARQL" });
  area.value = text;
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  const answer = el("div", { id: "answer", "aria-live": "polite" });
  const choice = el(
    "select",
    {
      "aria-label": t("example"),
      onchange: (event) => {
        const picked = questions.find((question) => question.name === event.target.value);
        if (picked) area.value = withDefaults(picked);
      },
    },
    el("option", { value: "" }, t("example")),
    questions.map((q) => el("option", { value: q.name, selected: q === chosen }, language() === "zh" ? q.summary_zh : q.summary)),
  );
  const form = el(
    "form",
    {
      class: "sparql",
      onsubmit: (event) => {
        event.preventDefault();
        history.replaceState(null, "", `/query?query=${encodeURIComponent(area.value)}`);
        run(area.value, answer);
      },
    },
    choice,
    area,
    el("p", {}, el("button", { type: "submit" }, t("run")), el("span", { class: "quiet small" }, ` ${t("keys")}`)),
  );
  if (chosen || parameters.get("query")) run(text, answer);
  return [el("h1", {}, "SPARQL"), form, answer];
}

// A question's parameters stand as variables; here they are bound to their defaults, for the reader to change.
function withDefaults(question) {
  let text = question.query;
  for (const parameter of question.parameters) {
    const literal = JSON.stringify(parameter.default);
    const value = { label: `${literal}@zh`, iri: `<${parameter.default}>`, integer: parameter.default, year: `${literal}^^xsd:gYear` }[parameter.type] ?? literal;
    text = text.replaceAll(new RegExp(`\\?_${parameter.name}\\b`, "g"), value);
  }
  return text.replace(/^#\+.*\n/gm, "");
}

async function run(text, answer) {
  show(answer, el("p", { class: "quiet" }, t("running")));
  const started = performance.now();
  const response = await fetch("/sparql", {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.9" },
    body: text,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  const body = await response.text().catch(() => null);
  if (body === null) {
    show(answer, el("p", { class: "error", role: "alert" }, t("broken")));
    return;
  }
  if (!response.ok) {
    let detail = body;
    try { detail = JSON.parse(body)[language() === "zh" ? "detail_zh" : "detail"]; } catch { /* not ours: shown as it is */ }
    show(answer, el("p", { class: "error", role: "alert" }, detail));
    return;
  }
  const kind = response.headers.get("Content-Type");
  if (kind.startsWith("text/turtle")) {
    show(answer, downloads(text, ["turtle", "nt", "jsonld"]), el("pre", {}, body));
    return;
  }
  const result = JSON.parse(body);
  if ("boolean" in result) {
    show(answer, el("p", { class: "boolean" }, result.boolean ? t("yes") : t("no")));
    return;
  }
  const rows = result.results.bindings;
  const whole = (result.head.link ?? []).some((link) => link.endsWith("#complete"));
  if (!rows.length) {
    show(answer, el("p", { class: "quiet", id: "status" }, t("noRows")));
    return;
  }
  show(
    answer,
    el("p", { class: "quiet", id: "status" }, `${rows.length} ${t("rows")} · ${seconds} s`, rows.length > 500 ? ` · ${t("shown")}` : "", whole ? "" : ` · ${t("cut")}`),
    downloads(text, ["csv", "json", "tsv"]),
    el(
      "div",
      { class: "scroll" },
      el(
        "table",
        {},
        el("thead", {}, el("tr", {}, result.head.vars.map((name) => el("th", { scope: "col" }, name)))),
        el("tbody", {}, rows.slice(0, 500).map((row) => el("tr", {}, result.head.vars.map((name) => el("td", {}, cell(row[name])))))),
      ),
    ),
  );
}

const NUMBERS = /#(integer|decimal|double)$/;

function cell(term) {
  if (!term) return "";
  if (term.type === "uri" && isEntity(term.value)) return el("a", { href: entityAddress(term.value) }, term.value.split("/borderkg/id/").pop());
  if (term.type === "uri") return term.value.split("/borderkg/").pop();
  return el("span", { lang: term["xml:lang"] ?? null, class: NUMBERS.test(term.datatype ?? "") ? "number" : null }, term.value.replace(/\.0$/, ""));
}

function downloads(text, formats) {
  const address = (form) => `/sparql?format=${form}&query=${encodeURIComponent(text)}`;
  return el("p", { class: "quiet small" }, `${t("download")} `, formats.flatMap((form) => [el("a", { href: address(form), download: `answer.${form}` }, form.toUpperCase()), " "]));
}
