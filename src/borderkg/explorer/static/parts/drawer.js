// The drawer at the side: what stands behind a thing that was picked. One at a time; Escape closes it and gives the focus back.
import { el } from "./dom.js";
import { t } from "./words.js";

let opened = null;

export function open(title, content, { onclose } = {}) {
  const before = opened?.before ?? document.activeElement;
  close({ quietly: true });
  const head = el("h2", { tabindex: "-1" }, title);
  const button = el("button", { type: "button", class: "quiet-button", "aria-label": t("close"), onclick: () => close() }, "×");
  const node = el("aside", { class: "drawer", "aria-label": typeof title === "string" ? title : null }, el("div", { class: "drawer-head" }, head, button), content);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.body.append(node);
  document.body.classList.add("with-drawer");
  opened = { node, before, onclose };
  head.focus();
  return node;
}

export function close({ quietly = false } = {}) {
  if (!opened) return;
  const { node, before, onclose } = opened;
  opened = null;
  node.remove();
  document.body.classList.remove("with-drawer");
  if (quietly) return;
  onclose?.();
  if (before?.isConnected) before.focus({ preventScroll: true });
}
