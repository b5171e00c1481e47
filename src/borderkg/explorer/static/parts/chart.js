// A chart of rows as one SVG element: lines, bars or dots over time, numbers or names.
//
//   chart({ rows, x, y, series, kind, unit, title, name, onpick, each, width, height })
//
//   rows     objects; a row whose y is no number, or whose x is empty, is left out
//   x, y     the name of a column, or a function of a row. x may be years or ISO dates (an axis of time), numbers, or names
//   series   likewise: what tells lines apart; without it there is one
//   kind     "line" (default), "bar", "dot"
//   unit     stands at the top of the axis of values; title is what a screen reader says of the whole
//   name     what a point is called: a function of a row; without it, series, x and value
//   conflict a function of a row: whether it is in conflict; without it, values of one series at one x that differ are
//   onpick   a function of a row: a point can then be picked, by mouse, or by Enter
//   each     true: a small panel for each series, all on one scale; "own": each on a scale of its own
//
// Values in conflict are all drawn: hollow, joined by a bar and crossed, and the line goes to each of them, dashed, as it is over
// years without values. The arrow keys go from point to point: left and right along a series, up and down between them. Colours are
// those of tokens.css, a series has a mark of its own as well, and chart.css holds all style: nothing is set on the elements.
import { cut, draw, path, room, twoLines, wide } from "./svg.js";
import { bands, bounds, linear, time, year } from "./scale.js";
import { language, wording } from "./words.js";

const t = wording({ conflict: ["来源相互冲突", "sources conflict"] });

const COLOURS = 8;
const SMALL = 11;
const MARKS = ["disc", "square", "up", "diamond", "down", "plus"];
const PANEL = 170;
const FAR = 5; // years without a value, over which a line is only dashed
const NEAR = 9; // pixels between two marks, or they hide one another
const WIDEST = 56; // pixels of a step that bars take at most

export function chart({ rows, x, y, series, kind = "line", unit = "", title = "", name, conflict, onpick, each = false, width = room(), height }) {
  const points = read(rows, { x, y, series, conflict });
  const names = [...new Set(points.map((point) => point.series))];
  const styles = new Map(names.map((one, k) => [one, { colour: `s${(k % COLOURS) + 1}`, mark: MARKS[(k + Math.floor(k / COLOURS)) % MARKS.length] }]));
  const call = name ?? ((row, point) => [point.series, point.shown].filter(Boolean).join(" · ") + `: ${number(point.y)} ${unit}`.trimEnd());
  const panels = each ? names.map((one) => points.filter((point) => point.series === one)) : [points];
  const columns = each ? Math.max(1, Math.min(panels.length, Math.floor(width / PANEL))) : 1;
  const across = width / columns;
  const keys = !each && names.length > 1 ? legend(names, styles, width) : { node: null, height: 0 };
  const down = each ? 150 : (height ?? Math.max(240, Math.min(420, width * 0.55)));
  const clash = points.some((point) => point.clash);
  const whole = keys.height + Math.ceil(panels.length / columns) * down + (clash ? 20 : 0);
  const shared = domains(points, kind, each ? 3 : 5);
  const scaled = (own) => (each === "own" ? { ...shared, y: domains(own, kind, 3).y } : shared);
  const svg = draw("svg", { class: `chart ${kind}`, viewBox: `0 0 ${width} ${whole}`, width, height: whole, role: "group", "aria-label": title });
  if (keys.node) svg.append(keys.node);
  panels.forEach((own, k) => {
    const box = { left: (k % columns) * across, top: keys.height + Math.floor(k / columns) * down, width: across, height: down };
    svg.append(panel(own, box, { kind, unit: each && k % columns ? "" : unit, styles, shared: scaled(own), call, onpick, head: each ? (own[0]?.series ?? "") : "" }));
  });
  if (clash) svg.append(sign(whole - 8));
  rove(svg);
  return svg;
}

