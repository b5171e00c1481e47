// Elements of drawings, and how wide their words are.
const NS = "http://www.w3.org/2000/svg";

// As `el` of dom.js makes elements of the page: text is text, a listener is an attribute `on…`, what is empty is left out.
export function draw(name, attributes = {}, ...children) {
  const node = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, typeof value === "number" ? Math.round(value * 100) / 100 : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

export const path = (points) => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;

// A bound for the width of a line in pixels, for whatever font shows it: a Chinese character is as wide as it is high.
export function wide(text, size = 12) {
  let sum = 0;
  for (const letter of text) sum += letter.charCodeAt(0) > 0x2e80 ? 1 : 0.58;
  return sum * size;
}

// A text cut to a width.
export function cut(text, room, size = 12) {
  if (wide(text, size) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && wide(letters.join(""), size) + size > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

// A text in at most two lines of a width, broken at a space where there is one near; what does not fit is cut.
export function twoLines(text, room, size = 12) {
  if (wide(text, size) <= room) return [text];
  let first = "";
  for (const letter of text) {
    if (wide(first + letter, size) > room) break;
    first += letter;
  }
  const space = first.lastIndexOf(" ");
  if (space > 0 && text[first.length] !== " ") first = first.slice(0, space);
  return [first.trimEnd(), cut(text.slice(first.length).trimStart(), room, size)];
}

// The room that a drawing has across, in pixels, within limits.
export function room(least = 320, most = 960) {
  const main = document.getElementById("main");
  const style = getComputedStyle(main);
  return Math.max(least, Math.min(most, main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)));
}
