// What a lineage is asked for: a name, relations, levels, periods, lanes; and what is done with the one that is there.
import { el } from "./dom.js";
import { t } from "./lineage-words.js";
import { suggest } from "./suggest.js";
import { pick } from "./words.js";

const DEPTHS = ["1", "2", "3", "4", "all"];

// `tell(changes)` is told of what was changed, as parameters of the address. `show(state, drawn)` writes a state into the fields.
export function controls(tell) {
  const input = el("input", { name: "name", type: "search", placeholder: t("nameHint"), "aria-label": t("name") });
  const select = (name, choices) => el("select", { name, onchange: (event) => tell({ [name]: event.target.value }) }, choices.map(([value, words]) => el("option", { value }, words)));
  const lanes = select("lanes", [["", t("level")], ["platform", t("platform")]]);
  const depth = select("depth", DEPTHS.map((one) => [one, one === "all" ? t("all") : one]));
  const periods = select("periods", []);
  const stated = el("input", { type: "checkbox", onchange: () => tell({ stated_only: stated.checked ? "true" : "" }) });
  const relations = el("fieldset", {}, el("legend", {}, t("relations")));
  const levels = el("fieldset", {}, el("legend", {}, t("levels")));
  const chosen = el("span", { class: "count" });
  const labelled = (key, field) => el("label", {}, el("span", {}, t(key)), field);
  const form = el(
    "form",
    {
      class: "lineage-form",
      role: "search",
      "aria-label": t("heading"),
      onsubmit: (event) => {
        event.preventDefault();
        tell({ name: input.value.trim(), pick: "", hop: "" });
      },
    },
    el("div", { class: "row" }, el("span", { class: "name-field" }, input), el("button", { type: "submit" }, t("go"))),
    el("div", { class: "row" }, labelled("lanes", lanes), labelled("periods", periods), labelled("depth", depth), el("label", { class: "check" }, stated, el("span", {}, t("stated")))),
    el("details", {}, el("summary", {}, t("more"), chosen), relations, levels),
  );

  suggest(input, ({ iri, label }) => {
    input.value = label;
    tell({ name: iri, pick: "", hop: "" });
  });

  function boxes(place, name, choices, given) {
    const current = [...place.querySelectorAll("label")];
    if (!current.length) {
      place.append(...choices.map(([value, zh, en, family]) => {
        const box = el("input", { type: "checkbox", value, onchange: () => tell({ [name]: [...place.querySelectorAll("input:checked")].map((one) => one.value).join(",") }) });
        return el("label", { class: "check" }, box, family ? el("span", { class: `family ${family}`, "aria-hidden": "true" }) : null, el("span", {}, pick([zh, en])));
      }));
    }
    for (const box of place.querySelectorAll("input")) box.checked = given.includes(box.value);
  }

  function show(state, drawn) {
    if (document.activeElement !== input) input.value = drawn.name || state.name;
    lanes.value = state.lanes;
    depth.value = state.depth;
    depth.closest("label").hidden = !state.name;
    stated.checked = state.stated;
    const known = drawn.divisions ?? [];
    periods.closest("label").hidden = !known.length;
    periods.replaceChildren(el("option", { value: "none" }, t("none")), ...known.map(([iri, citation]) => el("option", { value: iri }, citation)));
    periods.value = drawn.periods || "none";
    boxes(relations, "relation", drawn.relations, state.relation);
    boxes(levels, "level", drawn.levels, state.level);
    const count = state.relation.length + state.level.length;
    chosen.textContent = count ? String(count) : "";
  }
  return { node: form, show };
}

// The row above the drawing: the day, the period, the main path, the table.
export function bar(act) {
  const press = (key, onclick, more = {}) => el("button", { type: "button", onclick, ...more }, t(key));
  const day = el("input", { type: "text", inputmode: "numeric", size: 10, placeholder: "2012-07", onchange: () => act.day(day.value.trim()) });
  const year = (which) => el("input", { type: "text", inputmode: "numeric", size: 4, maxlength: 4, placeholder: which === "from" ? "1992" : "2006", onchange: () => act.period(from.value.trim(), to.value.trim()) });
  const [from, to] = [year("from"), year("to")];
  const any = press("anyDay", () => act.day(""), { class: "quiet-button" });
  const clear = press("clear", () => act.period("", ""), { class: "quiet-button" });
  const main = press("main", act.main, { "aria-pressed": "false" });
  const table = press("table", act.table, { "aria-pressed": "false", "aria-keyshortcuts": "t", title: t("tableKey") });
  const map = el("a", { href: "/map" }, t("toMap"));
  const node = el(
    "div",
    { class: "lineage-bar", role: "group" },
    el("span", { class: "set" }, el("button", { type: "button", title: t("previous"), "aria-label": t("previous"), onclick: () => act.step(-1) }, "←"), el("label", {}, el("span", {}, t("asOf")), day), el("button", { type: "button", title: t("next"), "aria-label": t("next"), onclick: () => act.step(1) }, "→"), any),
    el("span", { class: "set" }, el("label", {}, el("span", {}, t("from")), from), el("label", {}, el("span", {}, t("to")), to), clear, map),
    el("span", { class: "set" }, main, table),
  );
  function show(state) {
    day.value = state.asOf ?? "";
    from.value = state.from;
    to.value = state.to;
    any.hidden = !state.asOf;
    clear.hidden = map.hidden = !(state.from || state.to);
    map.href = `/map?${new URLSearchParams(Object.entries({ from: state.from, to: state.to }).filter(([, value]) => value))}`;
    main.setAttribute("aria-pressed", String(state.main));
    table.setAttribute("aria-pressed", String(state.table));
  }
  return { node, show };
}
