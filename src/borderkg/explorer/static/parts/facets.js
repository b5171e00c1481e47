// Filters as links: each value of a facet leads to the same list with that value, the chosen one to the list without it. The server
// counts, for each value, what fits the other filters.
import { el, named } from "./dom.js";
import { pick, wording } from "./words.js";

const t = wording({
  filters: ["筛选", "Filters"],
  more: ["更多", "more"],
  remove: ["去掉此项", "without this"],
});
const SHOWN = 6;

// The address of a list with other values of some parameters; what is empty goes, a list gives
// the parameter several times, and the list begins anew.
export function addressWith(path, parameters, changes) {
  const wanted = new URLSearchParams(parameters);
  wanted.delete("offset");
  for (const [name, value] of Object.entries(changes)) {
    wanted.delete(name);
    for (const one of [value].flat()) if (one !== "" && one !== null) wanted.append(name, one);
  }
  const query = wanted.toString();
  return query ? `${path}?${query}` : path;
}

// `counted` is what the server gives: by facet, a list of { value, labels, count }. `names` are the headings, in their order.
export function facets(path, parameters, counted, names) {
  const groups = Object.entries(names).map(([facet, name]) => group(path, parameters, facet, name, counted[facet] ?? []));
  const wide = matchMedia("(min-width: 52rem)").matches; // where it is narrow, the list comes first and the filters are asked for
  return el("details", { class: "filters", open: wide }, el("summary", {}, t("filters")), el("nav", { class: "facets", "aria-label": t("filters") }, groups));
}

function group(path, parameters, facet, name, values) {
  const chosen = parameters.getAll(facet);
  const sorted = [...values].sort((a, b) => chosen.includes(b.value) - chosen.includes(a.value));
  if (!sorted.length) return null;
  const links = sorted.map((value) => entry(path, parameters, facet, value, chosen));
  return el(
    "section",
    {},
    el("h2", { class: "small-caps" }, name),
    el("ul", {}, links.slice(0, SHOWN)),
    links.length > SHOWN ? el("details", {}, el("summary", {}, `${t("more")} (${links.length - SHOWN})`), el("ul", {}, links.slice(SHOWN))) : null,
  );
}

function entry(path, parameters, facet, { value, labels, count }, chosen) {
  const on = chosen.includes(value);
  const name = pick(labels) || value.split("/").pop();
  return el(
    "li",
    {},
    el(
      "a",
      { href: addressWith(path, parameters, { [facet]: on ? chosen.filter((one) => one !== value) : value }), "aria-current": on ? "true" : null, title: on ? t("remove") : null },
      el("span", { class: "name" }, on ? el("span", { "aria-hidden": "true" }, "× ") : null, named(name)),
      el("span", { class: "count" }, count.toLocaleString()),
    ),
  );
}

// The way to the next and the last page of a list, where there are more than one.
export function pager(path, parameters, { total, offset, limit }, words) {
  if (total <= limit) return null;
  const link = (to, word, rel) => el("a", { href: withOffset(path, parameters, to), rel }, word);
  return el(
    "p",
    { class: "pager" },
    offset > 0 ? link(Math.max(0, offset - limit), words.before, "prev") : null,
    el("span", { class: "quiet" }, `${offset + 1}–${Math.min(total, offset + limit)} / ${total.toLocaleString()}`),
    offset + limit < total ? link(offset + limit, words.after, "next") : null,
  );
}

function withOffset(path, parameters, offset) {
  const wanted = new URLSearchParams(parameters);
  if (offset) wanted.set("offset", offset);
  else wanted.delete("offset");
  return `${path}?${wanted}`;
}
