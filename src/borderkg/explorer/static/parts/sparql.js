// Asking the store: `/api/query`, which always says how it ended. The one place of the explorer that sends SPARQL.
import { get } from "./dom.js";
import { pick } from "./words.js";

// The answer as the server gives it: `head`, `results` or `boolean`, and `answer` (state, detail, rows, elapsed, version).
export function ask(query, { id = "", most = "", signal } = {}) {
  const address = `/api/query?${new URLSearchParams(Object.entries({ id, most }).filter(([, value]) => value))}`;
  return get(address, { method: "POST", headers: { "Content-Type": "application/sparql-query" }, body: query, signal });
}

export const cancel = (id) => fetch(`/api/query/${id}`, { method: "DELETE" });

// The rows of a query of the page's own, as plain values by column. An answer that is not whole is an error.
export async function rows(query) {
  const { results, answer } = await ask(query);
  if (answer.state !== "complete") throw new Error(pick([answer.detail_zh, answer.detail]));
  return results.bindings.map((row) => Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.value])));
}
