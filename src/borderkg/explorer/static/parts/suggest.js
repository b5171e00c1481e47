// What a field offers while one types: names in Chinese, English or pinyin. The pattern is WAI-ARIA's "editable combobox with
// list autocomplete": the arrows choose, Enter takes what is chosen, Escape closes, and Enter without a choice
// sends the form.
import { el, get, named, show } from "./dom.js";
import { pick, wording } from "./words.js";

const t = wording({
  offered: ["名称建议", "Names offered"],
  as: ["又名", "also"],
});
const SHOWN = 8;
const PAUSE = 120; // milliseconds without a key, before the server is asked

let lists = 0;

// `take(result)` is told what was chosen, as /api/search gives it. The field stands in its form, within an element of its own.
export function suggest(field, take) {
  const list = el("ul", { id: `suggestions-${++lists}`, class: "suggestions", role: "listbox", "aria-label": t("offered"), hidden: true });
  field.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off" })) field.setAttribute(name, value);
  let asked = 0;
  let timer = null;
  let active = -1;
  let offered = [];

  function close() {
    asked++;
    clearTimeout(timer);
    list.hidden = true;
    choose(-1);
    field.setAttribute("aria-expanded", "false");
  }

  function choose(number) {
    active = number;
    [...list.children].forEach((option, k) => option.setAttribute("aria-selected", k === number));
    if (number < 0) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", list.children[number].id);
      list.children[number].scrollIntoView({ block: "nearest" });
    }
  }

  function taken(number) {
    const result = offered[number];
    close();
    take(result);
  }

  async function ask() {
    const mine = ++asked;
    const text = field.value.trim();
    if (!text) return close();
    const found = await get(`/api/search?limit=${SHOWN}&q=${encodeURIComponent(text.slice(0, 100))}`);
    if (mine !== asked) return; // more was typed meanwhile, or the list was closed
    offered = found.results;
    show(list, offered.map(option));
    list.hidden = !found.results.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  }

  function option(result, k) {
    const matched = result.labels.includes(result.matched) ? null : el("span", { class: "quiet" }, `${t("as")} `, named(result.matched));
    const other = result.labels[0] && result.labels[1] ? el("span", { class: "quiet" }, named(result.labels[1])) : null;
    const node = el("li", { id: `${list.id}-${k}`, role: "option", "aria-selected": "false" }, el("span", { class: "name" }, named(result.label), other, matched), el("span", { class: "quiet" }, pick(result.typeLabels)));
    node.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    node.addEventListener("click", () => taken(k));
    return node;
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask().catch(close), PAUSE);
  });
  field.addEventListener("blur", close);
  field.form.addEventListener("submit", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // the keys are those of an input method
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "ArrowDown" && !count) ask().catch(close);
    else if (event.key === "ArrowDown") choose((active + 1) % count);
    else if (event.key === "ArrowUp" && count) choose(active <= 0 ? count - 1 : active - 1);
    else if (event.key === "Enter" && active >= 0) taken(active);
    else if (event.key === "Escape" && count) close();
    else return;
    event.preventDefault();
  });
}
