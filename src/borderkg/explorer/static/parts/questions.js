// The catalogue of questions: a list to choose from, and for the chosen one its parameters as fields.
import { el } from "./dom.js";
import { language, pick, wording } from "./words.js";

const t = wording({
  catalogue: ["问题目录", "Questions"],
  filter: ["筛选问题", "Filter the questions"],
  parameters: ["参数", "Parameters"],
  bad: ["不是合法的 IRI", "is no IRI"],
});

export const title = (question) => (language() === "zh" ? question.summary_zh : question.summary);

// The list, with a field that filters it. `choose(question)` is called with the one that is picked.
export function catalogue(questions, chosen, choose) {
  const item = (question, k) =>
    el("li", {}, el("a", {
      href: `/query?question=${question.name}`,
      "aria-current": question === chosen ? "true" : null,
      onclick: (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        choose(question);
      },
    }, el("span", { class: "number quiet" }, k + 1), " ", title(question)));
  const list = el("ol", {}, questions.map(item));
  const field = el("input", {
    type: "search",
    "aria-label": t("filter"),
    placeholder: t("filter"),
    oninput: () => {
      const words = field.value.trim().toLowerCase().split(/\s+/);
      questions.forEach((question, k) => {
        const text = `${question.summary_zh} ${question.summary} ${question.name}`.toLowerCase();
        list.children[k].hidden = !words.every((word) => text.includes(word));
      });
    },
  });
  return el("details", { class: "catalogue", open: matchMedia("(min-width: 64rem)").matches }, el("summary", {}, t("catalogue"), el("span", { class: "count" }, questions.length)), field, list);
}

// The fields of a question's parameters. `changed(values)` is called with all of them.
export function fields(question, values, changed) {
  const inputs = question.parameters.map((parameter) => {
    const kind = { integer: "number", year: "number" }[parameter.type] ?? "text";
    const input = el("input", { name: parameter.name, type: kind, value: values[parameter.name] ?? parameter.default, oninput: () => changed(read()) });
    return el("label", {}, el("span", {}, pick([parameter.description_zh, parameter.description]) || parameter.name), input);
  });
  const read = () => Object.fromEntries(inputs.map((label) => [label.querySelector("input").name, label.querySelector("input").value]));
  return el("fieldset", { class: "parameters" }, el("legend", {}, t("parameters")), inputs);
}

// The query of a question with these values in the place of its parameters. A value is written as a term: it cannot end it.
export function bind(question, values) {
  let text = question.query.replace(/^#\+.*\n/gm, "");
  for (const parameter of question.parameters) {
    const value = String(values[parameter.name] ?? parameter.default);
    text = text.replaceAll(new RegExp(`\\?_${parameter.name}\\b`, "g"), () => term(parameter.type, value));
  }
  return text;
}

function term(type, value) {
  const text = JSON.stringify(value);
  if (type === "label") return `${text}@zh`;
  if (type === "integer") return /^-?\d+$/.test(value) ? value : text;
  if (type === "year") return `${text}^^xsd:gYear`;
  if (type === "iri") return /^[^<>"{}|^`\\\s]+$/.test(value) ? `<${value}>` : text;
  return text;
}