export const number = (value) => value.toLocaleString(language() === "zh" ? "zh-CN" : "en-GB", { maximumFractionDigits: Math.abs(value) < 10 ? 3 : 2 });

// The rows as points, with what is in conflict marked.
function read(rows, { x, y, series, conflict }) {
  const of = (column) => (typeof column === "function" ? column : (row) => row[column]);
  const [ofX, ofY, ofSeries] = [of(x), of(y), series ? of(series) : () => ""];
  const value = (row) => (ofY(row) === "" || ofY(row) === null || ofY(row) === undefined ? NaN : Number(ofY(row)));
  const points = rows
    .map((row) => ({ row, shown: String(ofX(row) ?? ""), y: value(row), series: String(ofSeries(row) ?? "") }))
    .filter((point) => point.shown !== "" && Number.isFinite(point.y));
  const when = points.every((point) => year(point.shown) !== null);
  const numbers = !when && points.every((point) => Number.isFinite(Number(point.shown)));
  const seen = new Map();
  for (const point of points) {
    point.x = when ? year(point.shown) : numbers ? Number(point.shown) : point.shown;
    point.scale = when ? "time" : numbers ? "linear" : "bands";
    const key = JSON.stringify([point.series, point.x]);
    seen.set(key, [...(seen.get(key) ?? []), point]);
  }
  const differs = (point, same) => same.some((other) => other.y !== point.y);
  for (const same of seen.values()) for (const point of same) point.clash = conflict ? conflict(point.row) : differs(point, same);
  return points;
}

function domains(points, kind, count) {
  const values = points.map((point) => point.y);
  const xs = [...new Set(points.map((point) => point.x))];
  const scale = points[0]?.scale ?? "bands";
  if (scale !== "bands") xs.sort((a, b) => a - b);
  const asBands = scale === "bands" || (kind === "bar" && xs.length <= 60);
  const names = scale === "time" && asBands && xs.every(Number.isInteger) ? run(xs[0], xs.at(-1)) : xs;
  return { y: bounds(values.length ? values : [0, 1], count, kind === "bar"), x: asBands ? names : [xs[0], xs.at(-1)], asBands, scale, count };
}

const run = (from, to) => Array.from({ length: Math.min(to - from + 1, 400) }, (_, k) => from + k);

function panel(points, box, { kind, unit, styles, shared, call, onpick, head }) {
  const marks = linear(shared.y, [0, 1]).ticks(shared.count);
  const left = box.left + 12 + Math.max(...marks.map((mark) => wide(number(mark), SMALL)));
  const right = box.left + box.width - 14;
  const [top, bottom] = [box.top + (head ? 26 : 22), box.top + box.height - (shared.scale === "bands" ? 38 : 24)];
  const up = linear(shared.y, [bottom, top]);
  const pad = kind === "bar" ? 0 : 8;
  const across = (shared.asBands ? bands : shared.scale === "time" ? time : linear)(shared.x, [left + pad, right - pad]);
  const node = draw("g", { class: "panel", role: "group", "aria-label": head || null });
  if (head) node.append(draw("text", { class: "head", x: box.left + 4, y: box.top + 11 }, cut(head, box.width - 12)));
  else if (unit) node.append(draw("text", { class: "axis", x: box.left + 2, y: box.top + 10 }, unit));
  for (const mark of marks) {
    const y = up.at(mark);
    node.append(draw("line", { class: mark === 0 ? "base" : "rule", x1: left, x2: right, y1: y, y2: y }));
    node.append(draw("text", { class: "axis", x: left - 6, y: y + 4, "text-anchor": "end" }, number(mark)));
  }
  node.append(below(across, shared, left, right, bottom));
  const groups = [...new Set(points.map((point) => point.series))];
  for (const [k, group] of groups.entries()) {
    const own = points.filter((point) => point.series === group);
    if (shared.scale !== "bands") own.sort((a, b) => a.x - b.x || a.y - b.y);
    const place = (point) => ({ x: across.at(point.x) + (point.aside ?? 0), y: up.at(point.y) });
    if (kind !== "bar") for (const same of columnsOf(own)) aside(same, up);
    const shares = kind === "bar" ? { step: across.step ?? 8, base: up.at(Math.max(0, shared.y[0])), index: k, of: groups.length } : null;
    node.append(one(own, place, { kind, style: styles.get(group), shares, call, onpick, group }));
  }
  return node;
}

