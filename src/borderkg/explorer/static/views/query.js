// Asking in SPARQL: the catalogue of questions with their parameters, the editor, the run with its clock, and the answer in its views.
import { change } from "../parts/address.js";
import { el, get, named, show } from "../parts/dom.js";
import { editor } from "../parts/editor.js";
import { programs } from "../parts/programs.js";
import { bind, catalogue, fields, title } from "../parts/questions.js";
import { results } from "../parts/results.js";
import { ask, cancel } from "../parts/sparql.js";
import { language, wording } from "../parts/words.js";

const t = wording({
  run: ["查询", "Run"],
  cancel: ["取消", "Cancel"],
  running: ["正在查询…", "Running…"],
  keys: ["Ctrl+Enter 运行 · Ctrl+空格 补全（名称、别名、拼音）", "Ctrl+Enter runs · Ctrl+Space completes (names, aliases, pinyin)"],
  row: ["{} 行", "{} row"],
  rows: ["{} 行", "{} rows"],
  complete: ["完整", "complete"],
  cut: ["结果已截断，不完整：", "cut, this is not all: "],
  "timed-out": ["超时，不完整：", "timed out, this is not all: "],
  capped: ["本页只取前 {} 行，不完整；下载可得全部。", "This page takes the first {} rows: this is not all. A download has the rest."],
  broken: ["结果在传输中被截断，不完整。请缩小范围或加 LIMIT。", "The answer was cut on its way. Ask for less, or with LIMIT."],
  unknown: ["问题目录中没有 {}。", "The catalogue has no question {}."],
  noRows: ["没有符合的结果。", "Nothing answers this query."],
  cancelled: ["查询已取消。", "The query was called off."],
  yes: ["是", "Yes"],
  no: ["否", "No"],
  download: ["下载", "Download"],
});

const START = "SELECT ?policy ?title ?date WHERE {\n  ?policy a bkg:Policy ; skos:prefLabel ?title ; bkg:dateIssued ?date .\n  FILTER(LANG(?title) = \"zh\")\n} ORDER BY ?date LIMIT 50\n";
const MOST = 5000; // rows that the page takes; a download takes all

