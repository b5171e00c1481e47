// The words of the page, in Chinese and English. A view has its own table: `const t = wording({ key: [zh, en] })`, which falls back
// on this one.
const words = {
  skip: ["跳到正文", "Skip to content"],
  brand: ["沿边开放知识图谱", "China's border opening"],
  search: ["检索", "Search"],
  searchHint: ["口岸、政策、试验区、国家…（可用拼音）", "a port, policy, zone, country… (pinyin will do)"],
  lineage: ["沿革", "Lineage"],
  map: ["地图", "Map"],
  figures: ["图表", "Figures"],
  checks: ["核查", "Checks"],
  ontology: ["本体", "Ontology"],
  close: ["关闭", "Close"],
  export: ["导出", "Export"],
  title: ["沿边开放知识图谱", "A knowledge graph of China's border opening"],
  lead: [
    "从中文文献中读出的政策、时期、平台、口岸与数据。每一事实都可回到原文的字句。",
    "Policies, periods, platforms, ports and figures, read from Chinese texts. Every fact leads back to the words that say it.",
  ],
  documents: ["文献", "documents"],
  claims: ["论断", "claims"],
  triples: ["三元组", "triples"],
  texts: ["文献来源", "Texts"],
  questions: ["可问的问题", "Questions"],
  results: ["检索", "Search for"],
  none: ["没有名称包含这些字的事物。试试更短的名称，如“满洲里”。", "Nothing bears this name. Try a shorter one, in Chinese, such as 满洲里."],
  most: ["只列出最接近的 30 项；多输几个字可缩小范围。", "The 30 nearest are listed; more characters narrow the search."],
  conflicts: ["相互冲突的论断", "Claims in conflict"],
  openAll: ["展开全部原文", "Open all passages"],
  closeAll: ["收起", "Close all"],
  nothing: ["打不开", "Not here"],
  inverse: ["另一事物对本事物而言", "said of the other thing"],
  context: ["据上下文：", "read with:"],
  noRows: ["没有符合的结果。", "Nothing answers this query."],
  keys: ["Ctrl+Enter 运行", "Ctrl+Enter runs it"],
  claimsOf: ["论断与原文", "Claims and their passages"],
  as: ["又名", "also"],
  noText: ["原文未附。以 borderkg attach 指明文献所在的文件夹。", "The text is not at hand. Say where the texts are: borderkg attach FOLDER"],
  page: ["页", "p."],
  inText: ["在原文中查看", "see it in its text"],
  rule: ["规则", "rule"],
  conflict: ["与另一论断冲突", "in conflict with another claim"],
  planned: ["计划", "planned"],
  proposed: ["建议", "proposed"],
  denied: ["否认", "denied"],
  inferred: ["推断", "inferred"],
  unsaid: ["原文并无此语，由该段所举之名推知；引用时请勿作原文所言。", "No words of the passage say this: the names in it tell it. Do not cite it as stated."],
  noClaims: ["本图谱的文献未言及此事物。", "The texts of this graph say nothing of it."],
  run: ["查询", "Run"],
  running: ["正在查询…", "Running…"],
  rows: ["行", "rows"],
  cut: ["结果已截断，不完整", "cut: this is not all"],
  broken: ["结果在传输中被截断，不完整。请缩小范围或加 LIMIT。", "The answer was cut on its way. Ask for less, or with LIMIT."],
  shown: ["仅显示前 500 行；下载可得全部。", "The first 500 rows are shown; a download has them all."],
  yes: ["是", "Yes"],
  no: ["否", "No"],
  download: ["下载", "Download"],
  excel: ["供 Excel", "for Excel"],
  excelTold: ["逗号分隔值，前有字节顺序标记，Excel 由此按 UTF-8 读取中文", "Comma-separated values with a byte-order mark, by which Excel reads the Chinese as UTF-8"],
  example: ["选一个问题", "Choose a question"],
  switch: ["English", "中文"],
};

// `lang=` in the address wins, so that a shared address opens in the language that it was seen in; then what the reader chose.
let current = new URL(location.href).searchParams.get("lang") ?? localStorage.getItem("language") ?? (navigator.language?.startsWith("zh") ? "zh" : "en");

export const language = () => (current === "en" ? "en" : "zh");

export function setLanguage(wanted) {
  current = wanted === "en" ? "en" : "zh";
  localStorage.setItem("language", current);
  document.documentElement.lang = current === "zh" ? "zh-Hans" : "en";
  document.getElementById("language").textContent = t("switch");
  document.getElementById("language").lang = current === "zh" ? "en" : "zh-Hans";
  const here = new URL(location.href);
  if (here.searchParams.has("lang")) {
    here.searchParams.set("lang", current);
    history.replaceState(null, "", here);
  }
}

// The words of the page's own frame, which stands in the document: each place names its word in `data-word`.
export function label(root) {
  for (const node of root.querySelectorAll("[data-word]")) {
    if (node.matches("input")) node.placeholder = t(node.dataset.word);
    else node.textContent = t(node.dataset.word);
  }
}

// Of a pair, Chinese first, the one of the language of the page; of the other where it is empty.
export const pick = (pair) => (pair ? pair[language() === "zh" ? 0 : 1] || pair[0] || pair[1] : "");
export const wording = (own) => (key) => pick(own[key] ?? words[key]) || key;
export const t = wording(words);
