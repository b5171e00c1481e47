// The strip above a figure on a time axis: its years, a mark for every event, the as-of line to drag, a period to brush.
//
//   timeline({ knots, plot, width, events, onday, onperiod }) → { node, line, show({ asOf, from, to }) }
//
// `onday(iso, { done })` is told of each day while the line is dragged, `done` at the end; null is "any day". `onperiod(from, to)`
// is told of the years of a brushed period. `line` is the line in the drawing itself, whose plot reaches from `plot.top` to
// `plot.bottom`. The axis is the figure's own.
import { draw } from "./svg.js";
import { axis, day, iso } from "./days.js";
import { wording } from "./words.js";

const t = wording({
  line: ["截至日期", "As of"],
  any: ["不限日期", "any day"],
  how: ["拖动横条选取时期；单击选定日期", "Drag across for a period; click for a day"],
});

const HEIGHT = 46;
const TRACK = 26; // where the marks of events stand
const STEP = 44; // pixels between years at least

export function timeline({ knots, plot, width, events, onday, onperiod }) {
  const scale = axis(knots);
  const [left, right] = [scale.x(scale.first), scale.x(scale.last)];
  const brush = draw("rect", { class: "brush", y: 0, height: HEIGHT, visibility: "hidden" });
  const flag = draw("rect", { x: -38, y: 0, width: 76, height: 18, rx: 9 });
  const date = draw("text", { y: 13, "text-anchor": "middle" });
  const handle = draw(
    "g",
    { class: "handle", tabindex: "0", role: "slider", "aria-label": t("line"), "aria-valuemin": scale.first, "aria-valuemax": scale.last, onkeydown: (event) => step(event) },
    draw("line", { y1: 18, y2: HEIGHT }),
    flag,
    date,
  );
  const svg = draw(
    "svg",
    { class: "timeline", viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: "group", "aria-label": t("how") },
    draw("title", {}, t("how")),
    draw("rect", { class: "track", x: left, y: TRACK - 5, width: right - left, height: 10, rx: 2 }),
    brush,
    years(scale, left, right),
    events.map(([when, count]) => draw("line", { class: "mark", x1: scale.x(when), x2: scale.x(when), y1: TRACK - Math.min(5, 1.5 + count), y2: TRACK + Math.min(5, 1.5 + count) })),
    handle,
  );
  const stroke = draw("line", { y1: plot.top - 4, y2: plot.bottom });
  const foot = draw("text", { y: plot.bottom + 12, "text-anchor": "middle" });
  const line = draw("g", { class: "as-of", visibility: "hidden" }, stroke, draw("rect", { x: -36, y: plot.bottom + 1, width: 72, height: 15, rx: 7 }), foot);
  let now = null;

  function show({ asOf, from, to }) {
    now = asOf ? day(asOf) : null;
    const x = now === null ? right + 2 : scale.x(now);
    const inside = Math.min(Math.max(x, 40), width - 40);
    handle.setAttribute("transform", `translate(${inside.toFixed(1)} 0)`);
    handle.querySelector("line").setAttribute("x1", x - inside);
    handle.querySelector("line").setAttribute("x2", x - inside);
    handle.classList.toggle("idle", now === null);
    date.textContent = asOf ?? t("any");
    handle.setAttribute("aria-valuenow", now ?? scale.last);
    handle.setAttribute("aria-valuetext", asOf ?? t("any"));
    line.setAttribute("transform", `translate(${x.toFixed(1)} 0)`);
    line.dataset.x = x;
    foot.textContent = asOf ?? "";
    line.setAttribute("visibility", now === null ? "hidden" : "visible");
    const period = from || to;
    brush.setAttribute("visibility", period ? "visible" : "hidden");
    if (!period) return;
    const [x0, x1] = [scale.x(from ? day(`${from}-01-01`) : scale.first), scale.x(to ? day(`${Number(to) + 1}-01-01`) : scale.last)];
    brush.setAttribute("x", x0);
    brush.setAttribute("width", Math.max(2, x1 - x0));
  }

  // A month, a year with Shift or Page, and the ends; beyond the last day there is no line. The plain arrows go to the next event, as
  // everywhere on the page.
  function step(event) {
    const far = { PageUp: 365.2425, PageDown: -365.2425, ArrowUp: 30.4369, ArrowDown: -30.4369 }[event.key];
    const to = event.key === "Home" ? scale.first : event.key === "End" ? null : far ? Math.round((now ?? scale.last) + far) : undefined;
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onday(to === null || to > scale.last ? null : iso(Math.max(to, scale.first)), { done: true });
  }

  const at = (event) => ((event.clientX - svg.getBoundingClientRect().left) / svg.getBoundingClientRect().width) * width;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    svg.setPointerCapture(event.pointerId);
    const held = event.target.closest?.(".handle");
    const start = at(event);
    let moved = false;
    let last = null;
    const chosen = (x) => (x > right + 8 ? null : iso(scale.when(x)));
    const move = (other) => {
      const x = at(other);
      moved ||= Math.abs(x - start) > 4;
      if (!moved) return;
      if (held) onday((last = chosen(x)), { done: false });
      else show({ asOf: now === null ? null : iso(now), ...(last = span(start, x)) });
    };
    const up = (other) => {
      svg.removeEventListener("pointermove", move);
      svg.removeEventListener("pointerup", up);
      svg.removeEventListener("pointercancel", up);
      if (held) {
        handle.focus({ preventScroll: true });
        if (moved) onday(last, { done: true });
      } else if (moved) onperiod(last.from, last.to);
      else onday(chosen(at(other)), { done: true });
    };
    svg.addEventListener("pointermove", move);
    svg.addEventListener("pointerup", up);
    svg.addEventListener("pointercancel", up);
  });
  const span = (a, b) => ({ from: iso(scale.when(Math.min(a, b))).slice(0, 4), to: iso(scale.when(Math.max(a, b))).slice(0, 4) });
  return { node: svg, line, show };
}

function years(scale, left, right) {
  const [first, last] = [Number(iso(scale.first).slice(0, 4)), Number(iso(scale.last).slice(0, 4))];
  const every = [1, 2, 5, 10, 20, 50, 100].find((n) => ((right - left) / (last - first)) * n >= STEP) ?? 100;
  const node = draw("g", { "aria-hidden": "true" });
  let taken = -STEP;
  for (let year = Math.ceil(first / every) * every; year <= last; year += every) {
    const x = scale.x(day(`${year}-01-01`));
    if (x - taken < STEP - 1) continue;
    taken = x;
    node.append(draw("text", { x, y: HEIGHT - 3, "text-anchor": "middle" }, String(year)));
  }
  return node;
}
