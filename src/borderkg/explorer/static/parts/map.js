// A map of points over a base map, as SVG: Albers' equal-area conic projection for China and its neighbours (standard parallels 25° and
// 47° N, central meridian 105° E; Snyder 1987, Map Projections, chapter 14). It is moved by dragging, the wheel, buttons and keys.
import { el } from "./dom.js";
import { cut, draw, wide } from "./svg.js";
import { pick, wording } from "./words.js";

const t = wording({
  closer: ["放大", "Closer"],
  farther: ["缩小", "Farther"],
  whole: ["全图", "Whole map"],
  keys: ["方向键移动，+ 与 − 缩放", "Arrow keys move, + and − zoom"],
  base: ["底图：", "Base map: "],
});

const RADIANS = Math.PI / 180;
const EARTH = 6371.0088; // kilometres: mean radius
const [ONE, TWO, MIDDLE, NORTH] = [25, 47, 105, 35].map((degrees) => degrees * RADIANS);
const N = (Math.sin(ONE) + Math.sin(TWO)) / 2;
const C = Math.cos(ONE) ** 2 + 2 * N * Math.sin(ONE);
const far = (latitude) => Math.sqrt(Math.max(0, C - 2 * N * Math.sin(latitude))) / N;

// Kilometres east and south of 105° E, 35° N.
export function project([longitude, latitude]) {
  const turn = N * (longitude * RADIANS - MIDDLE);
  const away = far(latitude * RADIANS);
  return [EARTH * away * Math.sin(turn), EARTH * (away * Math.cos(turn) - far(NORTH))];
}

const MARKS = {
  port: "M0 -5A5 5 0 1 1 0 5A5 5 0 1 1 0 -5z",
  platform: "M-5 -5H5V5H-5z",
  county: "M0 -2.5A2.5 2.5 0 1 1 0 2.5A2.5 2.5 0 1 1 0 -2.5z",
  town: "M0 -5L5 0L0 5L-5 0z",
  prefecture: "M0 -4L4 3H-4z",
  province: "M0 -6L6 5H-6z",
};
export const mark = (kind) => draw("svg", { class: `sign ${kind}`, viewBox: "-7 -7 14 14", width: 14, height: 14, "aria-hidden": "true" }, draw("path", { d: MARKS[kind] ?? MARKS.county }));

