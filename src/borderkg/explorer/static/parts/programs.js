// A query as a program: for Python, R and curl; and how to cite its answer. The text of the query is written as each language quotes it.
import { answered, texts } from "./citing.js";
import { el, get } from "./dom.js";
import { wording } from "./words.js";

const t = wording({ copy: ["复制为", "Copy as"], copied: ["已复制", "Copied"], cite: ["引用", "Citation"], texts: ["所据文献 BibTeX", "Its texts in BibTeX"], noTexts: ["结果未列文献。", "The answer names no text."] });

const endpoint = () => `${location.origin}/sparql`;
const shell = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

const FORMS = {
  Python: (query) => `import borderkg\n\nrows = borderkg.connect(${JSON.stringify(endpoint())}).query(${JSON.stringify(query)})\nprint(rows.to_pandas())\n`,
  R: (query) => `query <- ${JSON.stringify(query)}\nrows <- read.csv(paste0(${JSON.stringify(`${endpoint()}?format=csv&query=`)}, URLencode(query, reserved = TRUE)), encoding = "UTF-8")\nprint(rows)\n`,
  curl: (query) => `curl -G ${endpoint()} -H 'Accept: text/csv' --data-urlencode ${shell(`query=${query}`)}\n`,
};

// `bindings` are the rows of the answer; `question` is the one of the catalogue that it answers, if it is one.
export function programs(query, bindings, question) {
  const told = el("span", { class: "quiet small", role: "status" });
  const shownText = el("textarea", { class: "copied", readonly: true, hidden: true, rows: 7, "aria-label": t("copy") });
  const button = (name, make) =>
    el("button", { type: "button", class: "quiet-button", onclick: async () => {
      shownText.value = await make(query);
      shownText.hidden = false;
      shownText.select();
      await navigator.clipboard?.writeText(shownText.value).then(() => { told.textContent = t("copied"); }, () => {});
    } }, name);
  return el("div", { class: "copying" }, el("p", { class: "exports" }, el("span", { class: "quiet" }, t("copy")), Object.entries(FORMS).map(([name, make]) => button(name, make)), button(t("cite"), async () => answered((await get("/api/summary")).citation, question)), bindings.length ? button(t("texts"), async () => (await texts(bindings)) || `% ${t("noTexts")}\n`) : null, told), shownText);
}
