// A source: its text with its claims marked in it, both ways; the claims by property; find; pages. Without the text, the claims alone.
import { change } from "../parts/address.js";
import { el, entityAddress, get, named, show } from "../parts/dom.js";
import { linked, local } from "../parts/claim-rows.js";
import { open } from "../parts/drawer.js";
import { printed } from "../parts/printed.js";
import { blocks, codePoints, pieces, places } from "../parts/reading.js";
import { pick, wording } from "../parts/words.js";

const t = wording({
  page: ["第 # 页", "Page #"],
  all: ["全部属性", "All properties"],
  property: ["按属性筛选论断", "Claims by property"],
  find: ["在文中查找", "Find in the text"],
  found: ["处", "places"],
  before: ["上一处", "Previous"],
  after: ["下一处", "Next"],
  here: ["此处的论断", "Claims made here"],
  list: ["论断", "Claims"],
  more: ["显示更多", "Show more"],
  about: ["文献页", "About this text"],
  keys: ["→ ← 逐处移动，Enter 查看论断", "→ ← go from mark to mark, Enter shows the claims"],
  text: ["原文", "The text"],
  missing: ["原文未附，只列论断与其位置。要在原文中阅读，请指明文献所在的文件夹：", "The text is not at hand; its claims are listed with their places. To read them in the text, say where the texts are:"],
  toEntity: ["在事物页中查看", "See it on the page of the thing"],
});
const ROWS = 100; // claims that the list shows at once
const HITS = 500;
const LONG = 50000; // characters, from which on what is out of sight is not laid out

export async function view(parameters) {
  const iri = parameters.get("iri") ?? "";
  const data = await whole(iri);
  const points = data.text === null ? null : codePoints(data.text);
  const state = { iri, data, points, at: range(parameters), predicate: parameters.get("predicate") ?? "", hits: [], hit: -1 };
  state.list = el("ol", { class: "stated-here" });
  state.text = points ? el("div", { class: points.length > LONG ? "reading long" : "reading", tabindex: "0", role: "region", "aria-label": t("text"), lang: "zh-Hans" }) : null;
  state.status = el("span", { class: "quiet small", role: "status" });
  const panel = el("div", { class: "claims-panel" }, el("h2", {}, t("list"), el("span", { class: "count" }, data.claims.length)), chooser(state), state.list);
  if (state.text) state.text.addEventListener("keydown", (event) => walk(event, state));
  const content = el(
    "div",
    { class: points ? "reader" : "reader without-text" },
    el("div", { class: "source-head" }, el("h1", {}, named(data.citation)), el("p", { class: "small quiet" }, data.name, " · ", el("a", { href: entityAddress(iri) }, t("about")))),
    points ? el("div", { class: "source-text" }, finder(state, parameters.get("find") ?? ""), state.text) : attach(),
    panel,
  );
  draw(state);
  rows(state);
  if (state.at) requestAnimationFrame(() => reveal(state));
  return { content, update: (next) => follow(next, state) };
}

// All of a text; the server gives long ones in parts.
async function whole(iri) {
  const first = await get(`/api/source?iri=${encodeURIComponent(iri)}`);
  for (let part = first; part.next; ) {
    part = await get(part.next);
    if (first.text !== null) first.text += part.text;
    first.claims.push(...part.claims);
    Object.assign(first.predicateLabels, part.predicateLabels);
  }
  return first;
}

function range(parameters) {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(parameters.get("at") ?? "");
  return found && Number(found[1]) < Number(found[2]) ? [Number(found[1]), Number(found[2])] : null;
}

const attach = () => el("div", { class: "source-text" }, el("p", {}, t("missing")), el("pre", {}, "borderkg attach FOLDER --store STORE"));
const primary = (claim) => claim.evidence.filter((evidence) => evidence.primary);
const chosen = (state) => state.data.claims.filter((claim) => !state.predicate || claim.predicate === state.predicate);

// The address has changed: another place, another property.
function follow(parameters, state) {
  if (parameters.get("iri") !== state.iri) return false;
  const predicate = parameters.get("predicate") ?? "";
  state.at = range(parameters);
  if (predicate !== state.predicate) {
    state.predicate = state.choice.value = predicate;
    rows(state);
  }
  draw(state);
  if (state.at) reveal(state);
  return true;
}

function chooser(state) {
  const counts = new Map();
  for (const claim of state.data.claims) counts.set(claim.predicate, (counts.get(claim.predicate) ?? 0) + 1);
  const options = [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => el("option", { value: name, selected: name === state.predicate }, `${pick(state.data.predicateLabels[name])} (${count})`));
  state.choice = el("select", { "aria-label": t("property"), onchange: () => {
    state.predicate = state.choice.value;
    change({ predicate: state.predicate }, { keep: true });
    draw(state);
    rows(state);
  } }, el("option", { value: "" }, t("all")), options);
  return state.choice;
}