// `map({ places, lines, base, width, height, view, onpick, onview, title })` gives a node. `lines` are pairs of places; `base` is GeoJSON with
// its `source`, which is printed on it; a `small` map leaves that, and its buttons, to whoever shows it. `view` is "longitude,latitude,zoom" or empty; `onview(text)` is told where the reader has moved to.
export function map({ places, lines = [], base, width, height, view = "", onpick, onview = () => {}, title, small = false }) {
  const points = places.map((place) => ({ place, at: project([place.longitude, place.latitude]) }));
  const whole = fit(points.length ? points.map(({ at }) => at) : [project([75, 20]), project([135, 53])], width, height);
  let at = read(view) ?? whole;

  const ground = draw("g", { class: "ground" }, base.features.map((feature) => draw("path", { class: feature.properties?.label ? "land neighbour" : "land", d: outline(feature.geometry) })));
  const names = base.features.filter((feature) => feature.properties?.label).map(({ properties }) => ({
    at: project(properties.label),
    node: draw("text", { class: "country", "text-anchor": "middle" }, pick([properties.name_zh, properties.name])),
  }));
  const links = lines.map(([one, other]) => ({ one: project([one.longitude, one.latitude]), other: project([other.longitude, other.latitude]), node: draw("line", { class: "facing" }, draw("title", {}, `${one.name} — ${other.name}`)) }));
  const marks = points.map(({ place, at: there }) => ({ at: there, place, node: symbol(place, onpick), label: draw("text", { class: "name" }, cut(place.name, 150)) }));
  const scale = draw("g", { class: "scale" });
  const svg = draw(
    "svg",
    { class: "map", viewBox: `0 0 ${width} ${height}`, width, height, role: "group", tabindex: 0, "aria-label": `${title}. ${t("keys")}` },
    draw("rect", { class: "sea", width, height }),
    ground,
    names.map(({ node }) => node),
    links.map(({ node }) => node),
    [...marks].reverse().map(({ node }) => node),
    marks.map(({ label }) => label),
    scale,
    small ? null : printed(base.source, width, height),
  );

  function fit(all, w, h) {
    const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    return { x: (left + right) / 2, y: (top + bottom) / 2, k: Math.min(w / (right - left + 300), h / (bottom - top + 300), 0.6) };
  }

  // A view in the address is the middle and the pixels a kilometre.
  function read(text) {
    const [longitude, latitude, k] = text.split(",").map(Number);
    if (![longitude, latitude, k].every(Number.isFinite) || k <= 0) return null;
    const [x, y] = project([longitude, latitude]);
    return { x, y, k: Math.min(8, Math.max(0.02, k)) };
  }

  function paint() {
    const place = ([x, y]) => [(x - at.x) * at.k + width / 2, (y - at.y) * at.k + height / 2];
    ground.setAttribute("transform", `translate(${width / 2 - at.x * at.k} ${height / 2 - at.y * at.k}) scale(${at.k})`);
    for (const { at: there, node } of names) move(node, place(there));
    for (const { one, other, node } of links) {
      const [[x1, y1], [x2, y2]] = [place(one), place(other)];
      for (const [name, value] of Object.entries({ x1, y1, x2, y2 })) node.setAttribute(name, value.toFixed(1));
    }
    const taken = [];
    const free = (box) => box.x1 > 0 && box.x2 < width && taken.every((other) => box.x2 < other.x1 || box.x1 > other.x2 || box.y2 < other.y1 || box.y1 > other.y2);
    for (const { at: there, node } of marks) node.setAttribute("transform", `translate(${place(there).map((n) => n.toFixed(1)).join(" ")})`);
    for (const { at: there, place: { name }, label } of marks) {
      const [x, y] = place(there);
      const long = Math.min(150, wide(name, 12));
      const seen = x > 0 && x < width && y > 0 && y < height;
      const spots = [{ x: x + 8, y: y + 4, anchor: "start", x1: x + 8, x2: x + 8 + long }, { x: x - 8, y: y + 4, anchor: "end", x1: x - 8 - long, x2: x - 8 }];
      const spot = seen && taken.length < 400 ? spots.map((one) => ({ ...one, y1: y - 8, y2: y + 8 })).find(free) : null;
      label.setAttribute("visibility", spot ? "visible" : "hidden");
      if (!spot) continue;
      taken.push(spot);
      label.setAttribute("text-anchor", spot.anchor);
      move(label, [spot.x, spot.y]);
    }
    ruler();
  }

  // A bar of a round length.
  function ruler() {
    const length = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].find((km) => km * at.k >= 60) ?? 2000;
    scale.replaceChildren(
      draw("path", { d: `M14 ${height - 20}v6h${length * at.k}v-6` }),
      draw("text", { x: 14, y: height - 26 }, `${length} km`),
    );
  }

  let waiting = 0;
  function go(next, { told = true } = {}) {
    at = { ...next, k: Math.min(8, Math.max(0.02, next.k)) };
    if (!waiting) waiting = requestAnimationFrame(() => { waiting = 0; paint(); });
    if (told) tell();
  }

  let telling = 0;
  function tell() {
    clearTimeout(telling);
    telling = setTimeout(() => onview(at === whole ? "" : written()), 250);
  }

  function written() {
    const [longitude, latitude] = unproject([at.x, at.y]);
    return `${longitude.toFixed(3)},${latitude.toFixed(3)},${at.k.toPrecision(3)}`;
  }

  const closer = (factor, [px, py] = [width / 2, height / 2]) => {
    const k = Math.min(8, Math.max(0.02, at.k * factor));
    const shift = 1 / at.k - 1 / k; // what is under the pointer stays there
    go({ x: at.x + (px - width / 2) * shift, y: at.y + (py - height / 2) * shift, k });
  };

  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && document.activeElement !== svg && !svg.contains(document.activeElement)) return; // a page that is scrolled by stays so
    event.preventDefault();
    closer(Math.exp(-event.deltaY / 400), pointer(event));
  }, { passive: false });
  svg.addEventListener("pointerdown", (event) => {
    if (event.button || event.target.closest(".mark")) return;
    svg.setPointerCapture(event.pointerId);
    let last = pointer(event);
    const drag = (moved) => {
      const now = pointer(moved);
      go({ ...at, x: at.x - (now[0] - last[0]) / at.k, y: at.y - (now[1] - last[1]) / at.k });
      last = now;
    };
    const end = () => {
      svg.removeEventListener("pointermove", drag);
      for (const name of ["pointerup", "pointercancel"]) svg.removeEventListener(name, end);
    };
    svg.addEventListener("pointermove", drag);
    for (const name of ["pointerup", "pointercancel"]) svg.addEventListener(name, end);
  });
  svg.addEventListener("keydown", (event) => {
    const step = 60 / at.k;
    const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in moves) go({ ...at, x: at.x + moves[event.key][0], y: at.y + moves[event.key][1] });
    else if (event.key === "+" || event.key === "=") closer(1.5);
    else if (event.key === "-") closer(1 / 1.5);
    else return;
    event.preventDefault();
  });
  const pointer = (event) => {
    const box = svg.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * width, ((event.clientY - box.top) / box.height) * height];
  };

  paint();
  const button = (name, text, act) => el("button", { type: "button", title: t(name), "aria-label": t(name), onclick: act }, text);
  return el("div", { class: "map-frame" }, svg, small ? null : el("div", { class: "map-tools" }, button("closer", "+", () => closer(1.5)), button("farther", "−", () => closer(1 / 1.5)), button("whole", "⤢", () => { at = whole; paint(); tell(); })));
}

