// A chart of one quantity: areas and years are chosen from what the graph holds; the table beside has the same rows.
import { get, el, entityAddress, isEntity, named } from "./dom.js";
import { chart, number } from "./chart.js";
import { behind } from "./claims.js";
import { close, open } from "./drawer.js";
import { figure } from "./figure.js";
import { bracketed, said, t } from "./figures-words.js";
import { opposing, quantities, values, valuesQuery } from "./observations.js";
import { year } from "./scale.js";
import { room } from "./svg.js";

const ID = "https://w3id.org/borderkg/id/";
const FEW = 6; // lines that one chart holds legibly
const MOST = 12; // areas that are chosen to begin with

export async function observed(set) {
  const [known, summary] = await Promise.all([quantities(), get("/api/summary")]);
  if (!known.length) return { node: el("p", { class: "quiet" }, t("noFigures")), update() {}, resize() {} };
  const form = el("form", { class: "figures-form", onsubmit: (event) => event.preventDefault() });
  const place = el("div", { class: "figures-both" });
  let data = { key: "", rows: [] };
  let state = null;
  let opened = "";

  async function update(given) {
    const quantity = known.find((one) => one.key === given.get("indicator")) ?? known[0];
    if (data.key !== quantity.key) data = { key: quantity.key, quantity, ...(await values(quantity)) };
    state = read(given, data);
    controls();
    paint();
    await drawer(given.get("point") ?? "");
  }

  function controls() {
    const focused = document.activeElement?.closest(".figures-form") === form ? document.activeElement.getAttribute("name") : null;
    const value = focused ? document.activeElement.value : null;
    const select = (name, choices, given) => el("select", { name, onchange: (event) => set(clean(name, event.target.value)) }, choices.map(([key, words]) => el("option", { value: key, selected: key === given }, words)));
    const labelled = (key, field) => el("label", {}, el("span", {}, t(key)), field);
    const years = [...new Set(data.rows.map((row) => row.time).filter((time) => year(time) !== null))].sort();
    const time = state.x === "time";
    const pick = (areas) => set({ area: areas.length === data.areas.length ? "" : areas.length ? areas.map(short).join(" ") : "-" });
    const boxes = data.areas.map(({ iri, label, n }) => {
      const box = el("input", { type: "checkbox", name: `area ${iri}`, checked: state.areas.has(iri), value: iri, onchange: () => pick(data.areas.map((one) => one.iri).filter((one) => (one === iri ? box.checked : state.areas.has(one)))) });
      return el("label", { class: "check" }, box, el("span", {}, named(label), el("span", { class: "count" }, n)));
    });
    form.replaceChildren(
      el("div", { class: "row" }, labelled("quantity", select("indicator", known.map((one) => [one.key, `${bracketed(one.label, [...one.units].join("、"))} · ${one.n}`]), data.key))),
      el(
        "div",
        { class: "row" },
        labelled("across", select("x", [["time", t("time")], ["area", t("area")]], state.x)),
        labelled("kind", select("kind", (time ? ["line", "bar", "dot"] : ["bar", "dot"]).map((one) => [one, t(one)]), state.kind)),
        time ? labelled("panels", select("panels", ["", "apart", "own", "together"].map((one) => [one, t(one || "auto")]), state.panels)) : null,
        time ? labelled("from", select("from", [["", t("any")], ...years.map((one) => [one, one])], state.from)) : null,
        time ? labelled("to", select("to", [["", t("any")], ...years.map((one) => [one, one])], state.to)) : labelled("year", select("year", [["", t("any")], ...years.map((one) => [one, one])], state.year)),
      ),
      el(
        "details",
        { open: form.querySelector("details")?.open ?? false },
        el("summary", {}, t("areas"), el("span", { class: "count" }, `${state.areas.size}/${data.areas.length}`)),
        el("p", {}, el("button", { type: "button", class: "quiet-button", onclick: () => pick(data.areas.map((one) => one.iri)) }, t("all")), el("button", { type: "button", class: "quiet-button", onclick: () => pick([]) }, t("none"))),
        el("div", { class: "boxes" }, boxes),
      ),
    );
    if (!focused) return;
    const again = [...form.elements].find((field) => field.name === focused);
    if (again && value !== null && again.type !== "checkbox") again.value = value;
    again?.focus();
  }

  function paint() {
    const { shown, drawn, left } = chosen(data, state);
    const title = bracketed(data.quantity.label, data.unit);
    const caption = captionOf(title, shown, drawn, left);
    if (!shown.length) {
      place.replaceChildren(el("p", { class: "quiet" }, t("nothing")));
      return;
    }
    const wide = matchMedia("(min-width: 75rem)").matches;
    const across = wide ? (room(320, 1700) - 24) * 0.6 : room(320, 1700); // beside the table, or above it
    const areas = new Set(drawn.map((row) => row.area)).size;
    const time = state.x === "time";
    const drawing = drawn.length
      ? chart({
          rows: drawn,
          x: time ? "time" : "area",
          y: "value",
          series: time ? "area" : null,
          kind: state.kind,
          unit: data.unit,
          title: caption,
          name: (row) => `${row.area}${row.time ? `, ${row.time}` : ""}: ${number(row.value)} ${data.unit}`.trimEnd(),
          conflict: (row) => row.conflict,
          each: time && (state.panels === "own" ? "own" : state.panels === "apart" || (state.panels === "" && areas > FEW)),
          onpick: (row) => set({ point: short(row.claims[0]) }),
          width: Math.floor(across),
        })
      : el("p", { class: "quiet" }, t("nothing"));
    const rows = [["where", "when", "value", "unit", "printed", "printedUnit", "source", "conflict", "claims"].map(t), ...shown.map((row) => [row.area, row.time, row.value, data.unit, row.printed, row.unit ?? "", [...row.citations].join("; "), row.conflict ? t("clash") : "", row.claims.join(" ")])];
    const made = drawn.length
      ? figure({ drawing, caption, name: "figure", rows, query: valuesQuery(data.quantity.indicators) })
      : drawing;
    place.replaceChildren(made, table(shown));
  }

  function captionOf(title, shown, drawn, left) {
    const sources = [...new Set(shown.flatMap((row) => [...row.citations]))].filter(Boolean).sort();
    const clashes = drawn.filter((row) => row.conflict).length;
    return [
      title + t("stop"),
      ...data.converted.map(([unit, factor]) => said("converted", { u: unit, f: String(Number(factor.toPrecision(6))), v: data.unit })),
      clashes ? said("conflicts", { n: clashes }) : "",
      state.x === "time" && state.panels === "own" ? t("scales") : "",
      left ? said("apartOf", { n: left }) : "",
      sources.length ? said("sources", { s: sources.join("；") }) : "",
      said("version", { v: summary.version }),
    ].filter(Boolean).join(document.documentElement.lang.startsWith("zh") ? "" : " ");
  }

  function table(rows) {
    const other = rows.some((row) => row.unit !== data.unit && row.unit);
    const heads = ["where", "when", "value", ...(other ? ["printed"] : []), "source"];
    const place = (row) => (isEntity(row.areaIri) ? el("a", { href: entityAddress(row.areaIri) }, named(row.area)) : named(row.area));
    return el(
      "div",
      { class: "scroll figures-table", tabindex: "0", role: "region", "aria-label": said("rows", { n: rows.length }) },
      el(
        "table",
        {},
        el("caption", {}, said("rows", { n: rows.length })),
        el("thead", {}, el("tr", {}, heads.map((key) => el("th", { scope: "col", class: key === "value" ? "number" : null }, key === "value" ? bracketed(t(key), data.unit) : t(key))))),
        el(
          "tbody",
          {},
          rows.map((row) =>
            el(
              "tr",
              { class: row.conflict ? "clashing" : null },
              el("th", { scope: "row" }, place(row)),
              el("td", {}, row.time || el("span", { class: "quiet" }, t("noTime"))),
              el("td", { class: "number" }, el("button", { type: "button", class: "link-button", onclick: () => set({ point: short(row.claims[0]) }) }, number(row.value)), row.conflict ? el("span", { class: "badge conflict" }, t("conflict")) : null),
              other ? el("td", { class: "number" }, `${number(row.printed)} ${row.unit ?? ""}`) : null,
              el("td", { class: "small quiet" }, [...row.citations].join("；")),
            ),
          ),
        ),
      ),
    );
  }

  // The passages of a point; of one in conflict also those that contradict it.
  async function drawer(point) {
    if (point === opened) return;
    opened = point;
    const row = point && data.rows.find((one) => one.claims.some((claim) => short(claim) === point));
    if (!row) return void close();
    const claims = row.conflict ? await opposing(row.claims) : row.claims;
    if (opened !== point) return;
    const title = `${row.area}${row.time ? ` · ${row.time}` : ""}: ${number(row.printed)} ${row.unit ?? ""}`;
    open(title, behind(claims), {
      onclose() {
        opened = "";
        if (location.pathname === "/figures") set({ point: "" });
      },
    });
  }

  return { node: el("div", {}, form, place), update, resize: () => state && paint() };
}