export async function view(parameters) {
  const { questions } = await get("/api/questions");
  const asked = parameters.get("question"); // by its name, or its number as the command line takes it (cq10)
  let chosen = questions.find(({ name }) => name === asked || name.split("-")[0] === asked) ?? null;
  let running = null;
  let sent = false; // before, there is nothing to call off but the wish

  function callOff() {
    if (sent) cancel(running);
    else running = null;
  }

  const area = editor({ text: "", run: () => run(), name: "SPARQL" });
  const about = el("div", { class: "about" });
  const answer = el("div", { id: "answer", "aria-live": "polite" });
  const status = el("span", { id: "status", role: "status", class: "quiet" });
  const stop = el("button", { type: "button", hidden: true, onclick: () => running && callOff() }, t("cancel"));
  const start = el("button", { type: "submit", class: "primary" }, t("run"));
  const form = el(
    "form",
    { class: "sparql", onsubmit: (event) => (event.preventDefault(), run()) },
    about,
    area.node,
    el("p", { class: "run-bar" }, start, stop, status, el("span", { class: "quiet small keys" }, t("keys"))),
  );
  const aside = el("div");

  const values = (address) => Object.fromEntries((chosen?.parameters ?? []).map(({ name, default: usual }) => [name, address.get(name) ?? usual]));

  // What the form shows for the chosen question, or for none.
  function describe(given) {
    show(aside, catalogue(questions, chosen, choose));
    show(about, chosen
      ? [el("h2", {}, title(chosen)), language() === "en" || !/[a-z]{4}/i.test(chosen.description) ? el("p", { class: "quiet" }, chosen.description) : null, chosen.parameters.length ? fields(chosen, given, refill) : null].filter(Boolean)
      : []);
  }

  function refill(given) {
    area.text = bind(chosen, given);
  }

  function choose(question) {
    chosen = question;
    change({ query: "", view: "", x: "", y: "", series: "", kind: "", question: question.name }, { keep: true });
    describe({});
    area.text = bind(question, {});
    run();
    if (!matchMedia("(min-width: 64rem)").matches) form.scrollIntoView();
  }

  // The values of the fields, for a question that is asked as it stands in the catalogue; null where its text was changed.
  function filled() {
    const fieldset = about.querySelector("fieldset");
    const given = Object.fromEntries([...(fieldset?.elements ?? [])].filter((field) => field.name).map((field) => [field.name, field.value]));
    return chosen && area.text === bind(chosen, given) ? given : null;
  }

  // A question is asked with names as the graph writes them (黑龙江 is 黑龙江省): its fields and its text become those.
  async function name() {
    const given = filled();
    const strange = chosen?.parameters.filter(({ name, type, default: usual }) => type === "label" && given?.[name] && given[name] !== usual) ?? [];
    if (!strange.length) return;
    const asked = new URLSearchParams(strange.map(({ name }) => [name, given[name]]));
    const { values: meant } = await get(`/api/questions/${chosen.name}/values?${asked}`);
    if (strange.every(({ name }) => meant[name] === given[name])) return;
    for (const { name } of strange) about.querySelector(`fieldset [name="${name}"]`).value = meant[name];
    refill({ ...given, ...Object.fromEntries(strange.map(({ name }) => [name, meant[name]])) });
  }

  // The address of what is asked: the question with its parameters as long as the text is that of the question, else the text.
  function remember(text) {
    const given = filled();
    if (given) {
      change({ query: "", question: chosen.name, ...Object.fromEntries(chosen.parameters.map(({ name, default: usual }) => [name, given[name] === usual ? "" : given[name]])) });
    } else {
      const gone = Object.fromEntries((chosen?.parameters ?? []).map(({ name }) => [name, ""]));
      change({ ...gone, question: "", query: text });
    }
  }

  async function run() {
    remember(area.text);
    if (running) callOff();
    sent = false;
    const id = (running = `page-${crypto.randomUUID?.() ?? Date.now()}`);
    const began = performance.now();
    const clock = setInterval(() => { status.textContent = `${t("running")} ${((performance.now() - began) / 1000).toFixed(1)} s`; }, 100);
    status.textContent = t("running");
    stop.hidden = false;
    try {
      await name();
      if (running !== id) return;
      const text = area.text;
      remember(text);
      sent = true;
      const found = await ask(text, { id, most: MOST });
      clearInterval(clock);
      if (running === id) await tell(found, text);
    } catch (error) {
      if (running === id) {
        status.textContent = "";
        show(answer, el("p", { class: "error", role: "alert" }, error instanceof SyntaxError || error instanceof TypeError ? t("broken") : error.message));
      }
    } finally {
      clearInterval(clock);
      if (running === id || !running) {
        running = null;
        stop.hidden = true;
        if (!sent) status.textContent = "";
      }
    }
  }

  async function tell(found, text) {
    const { state, detail, detail_zh: zh, rows, elapsed, kind } = found.answer;
    const seconds = `${elapsed.toFixed(2)} s`;
    if ("boolean" in found) {
      status.textContent = seconds;
      show(answer, el("p", { class: "boolean" }, found.boolean ? t("yes") : t("no")), programs(text, [], filled() && chosen));
      return;
    }
    const said = language() === "zh" ? zh : detail;
    const capped = state === "cut" && rows === MOST;
    const how = state === "complete" ? t("complete") : capped ? t("capped").replace("{}", MOST.toLocaleString()) : `${t(state)}${said}`;
    status.textContent = `${t(rows === 1 ? "row" : "rows").replace("{}", rows.toLocaleString())} · ${how} · ${seconds}`;
    status.classList.toggle("error", state !== "complete");
    if (!found.results.bindings.length) {
      show(answer, el("p", { class: "quiet" }, state === "complete" ? t("noRows") : (said || t("cancelled"))));
      return;
    }
    show(answer, el("div", { class: "run-bar" }, downloads(text, kind), programs(text, found.results.bindings, filled() && chosen)), await results(found, text, new URL(location.href).searchParams));
  }

  const written = parameters.get("query");
  describe(values(parameters));
  area.text = written ?? (chosen ? bind(chosen, values(parameters)) : START);
  if (written || chosen) run();
  else if (asked) show(answer, el("p", { class: "error", role: "alert" }, t("unknown").replace("{}", asked)));

  return {
    content: [el("h1", {}, "SPARQL"), el("div", { class: "ask" }, aside, el("div", {}, form, answer))],
    update: () => false, // Back and Forward ask again
    leave: () => {
      if (running) callOff();
      area.leave();
    },
  };
}

function downloads(text, kind) {
  const address = (form) => `/sparql?format=${form}&query=${encodeURIComponent(text)}`;
  const forms = kind === "graph" ? ["turtle", "nt", "jsonld"] : ["csv", "tsv", "json"];
  const excel = kind === "graph" ? null : el("a", { href: `${address("csv")}&bom=true`, download: "answer.csv", title: t("excelTold") }, t("excel"));
  return el("p", { class: "exports" }, el("span", { class: "quiet" }, t("download")), forms.map((form) => el("a", { href: address(form), download: `answer.${form}` }, named(form.toUpperCase()))), excel);
}
