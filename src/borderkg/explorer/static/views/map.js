// The map: ports, platforms, counties and towns where they lie, with the neighbours; what is shown and where the reader looks stands in
// the address. A period (`from`, `to`), as brushed in the lineage, leaves what was set up within it and says what has no date.
import { change } from "../parts/address.js";
import { card, cardLink } from "../parts/card.js";
import { el, get, named, show } from "../parts/dom.js";
import { figure } from "../parts/figure.js";
import { map, mark } from "../parts/map.js";
import { KINDS, QUERY, facing, places } from "../parts/places.js";
import { wording } from "../parts/words.js";

const t = wording({
  title: ["沿边地图", "The border on a map"],
  shown: ["显示", "Shown"],
  port: ["口岸", "ports"],
  platform: ["开放平台", "platforms"],
  county: ["县、旗、市", "counties"],
  town: ["境外城镇", "foreign towns"],
  prefecture: ["地区、州、盟、地级市", "prefectures"],
  province: ["省区", "provinces"],
  name: ["名称", "Name"],
  kind: ["类别", "Kind"],
  at: ["所在", "At"],
  date: ["设立", "Set up"],
  radius: ["误差（千米）", "Radius (km)"],
  source: ["坐标来源", "Source of the point"],
  coordinates: ["经纬度", "Longitude, latitude"],
  find: ["按名称筛选", "Filter by name"],
  period: ["设立于", "Set up in"],
  undated: ["{} 处未载设立年份，淡显。", "{} have no year of their own and are pale."],
  clear: ["取消时段", "any time"],
  facing: ["虚线连接互为对应的口岸。", "Dashed lines join ports that face each other."],
  table: ["同样的内容列为表格", "The same as a table"],
  caption: ["沿边口岸与平台：{} 处。点位为所依托城镇或政府驻地，误差见表。", "{} places on the border. A point is the town or seat that a place stands by; its radius is in the table."],
});

const USUAL = ["port", "platform", "county", "town"];

export async function view(parameters) {
  const [all, pairs, base] = await Promise.all([places(), facing(), get("/basemap")]);
  const picture = el("div");
  const list = el("div");
  const told = el("p", { class: "quiet", role: "status" });
  let state;

  function read(address) {
    const kinds = address.get("show")?.split(",").filter((kind) => KINDS.includes(kind));
    state = { kinds: kinds ?? USUAL, from: address.get("from") ?? "", to: address.get("to") ?? "", at: address.get("at") ?? "", find: address.get("find") ?? "" };
  }

  const year = (date) => Number(date.slice(0, 4));
  const inPeriod = (place) => {
    if (!state.from && !state.to) return true;
    return [...place.dates].some((date) => year(date) >= (Number(state.from.slice(0, 4)) || 0) && year(date) <= (Number(state.to.slice(0, 4)) || 9999));
  };

  function paint() {
    const wanted = all.filter((place) => state.kinds.includes(place.kind) && place.name.includes(state.find));
    const timed = state.from || state.to;
    const chosen = wanted.filter((place) => inPeriod(place) || !place.dates.size).map((place) => ({ ...place, faint: Boolean(timed) && !place.dates.size }));
    const known = new Map(chosen.map((place) => [place.iri, place]));
    const lines = pairs.map((pair) => pair.map((iri) => known.get(iri))).filter(([one, other]) => one && other);
    const width = Math.max(320, picture.clientWidth || 960);
    const drawing = map({
      places: chosen,
      lines,
      base,
      width,
      height: Math.round(Math.min(700, Math.max(360, width * 0.62))),
      view: state.at,
      onpick: (place) => card(place.iri),
      onview: (at) => { state.at = at; change({ at }); },
      title: t("title"),
    });
    const rows = () => [[t("name"), t("kind"), t("at"), t("date"), "longitude", "latitude", t("radius"), t("source"), "IRI"], ...chosen.map((p) => [p.name, t(p.kind), p.at, [...p.dates].join("; "), p.longitude, p.latitude, p.radius / 1000, p.source, p.iri])];
    show(picture, figure({ drawing, caption: `${t("caption").replace("{}", chosen.length)} ${lines.length ? t("facing") : ""}`, name: "map", rows, query: QUERY }));
    const undated = chosen.filter((place) => place.faint).length;
    told.textContent = undated ? t("undated").replace("{}", undated) : "";
    show(list, table(chosen));
  }

  function set(changes, keep = true) {
    Object.assign(state, changes);
    change({ show: state.kinds.join() === USUAL.join() ? "" : state.kinds.join() || "-", from: state.from, to: state.to, find: state.find }, { keep });
    paint();
  }

  const box = (kind) => el("label", { class: "kind" }, el("input", { type: "checkbox", name: kind, checked: state.kinds.includes(kind), onchange: (event) => set({ kinds: KINDS.filter((one) => (one === kind ? event.target.checked : state.kinds.includes(one))) }) }), mark(kind), t(kind), el("span", { class: "count" }, all.filter((place) => place.kind === kind).length));
  const controls = el("div");
  const fill = () => show(controls, el(
    "form",
    { class: "map-controls", onsubmit: (event) => event.preventDefault() },
    el("fieldset", {}, el("legend", {}, t("shown")), KINDS.map(box)),
    el("label", {}, t("find"), " ", el("input", { type: "search", value: state.find, oninput: (event) => set({ find: event.target.value.trim() }, false) })),
    el("span", {}, t("period"), " ", bound("from"), " – ", bound("to"), " ", state.from || state.to ? el("button", { type: "button", class: "quiet-button", onclick: () => (set({ from: "", to: "" }), fill()) }, t("clear")) : null),
  ));
  const bound = (name) => el("input", { type: "number", name, min: 1949, max: 2100, value: state[name].slice(0, 4), "aria-label": `${t("period")} ${name}`, onchange: (event) => (set({ [name]: event.target.value }), fill()) });

  function update(address) {
    read(address);
    fill();
    paint();
  }

  read(parameters);
  fill();
  requestAnimationFrame(paint); // when the room that it has is known
  return {
    content: [el("h1", {}, t("title")), controls, told, picture, el("details", { class: "map-table" }, el("summary", {}, t("table")), list)],
    update,
  };
}

function table(chosen) {
  const row = (place) => el("tr", {}, el("td", {}, cardLink(place.iri, place.name)), el("td", {}, t(place.kind)), el("td", {}, place.at ? named(place.at) : ""), el("td", { class: "number" }, [...place.dates].join("; ")), el("td", { class: "number" }, `${place.longitude}, ${place.latitude}`), el("td", { class: "number" }, (place.radius / 1000).toLocaleString()), el("td", { class: "small quiet" }, place.source));
  return el("div", { class: "scroll" }, el("table", { class: "answer" }, el("thead", {}, el("tr", {}, ["name", "kind", "at", "date", "coordinates", "radius", "source"].map((name) => el("th", { scope: "col" }, t(name))))), el("tbody", {}, chosen.map(row))));
}