// The axis below: as many marks as have room.
function below(across, shared, left, right, bottom) {
  const node = draw("g", {});
  const shown = (value) => (shared.scale === "linear" ? number(value) : String(value));
  const round = across.ticks(Math.max(2, Math.floor((right - left) / 60)));
  const all = round.length < 3 && !shared.asBands ? [...new Set(shared.x)] : round;
  const room = shared.asBands ? across.step : (right - left) / Math.max(1, all.length);
  const every = Math.max(1, Math.ceil((shared.asBands ? 36 : 0) / room));
  const names = shared.scale === "bands";
  all.forEach((value, k) => {
    const x = across.at(value);
    if (!names && shared.asBands ? Math.round(value) % every : k % every) return;
    node.append(draw("line", { class: "base", x1: x, x2: x, y1: bottom, y2: bottom + 4 }));
    const lines = names ? twoLines(shown(value), room * every - 6, SMALL) : [shown(value)];
    lines.forEach((words, row) => {
      const half = wide(words, SMALL) / 2;
      node.append(draw("text", { class: "axis", x: Math.min(Math.max(x, left + half - 16), right + 12 - half), y: bottom + 17 + 13 * row, "text-anchor": "middle" }, words));
    });
  });
  return node;
}

// The points of a series by their x, in order.
function columnsOf(points) {
  const columns = new Map();
  for (const point of points) columns.set(point.x, [...(columns.get(point.x) ?? []), point]);
  return [...columns.values()];
}

// Points that would hide one another stand side by side, each as high as its value.
function aside(same, up) {
  const close = same.some((point, k) => k && Math.abs(up.at(point.y) - up.at(same[k - 1].y)) < NEAR);
  same.forEach((point, k) => (point.aside = close ? (k - (same.length - 1) / 2) * NEAR : 0));
}

// One series: its line, its points or bars, and the bars that join what is in conflict.
function one(points, place, { kind, style, shares, call, onpick, group }) {
  const node = draw("g", { class: `series ${style.colour}`, role: "group", "aria-label": group || null });
  const steps = columnsOf(points);
  if (kind === "line") {
    const whole = [];
    steps.slice(1).forEach((after, k) => {
      for (const a of steps[k]) {
        for (const b of after) {
          const d = path([a, b].map(place).map(({ x, y }) => [x, y]));
          if (a.clash || b.clash || (a.scale === "time" && b.x - a.x > FAR)) node.append(draw("path", { class: "line unsure", d }));
          else whole.push(d);
        }
      }
    });
    if (whole.length) node.prepend(draw("path", { class: "line", d: whole.join("") }));
  }
  for (const same of steps) {
    const clash = same.filter((point) => point.clash);
    for (const [k, point] of same.entries()) {
      const said = call(point.row, point) + (point.clash ? ` (${t("conflict")})` : "");
      const state = `point${point.clash ? " clash" : ""}`;
      const pick = onpick ? { role: "button", onclick: () => onpick(point.row), onkeydown: (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), onpick(point.row)) } : { role: "img" };
      const shape = shares ? bar(place(point), shares, k, same.length) : mark(style.mark, place(point));
      node.append(draw("path", { class: state, d: shape, tabindex: "-1", "aria-label": said, ...pick }, draw("title", {}, said)));
    }
    if (clash.length) node.append(cross(clash.map(place), shares));
  }
  return node;
}

