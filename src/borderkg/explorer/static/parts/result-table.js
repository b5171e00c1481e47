// The rows of an answer as a table: sorted by a click on a column's head, a page at a time, each thing leading to its card.
import { card, cardLink } from "./card.js";
import { el, isEntity, show } from "./dom.js";
import { days, isNumber, short, shown } from "./values.js";
import { wording } from "./words.js";

const t = wording({
  more: ["再显示 {} 行", "Show {} more"],
  sort: ["按此列排序", "sort by this column"],
});

const PAGE = 200;

export function table({ names, bindings, called }) {
  let order = { name: "", down: false };
  let sorted = bindings;
  let shownRows = PAGE;
  const body = el("tbody");
  const more = el("p");
  const heads = names.map((name) => el("th", { scope: "col" }, el("button", { type: "button", class: "sort", title: t("sort"), onclick: () => sort(name) }, name)));

  function sort(name) {
    order = { name, down: order.name === name ? !order.down : false };
    const sign = order.down ? -1 : 1;
    sorted = [...bindings].sort((a, b) => sign * compare(a[name], b[name], called));
    heads.forEach((head, k) => {
      if (names[k] === name) head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    fill();
  }

  function fill() {
    show(body, sorted.slice(0, shownRows).map((row) => el("tr", {}, names.map((name) => el("td", {}, cell(row[name], called))))));
    const left = sorted.length - shownRows;
    const button = () => el("button", { type: "button", onclick: () => { shownRows += PAGE; fill(); } }, t("more").replace("{}", Math.min(PAGE, left)));
    show(more, left > 0 ? [button()] : []);
  }

  fill();
  return el("div", {}, el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": names.join(", ") }, el("table", { class: "answer" }, el("thead", {}, el("tr", {}, heads)), body)), more);
}

function compare(a, b, called) {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  if (isNumber(a) && isNumber(b)) return Number(a.value) - Number(b.value);
  const [one, other] = [days(a), days(b)];
  if (one && other) return one.first - other.first;
  return shown(a, called).localeCompare(shown(b, called), "zh");
}

function cell(term, called) {
  if (!term) return "";
  const text = shown(term, called);
  if (term.type === "uri" && (isEntity(term.value) || term.value.startsWith("https://w3id.org/borderkg/"))) return isEntity(term.value) ? cardLink(term.value, text) : meaning(term.value, text);
  if (term.type === "uri" && /^https?:\/\//.test(term.value)) return el("a", { href: term.value, rel: "noreferrer external" }, short(term));
  return el("span", { lang: term["xml:lang"] ?? null, class: isNumber(term) ? "number" : null }, text);
}

// A class, property or concept has no page of its own here: its card tells what it means.
const meaning = (iri, text) => el("button", { type: "button", class: "quiet-button", title: iri, onclick: () => card(iri) }, text);
