// What stands above the content of every page: the search with what it offers, the ways to the views, the language.
import { entityAddress } from "./dom.js";
import { suggest } from "./suggest.js";
import { label, language, setLanguage } from "./words.js";

// `go(address)` is how a page leads on; `turned()` is called when the reader has chosen the other language.
export function frame({ go, turned }) {
  const field = document.getElementById("q");
  suggest(field, ({ iri }) => {
    go(entityAddress(iri));
    document.getElementById("main").focus({ preventScroll: true });
    window.scrollTo(0, 0);
  });
  document.getElementById("search").addEventListener("submit", (event) => {
    event.preventDefault();
    go(`/?q=${encodeURIComponent(field.value.trim())}`);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    field.focus();
  });
  document.getElementById("language").addEventListener("click", () => {
    setLanguage(language() === "zh" ? "en" : "zh");
    label(document);
    turned();
  });
  setLanguage(language());
  label(document);
}

// Which of the ways is the one that the reader is on; a page below it belongs to it.
export function mark(path) {
  for (const link of document.querySelectorAll("body > header nav a")) {
    if (path === link.pathname || path.startsWith(`${link.pathname}/`)) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}
