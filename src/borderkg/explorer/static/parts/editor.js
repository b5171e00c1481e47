// The editor of queries: CodeMirror 6 with what this graph knows. It completes by Chinese name, alias, pinyin or IRI, underlines what
// the graph does not hold before the query runs, and tells what a term means. It stands in a root of its own (Shadow DOM), where
// CodeMirror's sheets are built by script, as the page's policy allows.
import { get } from "./dom.js";
import { define } from "./terms.js";
import { language, pick, wording } from "./words.js";
import {
  EditorState, EditorView, HighlightStyle, StreamLanguage, autocompletion, bracketMatching, closeBrackets, closeBracketsKeymap,
  completionKeymap, defaultKeymap, drawSelection, highlightActiveLine, history, historyKeymap, hoverTooltip, keymap, lineNumbers,
  lintKeymap, linter, sparql, syntaxHighlighting, tags,
} from "../vendor/codemirror.js";

const t = wording({
  class: ["类", "class"],
  property: ["属性", "property"],
  concept: ["概念", "concept"],
  entity: ["事物", "thing"],
  variable: ["变量", "variable"],
  keyword: ["关键词", "keyword"],
  prefix: ["前缀", "prefix"],
  replace: ["改为", "Change to"],
});

// The server counts characters, the editor units of UTF-16; they differ beyond the first plane.
const characters = (text, units) => [...text.slice(0, units)].length;
const units = (text, count) => [...text].slice(0, count).join("").length;

// A list with nothing in it is given as such: where CodeMirror is told `null`, it forgets what was typed meanwhile.
function complete(context) {
  const before = context.matchBefore(/[\w:?$/<\u3400-\u9fff]+/);
  return before || context.explicit ? completions(context) : null;
}

async function completions(context) {
  const text = context.state.doc.toString();
  const cursor = characters(text, context.pos);
  const { completions: found } = await get(`/api/complete?${new URLSearchParams({ query: text, cursor })}`);
  return {
    from: found.length ? units(text, found[0].start) : context.pos,
    filter: false, // the server has matched pinyin and aliases, and ranked
    options: found.map((one) => {
      const name = pick([one.label_zh, one.label_en]);
      return {
        label: one.text,
        displayLabel: name && name !== one.text ? name : one.text,
        detail: [name && name !== one.text && one.kind !== "entity" ? one.text : "", t(one.kind), one.count ? one.count.toLocaleString() : ""].filter(Boolean).join(" · "),
        type: one.kind,
      };
    }),
  };
}

const SEVERITY = { unreadable: "error", "unknown-prefix": "error", "unknown-term": "warning", "unused-term": "warning" };

async function check(view) {
  const text = view.state.doc.toString();
  if (!text.trim()) return [];
  const { remarks } = await get(`/api/check?${new URLSearchParams({ query: text })}`).catch(() => ({ remarks: [] }));
  return remarks.map((remark) => {
    const from = units(text, remark.start);
    const to = Math.max(from, units(text, remark.end));
    const named = remark.better && remark.code.startsWith("unknown");
    return {
      from,
      to,
      severity: SEVERITY[remark.code] ?? "info",
      message: language() === "zh" ? remark.zh : remark.en,
      actions: named ? [{ name: `${t("replace")} ${remark.better}`, apply: (view, from, to) => view.dispatch({ changes: { from, to, insert: remark.better } }) }] : [],
    };
  });
}

const TERM = /<[^<>\s]*>|[A-Za-z][\w-]*:[\w.\-/%]*\w/g;

async function explain(view, position) {
  const line = view.state.doc.lineAt(position);
  for (const match of line.text.matchAll(TERM)) {
    const from = line.from + match.index;
    const to = from + match[0].length;
    if (position < from || position > to) continue;
    const node = await define(match[0]);
    return node && { pos: from, end: to, above: true, create: () => ({ dom: node }) };
  }
  return null;
}

// Chromium writes over a marked text by itself, and to keep its look sets styles on elements, which the policy refuses with an error
// in the console. So this much is done for it.
const overwriting = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== "insertText" || !event.data || view.state.selection.main.empty) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    return true;
  },
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: tags.string, color: "var(--good)" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--c5)" },
  { tag: [tags.atom, tags.number, tags.bool], color: "var(--c4)" },
  { tag: [tags.link, tags.url, tags.propertyName, tags.standard(tags.variableName)], color: "var(--link)" },
]);

const face = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--card)", fontSize: ".9rem", maxHeight: "45vh" },
  "&.cm-focused": { outline: "2px solid var(--link)", outlineOffset: "1px" },
  ".cm-content": { fontFamily: "var(--mono)", caretColor: "var(--ink)", padding: ".6rem 0", minHeight: "8rem" },
  ".cm-gutters": { backgroundColor: "var(--card)", color: "var(--quiet)", border: "none" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--mark)" },
  ".cm-tooltip": { backgroundColor: "var(--card)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "4px", boxShadow: "0 .3rem 1rem var(--shade)", maxWidth: "min(34rem, 90vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--plain)", maxHeight: "16rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: ".2rem .6rem", display: "flex", justifyContent: "space-between", gap: "1rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--mark)", color: "var(--ink)" },
  ".cm-completionDetail": { color: "var(--quiet)", fontStyle: "normal", fontSize: ".8rem", alignSelf: "center" },
  ".cm-completionIcon": { display: "none" },
  ".cm-diagnostic": { padding: ".3rem .6rem", borderLeft: "3px solid var(--quiet)" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--warn)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--c5)" },
  ".cm-diagnosticAction": { font: "inherit", backgroundColor: "var(--link)", color: "var(--card)", borderRadius: "3px", padding: ".05rem .5rem", cursor: "pointer" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--warn)", textUnderlineOffset: "4px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--c5)", textUnderlineOffset: "4px" },
  ".cm-lintRange-info": { backgroundImage: "none", textDecoration: "underline dotted var(--quiet)", textUnderlineOffset: "4px" },
  ".term": { padding: ".5rem .8rem", fontFamily: "var(--plain)", fontSize: ".85rem" },
  ".term p": { margin: ".2rem 0" },
  ".term .quiet": { color: "var(--quiet)" },
});

// `run` is called by Ctrl+Enter. Gives the node, the text, and what to do when the reader has gone on.
export function editor({ text, run, name }) {
  const node = document.createElement("div");
  node.className = "editor";
  const view = new EditorView({
    root: node.attachShadow({ mode: "open" }),
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        closeBrackets(),
        StreamLanguage.define(sparql),
        syntaxHighlighting(colours),
        autocompletion({ override: [complete], icons: false, maxRenderedOptions: 60 }),
        linter(check, { delay: 400 }),
        hoverTooltip(explain, { hoverTime: 400 }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": name, autocorrect: "off", autocapitalize: "off", spellcheck: "false" }),
        keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }, ...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
        overwriting,
        face,
      ],
    }),
  });
  node.shadowRoot.append(view.dom);
  return {
    node,
    get text() {
      return view.state.doc.toString();
    },
    set text(wanted) {
      if (wanted !== view.state.doc.toString()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: wanted } });
    },
    focus: () => view.focus(),
    leave: () => view.destroy(),
  };
}
