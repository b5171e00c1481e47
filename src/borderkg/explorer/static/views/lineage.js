// Lineage over time: what came from what, on the calendar. The server lays the figure out; here it is drawn, dated, picked and read.
import { change, parameters as current } from "../parts/address.js";
import { day as dayNumber, lastDay } from "../parts/days.js";
import { el, get, isEntity, named } from "../parts/dom.js";
import { close, open } from "../parts/drawer.js";
import { figure } from "../parts/figure.js";
import { hop, label, node, paths } from "../parts/lineage-behind.js";
import { bar, controls } from "../parts/lineage-controls.js";
import { drawing } from "../parts/lineage-drawing.js";
import { address, asked, query, read, short } from "../parts/lineage-state.js";
import { csvOf, rowsOf, tables } from "../parts/lineage-table.js";
import { said, t } from "../parts/lineage-words.js";
import { room } from "../parts/svg.js";
import { timeline } from "../parts/timeline.js";
import { pick } from "../parts/words.js";

export function view(parameters) {
  let state = read(parameters);
  let drawn = null; // as the server gave it
  let choices = { divisions: [], relations: [], levels: [] }; // of the last that it gave
  let shape = null; // its drawing
  let strip = null;
  let events = [];
  let between = null; // the answer for two picked nodes
  let shown = ""; // what the drawer shows
  let asking = ""; // what the server was asked last

  const heading = el("h1", {});
  const form = controls((changes) => set(changes));
  const tools = bar({
    day: (text) => set({ as_of: lastDay(text) ? text : "" }),
    period: (from, to) => set({ from, to }),
    main: () => set({ main: state.main ? "" : "1" }),
    table: () => set({ table: state.table ? "" : "1" }),
    step,
  });
  const status = el("p", { class: "lineage-status", role: "status" });
  const picked = el("p", { class: "lineage-picked" });
  const told = el("div", { class: "lineage-told" }, status, picked);
  const starts = el("p", { class: "lineage-starts" });
  const place = el("div", { class: "lineage-place" }, el("p", { class: "quiet" }, t("loading")));
  const content = [heading, el("p", { class: "quiet lead-line" }, t("lead")), form.node, starts, tools.node, told, place, el("p", { class: "quiet small keys" }, t("keys"))];

  // ---- what the address says, and how it changes
  function set(changes) {
    const written = Object.entries(changes).map(([name, value]) => [name, short(value ?? "")]);
    change(Object.fromEntries(written), { keep: true });
    return update(current());
  }

  async function update(given) {
    const before = state;
    state = read(given);
    if (asking !== key(state)) await load();
    else if (before.picks.join() !== state.picks.join()) between = null;
    await apply();
  }

  const key = (of) => JSON.stringify([of.name, of.depth, of.periods, of.lanes, asked(of)]);

  async function load() {
    const mine = (asking = key(state));
    place.setAttribute("aria-busy", "true");
    const width = Math.floor(room(640, 1600) / 10) * 10;
    try {
      const made = await get(address(state, state.periods, width, "drawing"));
      if (asking !== mine) return;
      drawn = choices = made;
    } catch (error) {
      if (asking !== mine) return;
      drawn = shape = null;
      place.replaceChildren(el("p", { class: "error", role: "alert" }, error.message));
      return;
    } finally {
      place.removeAttribute("aria-busy");
    }
    between = null;
    paint(width);
  }

  function paint(width) {
    form.show(state, drawn);
    shape = null;
    if (!drawn.parts.length) {
      place.replaceChildren(el("p", { class: "quiet" }, t("nothing")));
      return;
    }
    shape = drawing(drawn, { onnode, onlink: (link) => set({ hop: link.key }) });
    events = happenings(shape.nodes);
    strip = timeline({
      knots: drawn.knots,
      plot: drawn.plot,
      width: drawn.width,
      events: events.map(({ day, names }) => [dayNumber(day), names.length]),
      onday: (day, { done }) => (done ? set({ as_of: day }) : apply({ ...state, asOf: day })),
      onperiod: (from, to) => set({ from, to }),
    });
    shape.svg.append(strip.line);
    const print = (format, words) => el("a", { href: address(state, drawn.periods, 971, format), download: `lineage.${format}`, "data-format": format }, t(words));
    const made = figure({
      drawing: shape.svg,
      caption: drawn.caption,
      name: `lineage${drawn.name ? `-${drawn.name}` : ""}`,
      rows: () => csvOf(rowsOf(shape, drawn.citations, state)),
      query: query(state, drawn),
      more: [print("pdf", "pdf"), print("html", "page")],
    });
    const above = el("div", { class: "timeline-place" }, strip.node);
    const below = made.querySelector(".drawing");
    below.addEventListener("scroll", () => (above.scrollLeft = below.scrollLeft));
    made.prepend(above);
    place.replaceChildren(made);
    place.style.setProperty("--wide", `${width}px`);
  }

  // ---- what is shown of a state
  async function apply(now = state) {
    title();
    tools.show(now);
    form.show(now, drawn ?? { ...choices, name: "" });
    starting();
    if (!shape) {
      status.textContent = "";
      picked.replaceChildren();
      return;
    }
    if (now.picks.length === 2 && !between) await find(now);
    const way = now.picks.length === 2 && between?.paths.length ? between.paths : now.main ? [drawn.main_path] : null;
    const counts = shape.show({ ...now, way });
    strip.show(now);
    tell(now, counts);
    if (now !== state) return; // the line is still being dragged
    follow(now);
    place.querySelector("figcaption").textContent = captionOf(now, counts, way);
    chips();
    tabular();
    for (const link of place.querySelectorAll("a[data-format]")) link.href = address(state, drawn.periods, 971, link.dataset.format);
    drawers();
  }

  function title() {
    const name = shape?.nodes.get(drawn.start)?.label || drawn?.name || state.name;
    heading.replaceChildren(t("heading"), ...(name ? [" · ", named(name)] : []));
    document.title = `${heading.textContent} · BorderKG`;
  }

  function starting() {
    starts.hidden = Boolean(state.name) || !drawn?.starts?.length;
    if (starts.hidden) return;
    starts.replaceChildren(el("span", { class: "quiet" }, t("starts")), ...drawn.starts.map((one) => el("a", { href: `/lineage?name=${encodeURIComponent(one.iri)}` }, named(pick(one.labels)), el("span", { class: "count", title: t("hops") }, one.hops))));
  }

  const dayOf = (now, counts) => (now.asOf ? said("force", { d: now.asOf, n: counts.nodes, h: counts.hops }) : "");
  const periodOf = (now, counts) => (now.from || now.to ? said("begun", { p: `${now.from || "…"}—${now.to || "…"}`, n: counts.begunNodes, h: counts.begunHops }) : "");

  // What the server says of the figure, and what was done with it here.
  function captionOf(now, counts, way) {
    const bold = way ? t(now.picks.length === 2 ? "boldPaths" : "boldMain") : "";
    const done = [dayOf(now, counts), periodOf(now, counts), bold].filter(Boolean).map((words) => words + t("stop"));
    return [drawn.caption, ...done].join(" ");
  }

  function tell(now, counts) {
    const all = said("counts", { n: drawn.size[0], h: drawn.size[1] });
    const [day, period] = [dayOf(now, counts), periodOf(now, counts)];
    const happened = now.asOf && events.find((event) => event.day === now.asOf);
    const names = happened ? happened.names.slice(0, 4).join("、") + (happened.names.length > 4 ? ` +${happened.names.length - 4}` : "") : "";
    status.textContent = [all, day, period, names, drawn.groups ? t("grouped") : ""].filter(Boolean).join(" · ");
  }

  // The line of the day comes into sight where the drawing is wider than the page.
  function follow({ asOf }) {
    const wide = place.querySelector(".drawing");
    const x = asOf ? Number(strip.line.dataset.x) : 0;
    if (asOf && wide.scrollWidth > wide.clientWidth && (x < wide.scrollLeft + 40 || x > wide.scrollLeft + wide.clientWidth - 40)) wide.scrollLeft = x - wide.clientWidth / 2;
  }

  function chips() {
    const chip = (iri) => el("button", { type: "button", class: "chip", "aria-label": `${t("clear")} ${label(shape.nodes, iri)}`, onclick: () => set({ pick: state.picks.filter((one) => one !== iri).join(" ") }) }, named(label(shape.nodes, iri)), " ×");
    picked.hidden = !state.picks.length;
    picked.replaceChildren(el("span", { class: "quiet" }, t("picked")), ...state.picks.map(chip), state.picks.length === 1 ? el("span", { class: "quiet small" }, t("second")) : "");
  }

  function tabular() {
    const made = place.querySelector("figure");
    made.querySelector(".lineage-tables")?.remove();
    for (const part of made.querySelectorAll(".drawing, .timeline-place")) part.hidden = state.table;
    if (state.table) made.querySelector(".drawing").after(tables(rowsOf(shape, drawn.citations, state), { onlink: (link) => set({ hop: link.key }), onnode }));
  }

  // ---- nodes, hops, paths
  function onnode(one) {
    const held = state.picks.length === 1 ? state.picks : [];
    const picks = state.picks.includes(one.iri) ? state.picks.filter((iri) => iri !== one.iri) : held.length && isEntity(one.iri) && isEntity(held[0]) ? [held[0], one.iri] : [one.iri];
    set({ pick: picks.join(" "), hop: "" });
  }

  async function find({ picks }) {
    const given = new URLSearchParams([["name", picks[0]], ["to", picks[1]], ...asked(state)]);
    between = await get(`/api/lineage?${given}`).catch((error) => ({ paths: [], edges: [], nodes: [], origins: [], complete: true, error }));
  }

  // The link of the drawing that an edge of an answer is part of, or one made of the edge.
  function linkOf(edge) {
    const [, zh, en] = drawn.relations.find(([name]) => name === edge.relation) ?? [edge.relation, edge.relation, edge.relation];
    const key = [edge.earlier, edge.later, edge.family, edge.inferred ? "inferred" : "stated"].join("|");
    const chinese = document.documentElement.lang.startsWith("zh");
    const own = { ...edge, key: "", tail: edge.earlier, head: edge.later, relation: chinese ? zh : en, rules: edge.rule ? [edge.rule] : [], reasons: [chinese ? edge.reason_zh : edge.reason_en].filter(Boolean), from: edge.valid_from, to: edge.valid_to, count: 1 };
    return shape.byKey.get(key) ?? own;
  }

  function drawers() {
    const opened = state.hop && shape.byKey.has(state.hop) ? `hop ${state.hop}` : state.picks.length ? `pick ${state.picks.join(" ")}` : "";
    if (opened === shown) return;
    shown = opened;
    if (!opened) return void close();
    if (opened.startsWith("hop")) return void showHop(shape.byKey.get(state.hop));
    if (state.picks.length === 1) {
      const one = shape.nodes.get(state.picks[0]);
      if (one) open(named(one.label), node(one, shape.nodes, (link) => set({ hop: link.key })), { onclose });
      return;
    }
    const labels = new Map([...between.nodes.map((one) => [one.id, one.label]), ...[...shape.nodes].map(([iri, one]) => [iri, one.label])]);
    const inside = between.error ? el("p", { class: "error", role: "alert" }, between.error.message) : paths(between, labels, linkOf, drawn.citations, (link) => (link.key ? set({ hop: link.key }) : showHop(link)));
    open(`${t("paths")} (${between.paths.length})`, inside, { onclose });
  }

  function showHop(link) {
    const nodes = new Map([...(between?.nodes ?? []).map((one) => [one.id, one]), ...shape.nodes]);
    open(link.relation, hop(link, nodes, drawn.citations), { onclose });
  }

  function onclose() {
    if (location.pathname !== "/lineage" || !state.hop) return;
    shown = state.picks.length ? `pick ${state.picks.join(" ")}` : "";
    set({ hop: "" });
  }

  // ---- events, keys
  function step(turn) {
    const days = events.map((event) => event.day);
    const now = state.asOf;
    const next = turn > 0 ? days.find((day) => !now || day > now) : days.findLast((day) => !now || day < now);
    if (next) set({ as_of: next });
  }

  function onkey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "t") set({ table: state.table ? "" : "1" });
    else if (event.key === "ArrowRight" || event.key === "ArrowLeft") step(event.key === "ArrowRight" ? 1 : -1);
    else return;
    event.preventDefault();
  }

  let resizing = 0;
  function onresize() {
    clearTimeout(resizing);
    resizing = setTimeout(() => {
      if (!drawn?.parts.length || Math.abs(room(640, 1600) - drawn.width) < 60) return;
      asking = "";
      update(current());
    }, 250);
  }

  document.addEventListener("keydown", onkey);
  addEventListener("resize", onresize);
  title();
  setTimeout(async () => {
    await load(); // when it stands on the page, and its room is known; the first answer of a large graph takes its time
    await apply();
  });
  return {
    content,
    update,
    leave() {
      document.removeEventListener("keydown", onkey);
      removeEventListener("resize", onresize);
      clearTimeout(resizing);
    },
  };
}

// The days on which something begins or ends, in order, with the names of what does.
function happenings(nodes) {
  const days = new Map();
  const add = (day, words) => day && days.set(day, [...(days.get(day) ?? []), words]);
  for (const one of nodes.values()) {
    if (!one.dated) continue;
    add(one.begin, `${one.label} ${t("began")}`);
    add(one.end, `${one.label} ${t("ended")}`);
  }
  return [...days].sort(([a], [b]) => a.localeCompare(b)).map(([day, names]) => ({ day, names }));
}
