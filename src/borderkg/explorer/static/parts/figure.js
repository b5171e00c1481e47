// What a reader takes away of a view: the drawing as SVG or PNG with its caption, its rows as CSV, and the query that gives them.
import { el } from "./dom.js";
import { wording } from "./words.js";

const t = wording({
  svg: ["矢量图 SVG", "SVG"],
  png: ["位图 PNG", "PNG"],
  csv: ["数据 CSV", "CSV"],
  query: ["本图的 SPARQL", "The SPARQL of this figure"],
});

const NS = "http://www.w3.org/2000/svg";
const DRAWN = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "fill-opacity", "stroke-opacity", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline", "visibility", "display"];
const LINE = 16; // pixels of a line of the caption, below the drawing

// A figure: its drawing, caption and the row of downloads. `rows` are arrays, the first one the names of the columns; each may be a
// function, asked when it is wanted. `name` is that of the files; `more` are links beside the others.
export function figure({ drawing, caption, name, rows, query, more = [] }) {
  const below = el("figcaption", {}, caption); // a view may say more there as its state changes; that is what is saved
  const words = () => below.textContent;
  const give = (form, make) => el("button", { type: "button", class: "quiet-button", onclick: () => make() }, t(form));
  return el(
    "figure",
    { class: "view-figure" },
    el("div", { class: "drawing", tabindex: "0", role: "group", "aria-label": caption }, drawing),
    below,
    el(
      "p",
      { class: "exports" },
      give("svg", () => save(`${name}.svg`, "image/svg+xml", standalone(current(drawing), words()))),
      give("png", () => png(current(drawing), words(), name)),
      rows ? give("csv", () => save(`${name}.csv`, "text/csv;charset=utf-8", toCsv(typeof rows === "function" ? rows() : rows))) : null,
      rows ? give("excel", () => save(`${name}.csv`, "text/csv;charset=utf-8", `\ufeff${toCsv(typeof rows === "function" ? rows() : rows)}`)) : null,
      query ? el("a", { href: `/query?query=${encodeURIComponent(query)}` }, t("query")) : null,
      more,
    ),
  );
}

const current = (drawing) => (drawing instanceof SVGElement ? drawing : drawing.querySelector("svg"));

export function toCsv(rows) {
  const cell = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return rows.map((row) => row.map((value) => cell(String(value ?? ""))).join(",")).join("\r\n") + "\r\n";
}

export function save(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// A drawing that needs no page: what the style sheets say of it is written into it, on the paper's colour, with the caption below.
function standalone(svg, caption) {
  const copy = svg.cloneNode(true);
  const from = [svg, ...svg.querySelectorAll("*")];
  const to = [copy, ...copy.querySelectorAll("*")];
  from.forEach((node, k) => {
    const style = getComputedStyle(node);
    for (const name of DRAWN) to[k].setAttribute(name, style.getPropertyValue(name));
    to[k].removeAttribute("class");
    to[k].removeAttribute("tabindex");
  });
  const box = svg.getBoundingClientRect();
  const [x, y, width, height] = (svg.getAttribute("viewBox") ?? `0 0 ${box.width} ${box.height}`).split(/[\s,]+/).map(Number);
  const paper = getComputedStyle(document.body);
  const lines = broken(caption, width - 16);
  const whole = height + LINE * lines.length + 22;
  const part = (name, attributes, text) => {
    const node = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text) node.textContent = text;
    return node;
  };
  copy.setAttribute("xmlns", NS);
  copy.setAttribute("viewBox", `${x} ${y} ${width} ${whole}`);
  copy.setAttribute("width", width);
  copy.setAttribute("height", whole);
  copy.prepend(part("title", {}, caption), part("rect", { x, y, width, height: whole, fill: paper.backgroundColor }));
  const line = { x: x + 8, fill: paper.color, "font-size": 12, "font-family": paper.fontFamily };
  lines.forEach((words, k) => copy.append(part("text", { ...line, y: y + height + 20 + LINE * k }, words)));
  return new XMLSerializer().serializeToString(copy);
}

// The caption in lines of the drawing's width: a Chinese character is 12 pixels wide, a Latin one about 6.5.
function broken(text, width) {
  const lines = [""];
  let used = 0;
  for (const character of text) {
    const wide = character.charCodeAt(0) > 0x2e80 ? 12 : 6.5;
    if (used + wide > width && !"，。；：、）》".includes(character)) {
      lines.push("");
      used = 0;
    }
    lines[lines.length - 1] += character;
    used += wide;
  }
  return lines;
}

async function png(svg, caption, name) {
  const image = new Image();
  const text = standalone(svg, caption);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = el("canvas", { width: image.naturalWidth * 2, height: image.naturalHeight * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => save(`${name}.png`, "image/png", blob));
}
