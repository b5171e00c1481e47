// The names, versions and licences of the packages that a bundle holds, for the file beside it.
import { readFileSync, readdirSync } from "node:fs";
import { build } from "esbuild";

const { metafile } = await build({ entryPoints: [`${process.argv[2]}.js`], bundle: true, write: false, format: "esm", metafile: true });
const folders = new Set(Object.keys(metafile.inputs).map((path) => path.match(/^(node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1]).filter(Boolean));
for (const folder of [...folders].sort()) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf-8"));
  const text = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  console.log(`${name} ${version}, ${license}\n\n${readFileSync(`${folder}/${text}`, "utf-8").trim()}\n\n${"-".repeat(60)}\n`);
}
