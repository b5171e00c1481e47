// A page to try the addresses of /openapi.json: choose one, fill in its parameters, see the request and what it answers.
import "../alone.js";
import { el, fault, get, show } from "../parts/dom.js";

const main = document.getElementById("main");

async function start() {
  const description = await get("/openapi.json");
  const here = new URLSearchParams(location.search);
  const operations = Object.entries(description.paths).map(([path, methods]) => ({ path, ...methods.get }));
  const asked = here.get("question"); // by its name, or its number (cq10)
  const wanted = operations.find(({ operationId: name }) => name === asked || name.split("-")[0] === asked) ?? operations[0];
  const place = el("div", {});
  const choice = el(
    "select",
    { id: "operation", "aria-label": "地址 Address", onchange: (event) => chosen(operations.find((o) => o.path === event.target.value), new URLSearchParams(), place) },
    operations.map((operation) => el("option", { value: operation.path, selected: operation === wanted }, `${operation.path} — ${operation.summary}`)),
  );
  show(main, el("h1", {}, "问题接口 API"), el("p", { class: "quiet" }, "机器可读的说明 The description for programs: ", el("a", { href: "/openapi.json" }, "OpenAPI")), el("form", { class: "sparql" }, choice), place);
  chosen(wanted, here, place);
  if (here.has("question")) place.querySelector("form").requestSubmit();
}

function chosen(operation, given, place) {
  const answer = el("div", { id: "answer", "aria-live": "polite" });
  const request = el("code", { id: "request" });
  const fields = operation.parameters.map((parameter) => field(parameter, given.get(parameter.name)));
  const form = el(
    "form",
    {
      class: "try",
      onsubmit: (event) => {
        event.preventDefault();
        ask(operation, form, request, answer);
      },
    },
    fields,
    el("p", {}, el("button", { type: "submit" }, "查询 Ask")),
  );
  show(place, el("p", { class: "lead" }, operation.summary), operation.description ? el("p", { class: "quiet" }, operation.description) : "", form, el("p", {}, request), answer);
}

function field({ name, description, schema, example }, given) {
  const value = given ?? schema.default ?? "";
  const input = schema.enum
    ? el("select", { id: name, name }, el("option", { value: "" }, "—"), schema.enum.map((one) => el("option", { selected: one === given }, one)))
    : el("input", { id: name, name, value, placeholder: example ?? null, maxlength: schema.maxLength ?? null, type: schema.type === "integer" ? "number" : "text" });
  return el("p", {}, el("label", { for: name }, el("b", {}, name), ` ${description}`), el("br", {}), input);
}

async function ask(operation, form, request, answer) {
  const filled = [...new FormData(form)].filter(([name, value]) => value !== "" && value !== String(operation.parameters.find((p) => p.name === name).schema.default ?? ""));
  const address = `${operation.path}${filled.length ? "?" : ""}${new URLSearchParams(filled)}`;
  request.textContent = `GET ${address}`;
  history.replaceState(null, "", `/api?${new URLSearchParams([["question", operation.operationId], ...filled])}`);
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  const body = await response.text();
  if (!response.ok) {
    show(answer, el("p", { class: "error", role: "alert" }, fault(JSON.parse(body))));
    return;
  }
  const read = response.headers.get("Content-Type").startsWith("text/csv") ? null : JSON.parse(body);
  show(answer, read?.rows?.length ? table(read) : el("pre", {}, read ? JSON.stringify(read, null, 2) : body));
}

function table({ variables, rows }) {
  const cells = (row) => variables.map((name) => el("td", {}, row[name] ?? ""));
  return el(
    "div",
    { class: "scroll" },
    el("table", {}, el("thead", {}, el("tr", {}, variables.map((name) => el("th", { scope: "col" }, name)))), el("tbody", {}, rows.map((row) => el("tr", {}, cells(row))))),
  );
}

start().catch((error) => show(main, el("p", { class: "error", role: "alert" }, error.message)));
