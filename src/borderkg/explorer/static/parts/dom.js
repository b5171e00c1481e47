// Elements and requests. Text is always set as text, so that no label can become markup.
import { pick } from "./words.js";

export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...present(children));
  return node;
}

// What is left out is null or undefined.
const present = (children) => children.flat(Infinity).filter((child) => child !== null && child !== undefined);

export function show(parent, ...children) {
  parent.replaceChildren(...present(children));
}

// What an address answers, as JSON. `options` as `fetch` takes them.
export async function get(address, options = {}) {
  const response = await fetch(address, { ...options, headers: { Accept: "application/json", ...options.headers } });
  const body = await response.json();
  if (!response.ok) throw new Error(fault(body));
  return body;
}

// What a problem of the server (RFC 9457) says, in the language of the page.
export const fault = ({ detail_zh: zh, detail, title }) => pick([zh, detail]) || title;

// A name in the language that it is written in, whatever the language of the page.
export const named = (text) => el("span", { lang: /[\u3400-\u9fff]/.test(text) ? "zh-Hans" : "en" }, text);

export const entityAddress = (iri) => `/entity?iri=${encodeURIComponent(iri)}`;
export const isEntity = (value) => typeof value === "string" && value.startsWith("https://w3id.org/borderkg/id/");