function finder(state, words) {
  const field = el("input", { type: "search", value: words, "aria-label": t("find"), placeholder: t("find") });
  const look = () => {
    state.hits = places(state.data.text, field.value, HITS);
    state.hit = -1;
    change({ find: field.value });
    state.status.textContent = field.value.trim() ? `${state.hits.length}${state.hits.length === HITS ? "+" : ""} ${t("found")}` : "";
    draw(state);
  };
  const step = (by) => {
    if (!state.hits.length) return;
    state.hit = (state.hit + by + state.hits.length) % state.hits.length;
    state.status.textContent = `${state.hit + 1} / ${state.hits.length} ${t("found")}`;
    state.text.querySelector(`[data-start="${state.hits[state.hit][0]}"]`)?.scrollIntoView({ block: "center" });
  };
  field.addEventListener("input", look);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) step(event.shiftKey ? -1 : 1);
  });
  if (words) requestAnimationFrame(look);
  const button = (word, by) => el("button", { type: "button", class: "quiet-button", onclick: () => step(by) }, word);
  return el("div", { class: "finder", role: "group", "aria-label": t("find") }, field, button(t("before"), -1), button(t("after"), 1), state.status, el("span", { class: "quiet small keys" }, t("keys")));
}

// The text with what is marked in it: the claims of the list, the place of the address, what was found.
function draw(state) {
  if (!state.text) return;
  const ranges = chosen(state).flatMap((claim) => primary(claim).map(({ start, end }) => ({ start, end, kind: claim.conflicts.length ? "said clashing" : "said", thing: claim })));
  if (state.at) ranges.push({ start: state.at[0], end: state.at[1], kind: "at" });
  for (const [start, end] of state.hits) ranges.push({ start, end, kind: "hit" });
  const shown = blocks(state.points, state.data.pages).map((block) => [
    block.page ? el("p", { class: "page-number" }, t("page").replace("#", block.page.number), block.page.width ? [" ", printed(state.iri, block.page, () => state.at)] : null) : null,
    el("div", { class: "block" }, pieces(state.points, block, ranges, (claims, node) => told(state, claims, node))),
  ]);
  show(state.text, shown.flat().filter(Boolean));
}

// The claims of a mark, in the drawer; the place goes into the address.
function told(state, claims, node) {
  const ends = claims.flatMap(primary).filter(({ start, end }) => start <= Number(node.dataset.start) && end > Number(node.dataset.start));
  const at = [Math.min(...ends.map(({ start }) => start)), Math.max(...ends.map(({ end }) => end))];
  const focus = node.dataset.start;
  state.at = at;
  change({ at: at.join("-") }, { keep: true });
  draw(state);
  const same = state.text.querySelector(`[data-start="${focus}"]`);
  state.text.focus({ preventScroll: true });
  state.current = same;
  open(`${t("here")} [${at.join("–")}]`, el("ol", { class: "stated-here" }, claims.map((claim) => el("li", {}, ...words(state, claim), el("p", { class: "small" }, el("a", { href: `${entityAddress(claim.subject)}&claim=${local(claim.claim)}` }, t("toEntity")))))));
}

function words(state, claim) {
  return [
    el("span", {}, linked(claim.subject, claim.subjectLabel), el("span", { class: "quiet" }, ` ${pick(state.data.predicateLabels[claim.predicate])} `), claim.detail ? el("span", { class: "detail" }, `${claim.detail} `) : null, linked(claim.object, claim.objectLabel)),
    claim.modality === "asserted" ? null : el("span", { class: "badge" }, t(claim.modality)),
    claim.conflicts.length ? el("span", { class: "badge conflict" }, t("conflict")) : null,
  ].filter(Boolean);
}

function rows(state) {
  const claims = chosen(state);
  const made = (some) => some.map((claim) => {
    const [{ start, end }] = primary(claim);
    const go = () => {
      state.at = [start, end];
      change({ at: `${start}-${end}` }, { keep: true });
      draw(state);
      reveal(state);
    };
    const place = state.text ? el("button", { type: "button", class: "quiet-button place", onclick: go }, `${start}–${end}`) : el("span", { class: "quiet small place" }, `${start}–${end}`);
    return el("li", {}, place, words(state, claim));
  });
  const more = el("button", { type: "button", class: "quiet-button", onclick: () => {
    const shown = state.list.children.length - 1;
    state.list.lastChild.remove();
    state.list.append(...made(claims.slice(shown, shown + ROWS)));
    if (claims.length > shown + ROWS) state.list.append(last);
  } }, t("more"));
  const last = el("li", {}, more);
  show(state.list, made(claims.slice(0, ROWS)), claims.length > ROWS ? last : []);
}

function reveal(state) {
  const node = state.text?.querySelector("mark.at");
  const centre = () => node?.scrollIntoView({ block: "center" });
  centre();
  requestAnimationFrame(centre); // again, where blocks between here and there have only now been laid out
  state.current = node;
}

// From mark to mark by the arrows, while the text has the focus; Enter shows the claims of the one that is reached.
function walk(event, state) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const marks = [...state.text.querySelectorAll("mark.said")];
  if (!marks.length || (!step && event.key !== "Enter")) return;
  event.preventDefault();
  if (!step) {
    state.current?.click();
    return;
  }
  const now = marks.indexOf(state.current);
  const next = marks[(now + step + marks.length + (now < 0 && step < 0 ? 1 : 0)) % marks.length];
  state.current?.classList.remove("current");
  next.classList.add("current");
  next.scrollIntoView({ block: "nearest" });
  state.current = next;
  state.status.textContent = next.textContent.replace(/\s+/g, "");
}