function mark(name, { x, y }) {
  const r = 4;
  const through = (...corners) => `${path(corners.map(([dx, dy]) => [x + dx * r, y + dy * r]))}Z`;
  if (name === "square") return through([-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]);
  if (name === "up") return through([0, -1.2], [1.1, 0.9], [-1.1, 0.9]);
  if (name === "down") return through([0, 1.2], [1.1, -0.9], [-1.1, -0.9]);
  if (name === "diamond") return through([0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]);
  if (name === "plus") return through([-0.4, -1.2], [0.4, -1.2], [0.4, -0.4], [1.2, -0.4], [1.2, 0.4], [0.4, 0.4], [0.4, 1.2], [-0.4, 1.2], [-0.4, 0.4], [-1.2, 0.4], [-1.2, -0.4], [-0.4, -0.4]);
  return `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

// A bar within its share of a step: the series stand side by side, and so do values in conflict.
function bar({ x, y }, { step, base, index, of }, k, count) {
  const all = Math.min(step * 0.78, WIDEST * of);
  const share = all / of;
  const own = Math.max(1, share / count);
  const left = x - all / 2 + share * index + own * k;
  return `${path([[left, base], [left, y], [left + Math.max(0.8, own - 0.6), y], [left + Math.max(0.8, own - 0.6), base]])}Z`;
}

// Values in conflict are joined and crossed: the mark of a conflict, here as in the lineage.
function cross(places, shares) {
  const ys = places.map(({ y }) => y);
  const [high, low] = [Math.min(...ys), Math.max(...ys)];
  const half = shares ? Math.min(shares.step * 0.39, (WIDEST * shares.of) / 2) : 0;
  const middle = places.reduce((sum, place) => sum + place.x, 0) / places.length;
  const x = shares ? places[0].x + half * ((2 * shares.index + 1) / shares.of - 1) : middle;
  const alone = shares || low - high < 16; // else the mark would hide what it marks
  const y = alone ? high - 10 : (high + low) / 2;
  return draw("g", { class: "clash-mark", "aria-hidden": "true" }, alone ? null : draw("line", { x1: x, x2: x, y1: high + 4, y2: low - 4 }), knot(x, y));
}

const knot = (x, y) => [draw("circle", { cx: x, cy: y, r: 4.2 }), draw("path", { d: `M${x - 1.8} ${y - 1.8}l3.6 3.6m0 -3.6l-3.6 3.6` })];

const sign = (y) => draw("g", {}, draw("g", { class: "clash-mark" }, knot(10, y - 4)), draw("text", { class: "axis", x: 20, y }, t("conflict")));

// What stands for each series, in lines above.
function legend(names, styles, width) {
  const node = draw("g", { class: "legend" });
  let [x, y] = [2, 12];
  for (const name of names) {
    const words = cut(name, Math.min(240, width - 24));
    const long = 24 + wide(words);
    if (x > 2 && x + long > width) [x, y] = [2, y + 18];
    node.append(draw("g", { class: `series ${styles.get(name).colour}` }, draw("path", { class: "point", d: mark(styles.get(name).mark, { x: x + 5, y: y - 4 }) })));
    node.append(draw("text", { x: x + 14, y }, words));
    x += long + 8;
  }
  return { node, height: y + 14 };
}

// One stop for Tab; the arrows go on from there.
function rove(svg) {
  const rows = [...svg.querySelectorAll(".series")].map((node) => [...node.querySelectorAll(".point[tabindex]")]).filter((points) => points.length);
  if (rows.length) rows[0][0].setAttribute("tabindex", "0");
  svg.addEventListener("keydown", (event) => {
    const row = rows.findIndex((points) => points.includes(event.target));
    const turn = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (row < 0 || !turn) return;
    const points = rows[Math.min(Math.max(row + turn[0], 0), rows.length - 1)];
    const next = points[Math.min(Math.max(rows[row].indexOf(event.target) + turn[1], 0), points.length - 1)];
    event.preventDefault();
    event.stopPropagation();
    event.target.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
}
