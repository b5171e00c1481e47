// A query as a program: for Python, R and curl; and how to cite its answer. The text of the query is written as each language quotes it.
import { el } from "./dom.js";
import { wording } from "./words.js";

const t = wording({ copy: ["复制为", "Copy as"], copied: ["已复制", "Copied"], cite: ["引用", "Citation"] });

const endpoint = () => `${location.origin}/sparql`;
const shell = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

const FORMS = {
  Python: (query) => `import borderkg\n\nrows = borderkg.connect(${JSON.stringify(endpoint())}).query(${JSON.stringify(query)})\nprint(rows.to_pandas())\n`,
  R: (query) => `query <- ${JSON.stringify(query)}\nrows <- read.csv(paste0(${JSON.stringify(`${endpoint()}?format=csv&query=`)}, URLencode(query, reserved = TRUE)), encoding = "UTF-8")\nprint(rows)\n`,
  curl: (query) => `curl -G ${endpoint()} -H 'Accept: text/csv' --data-urlencode ${shell(`query=${query}`)}\n`,
};

// BibTeX for an answer: the graph by the hash of its version, the query by its address.
const bibtex = (version) => () =>
  `@misc{borderkg-${version},\n  title = {BorderKG: answer to a query over graph ${version}},\n  howpublished = {\\url{${location.href}}},\n  note = {version ${version}}\n}\n`;

export function programs(query, version) {
  const told = el("span", { class: "quiet small", role: "status" });
  const shownText = el("textarea", { class: "copied", readonly: true, hidden: true, rows: 7, "aria-label": t("copy") });
  const button = (name, make) =>
    el("button", { type: "button", class: "quiet-button", onclick: async () => {
      shownText.value = make(query);
      shownText.hidden = false;
      shownText.select();
      await navigator.clipboard?.writeText(shownText.value).then(() => { told.textContent = t("copied"); }, () => {});
    } }, name);
  return el("div", { class: "copying" }, el("p", { class: "exports" }, el("span", { class: "quiet" }, t("copy")), Object.entries(FORMS).map(([name, make]) => button(name, make)), button(t("cite"), bibtex(version)), told), shownText);
}
