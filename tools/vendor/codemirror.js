// The part of CodeMirror that the editor of queries uses; bundled by tools/vendor/renew.sh.
export { EditorState, Compartment } from "@codemirror/state";
export { EditorView, keymap, hoverTooltip, lineNumbers, highlightActiveLine, drawSelection, placeholder } from "@codemirror/view";
export { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
export { StreamLanguage, HighlightStyle, syntaxHighlighting, bracketMatching } from "@codemirror/language";
export { tags } from "@lezer/highlight";
export { autocompletion, completionKeymap, closeBrackets, closeBracketsKeymap, startCompletion } from "@codemirror/autocomplete";
export { linter, lintKeymap, forceLinting } from "@codemirror/lint";
export { sparql } from "@codemirror/legacy-modes/mode/sparql";
