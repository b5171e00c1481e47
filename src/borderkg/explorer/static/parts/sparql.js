// Asking the store: `/api/query`, which always says how it ended. The one place of the explorer that sends SPARQL.
import { language } from "./words.js";

export class QueryError extends Error {}

// The answer as the server gives it: `head`, `results` or `boolean`, and `answer` (state, detail, rows, elapsed, version).
export async function ask(query, { id = "", most = "", signal } = {}) {
  const address = `/api/query?${new URLSearchParams(Object.entries({ id, most }).filter(([, value]) => value))}`;
  const response = await fetch(address, { method: "POST", headers: { "Content-Type": "application/sparql-query", Accept: "application/json" }, body: query, signal });
  const body = await response.json();
  if (!response.ok) throw new QueryError(language() === "zh" ? (body.detail_zh ?? body.detail) : body.detail);
  return body;
}

export const cancel = (id) => fetch(`/api/query/${id}`, { method: "DELETE" });

// The rows of a small query of the page's own, as plain values by column.
export async function rows(query) {
  const { results } = await ask(query);
  return results.bindings.map((row) => Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.value])));
}