// Where a base map is from; empty for none.
export function credit(source) {
  const words = pick([source.zh, source.en]);
  return words ? `${t("base")}${words}` : "";
}

// The same on the map, in as many lines as the room beside the ruler needs.
function printed(source, width, height) {
  const words = credit(source);
  if (!words) return null;
  const lines = [""];
  for (const letter of words) {
    if (wide(lines.at(-1) + letter, 10.5) > width - 150) lines.push("");
    lines[lines.length - 1] += letter;
  }
  return draw("g", { class: "source" }, lines.map((line, k) => draw("text", { x: width - 8, y: height - 8 - 14 * (lines.length - 1 - k), "text-anchor": "end" }, line)));
}

function symbol(place, onpick) {
  const act = onpick ? { tabindex: 0, role: "button", onclick: () => onpick(place), onkeydown: (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onpick(place);
  } } : {};
  return draw("g", { class: `mark ${place.kind}${place.faint ? " faint" : ""}`, "aria-label": place.name, "data-iri": place.iri, ...act }, draw("title", {}, place.name), draw("path", { d: MARKS[place.kind] ?? MARKS.county }));
}

const move = (node, [x, y]) => {
  node.setAttribute("x", x.toFixed(1));
  node.setAttribute("y", y.toFixed(1));
};

// The inverse, by Snyder's formulas 14-8 to 14-11.
function unproject([x, y]) {
  const down = far(NORTH) + y / EARTH;
  const away = Math.hypot(x / EARTH, down);
  return [(MIDDLE + Math.atan2(x / EARTH, down) / N) / RADIANS, Math.asin((C - (away * N) ** 2) / (2 * N)) / RADIANS];
}

function outline({ type, coordinates }) {
  const rings = { Polygon: (c) => c, MultiPolygon: (c) => c.flat(), LineString: (c) => [c], MultiLineString: (c) => c }[type](coordinates);
  const end = type.endsWith("Polygon") ? "z" : "";
  return rings.map((ring) => `M${ring.map((point) => project(point).map((n) => n.toFixed(1)).join(" ")).join("L")}${end}`).join("");
}