const short = (iri) => iri.replace(ID, "");

// What goes with a change: another quantity has other areas and years.
const clean = (name, value) => (name === "indicator" ? { indicator: value, area: "", from: "", to: "", year: "", x: "", kind: "", panels: "", point: "" } : name === "x" ? { x: value, kind: "" } : { [name]: value });

function read(given, data) {
  const counts = new Map();
  for (const row of data.rows) counts.set(row.areaIri, { iri: row.areaIri, label: row.area, n: (counts.get(row.areaIri)?.n ?? 0) + 1 });
  data.areas = [...counts.values()].sort((a, b) => b.n - a.n || a.label.localeCompare(b.label, "zh"));
  const asked = given.get("area");
  const named = asked === null ? usual(data.areas) : asked.split(" ").map((id) => (id.startsWith("http") ? id : ID + id));
  const times = new Set(data.rows.map((row) => row.time).filter((time) => year(time) !== null));
  const x = given.get("x") ?? (times.size > 1 ? "time" : "area");
  const kinds = x === "time" ? ["line", "bar", "dot"] : ["bar", "dot"];
  return {
    areas: new Set(data.areas.map((one) => one.iri).filter((iri) => named.includes(iri))),
    x,
    kind: kinds.includes(given.get("kind")) ? given.get("kind") : kinds[0],
    panels: given.get("panels") ?? "",
    from: given.get("from") ?? "",
    to: given.get("to") ?? "",
    year: given.get("year") ?? "",
  };
}

// Provinces and counties where there are several, else whatever there is: a whole country hides them all.
function usual(areas) {
  const regions = areas.filter((one) => one.iri.includes("/region/"));
  return (regions.length > 2 ? regions : areas).slice(0, MOST).map((one) => one.iri);
}

// The rows of the areas and years, the largest areas first; those that the chart can draw; and how many it cannot.
function chosen(data, state) {
  const when = (row) => year(row.time);
  const inside = (row) => (state.x === "area" ? !state.year || row.time === state.year : (!state.from || (when(row) ?? -1) >= year(state.from)) && (!state.to || (when(row) ?? 9999) <= (year(state.to) ?? 9999) + 0.999));
  const shown = data.rows.filter((row) => state.areas.has(row.areaIri) && inside(row));
  const most = new Map();
  for (const row of shown) most.set(row.area, Math.max(most.get(row.area) ?? -Infinity, row.value));
  shown.sort((a, b) => most.get(b.area) - most.get(a.area) || a.area.localeCompare(b.area, "zh") || a.time.localeCompare(b.time) || a.value - b.value);
  const drawn = state.x === "time" ? shown.filter((row) => when(row) !== null) : shown;
  return { shown, drawn, left: shown.length - drawn.length };
}
