// A button that copies a text, and says so.
import { el } from "./dom.js";
import { wording } from "./words.js";

const t = wording({
  copy: ["复制", "Copy"],
  copied: ["已复制", "Copied"],
});

export function copy(text, about) {
  const button = el("button", { type: "button", class: "quiet-button copy", "aria-label": `${t("copy")}: ${about}` }, t("copy"));
  const said = el("span", { class: "hidden", role: "status" });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = said.textContent = t("copied");
    setTimeout(() => { button.textContent = t("copy"); said.textContent = ""; }, 2000);
  });
  return [button, said];
}
