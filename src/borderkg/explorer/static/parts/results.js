// An answer in the views that it allows: table, chart, map, timeline, graph. Which one stands in the address as `view`, with its choices.
import { change } from "./address.js";
import { chart } from "./chart.js";
import { el, get, show } from "./dom.js";
import { card } from "./card.js";
import { figure } from "./figure.js";
import { map } from "./map.js";
import { places } from "./places.js";
import { graph, network } from "./result-graph.js";
import { table } from "./result-table.js";
import { MOST as MOST_SPANS, spans, timeline } from "./result-timeline.js";
import { room } from "./svg.js";
import { columns, days, namesOf, number, short, shown } from "./values.js";
import { wording } from "./words.js";

const t = wording({
  table: ["表格", "Table"],
  chart: ["图表", "Chart"],
  timeline: ["时间线", "Timeline"],
  map: ["地图", "Map"],
  placeless: ["{} 处没有坐标，未绘出。", "{} have no coordinates and are not drawn."],
  network: ["关系图", "Graph"],
  views: ["结果的视图", "Views of the answer"],
  axis: ["横轴", "across"],
  value: ["数值", "value"],
  series: ["系列", "lines"],
  kind: ["图形", "form"],
  line: ["折线", "lines"],
  bar: ["柱", "bars"],
  dot: ["点", "dots"],
  left: ["另有 {} 个节点未绘出。", "{} more nodes are not drawn."],
  leftRows: ["另有 {} 行未绘出。", "{} more rows are not drawn."],
});

// The node for an answer of `/api/query`. `parameters` are those of the address; `query` is what was asked.
export async function results(answer, query, parameters) {
  const { bindings } = answer.results;
  const names = answer.head.vars;
  const iris = bindings.flatMap((row) => Object.values(row)).filter((term) => term.type === "uri").map((term) => term.value);
  const data = { names, bindings, kind: answer.answer.kind, called: await namesOf(iris.slice(0, 5000)), columns: columns(names, bindings) };
  const views = [["table", table], ...possible(data)];
  const place = el("div", { class: "result" });
  let current = "";
  const buttons = views.map(([name]) => el("button", { type: "button", role: "tab", onclick: () => choose(name, { keep: true }) }, t(name)));

  function choose(name, { keep = false } = {}) {
    const k = Math.max(0, views.findIndex(([one]) => one === name));
    buttons.forEach((button, n) => {
      button.setAttribute("aria-selected", n === k);
      button.tabIndex = n === k ? 0 : -1;
    });
    if (keep) change({ view: k ? name : "" }, { keep: false });
    const mine = (current = name);
    const made = views[k][1](data, query, parameters);
    if (!(made instanceof Promise)) show(place, made);
    else made.then((nodes) => mine === current && show(place, nodes), (error) => show(place, el("p", { class: "error", role: "alert" }, error.message)));
  }

  const tabs = el("div", { class: "tabs", role: "tablist", "aria-label": t("views"), onkeydown: (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const k = (buttons.indexOf(event.target) + step + buttons.length) % buttons.length;
    buttons[k].focus();
    buttons[k].click();
  } }, buttons);
  choose(parameters.get("view"));
  return [views.length > 1 ? tabs : null, place].filter(Boolean);
}

function possible(data) {
  const { numbers, dates, words, things, iris } = data.columns;
  const found = [];
  if (numbers.length && data.bindings.length > 1 && dates.length + words.length + things.length + numbers.length > 1) found.push(["chart", charted]);
  if (dates.length) found.push(["timeline", lined]);
  if (things.length) found.push(["map", mapped]);
  if (data.kind === "graph" || iris.length > 1) found.push(["network", drawn]);
  return found;
}

const plain = ({ names, bindings, called }) => [names, ...bindings.map((row) => names.map((name) => shown(row[name], called)))];
const taken = (drawing, caption, data, query) => figure({ drawing, caption, name: "answer", rows: () => plain(data), query });

// A chart, with what stands across, up and as lines to choose.
function charted(data, query, parameters) {
  const { numbers, dates, words, things } = data.columns;
  const integers = numbers.filter((name) => data.bindings.every((row) => !row[name] || /^(1[89]|20)\d\d$/.test(row[name].value)));
  const across = [...dates, ...integers, ...words, ...things, ...numbers.filter((name) => !integers.includes(name))];
  const up = [...numbers.filter((name) => !integers.includes(name)), ...integers];
  const chosen = (name, offered) => (offered.includes(parameters.get(name)) ? parameters.get(name) : null);
  const state = { x: chosen("x", across) ?? across[0], y: chosen("y", up) ?? up[0], kind: chosen("kind", ["line", "bar", "dot"]) ?? (dates.length || integers.length ? "line" : "bar") };
  const lines = ["", ...words, ...things, ...dates, ...integers].filter((name) => name !== state.x);
  state.series = chosen("series", lines) ?? lines.find((name) => name && distinct(data, name) > 1 && distinct(data, name) <= 12) ?? "";
  const place = el("div");
  const pick = (name, label, offered, say = (one) => one || "—") => el("label", {}, t(label), " ", el("select", { onchange: (event) => {
    state[name] = event.target.value;
    change({ [name]: state[name] });
    paint();
  } }, offered.map((one) => el("option", { value: one, selected: one === state[name] }, say(one)))));

  function paint() {
    const value = (row, name) => (number(row[name]) ?? (days(row[name]) ? row[name].value : shown(row[name], data.called)));
    const drawing = chart({
      rows: data.bindings,
      x: (row) => (row[state.x] ? String(value(row, state.x)) : ""),
      y: (row) => number(row[state.y]),
      series: state.series ? (row) => shown(row[state.series], data.called) : null,
      kind: state.kind,
      title: `${state.y} / ${state.x}`,
    });
    show(place, taken(drawing, `${state.y} / ${state.x}${state.series ? ` / ${state.series}` : ""}`, data, query));
  }

  paint();
  return [
    el("p", { class: "choices" }, pick("x", "axis", across), pick("y", "value", up), pick("series", "series", lines), pick("kind", "kind", ["line", "bar", "dot"], t)),
    place,
  ];
}

const distinct = (data, name) => new Set(data.bindings.map((row) => short(row[name]))).size;

// Where the things of the answer lie, as far as the graph knows.
async function mapped(data, query) {
  const wanted = new Set(data.columns.things.flatMap((name) => data.bindings.map((row) => row[name]?.value)).filter(Boolean));
  const [all, base] = await Promise.all([places(), get("/basemap")]);
  const found = all.filter((place) => wanted.has(place.iri));
  const rest = wanted.size - found.length;
  const width = room();
  const drawing = map({ places: found, base, width, height: Math.round(width * 0.6), onpick: (place) => card(place.iri), title: data.names.join(", ") });
  return [taken(drawing, data.columns.things.join(", "), data, query), rest ? el("p", { class: "quiet" }, t("placeless").replace("{}", rest)) : ""];
}

function lined(data, query) {
  const all = spans(data);
  const rest = all.length - MOST_SPANS;
  return [taken(timeline(all, data.names.join(", ")), data.names.join(" · "), data, query), rest > 0 ? el("p", { class: "quiet" }, t("leftRows").replace("{}", rest)) : ""];
}

function drawn(data, query) {
  const found = network(data);
  return [taken(graph(found, data.names.join(", ")), data.names.join(" → "), data, query), found.left > 0 ? el("p", { class: "quiet" }, t("left").replace("{}", found.left)) : ""];
}

