import assert from "node:assert/strict";
import { test } from "node:test";
import { read } from "../js/parts/chart-table.js";
import { page } from "./page.mjs";

test("reads numbers as written in French and leaves gaps, skipped columns and totals out", () => {
  const table = page(`<table>
    <thead><tr><th>Agence</th><th>Joints</th><th data-chart-skip>Note</th><th>Taux</th></tr></thead>
    <tbody><tr><th>Nord</th><td>1 206</td><td>x</td><td>80,5 %</td></tr><tr><th>Sud</th><td>–</td><td>x</td><td data-value="0.5">un demi</td></tr></tbody>
    <tfoot><tr><th>Total</th><td>9</td><td></td><td></td></tr></tfoot></table>`).querySelector("table");
  assert.deepEqual(read(table), {
    labels: ["Nord", "Sud"],
    series: [{ name: "Joints", values: [1206, null] }, { name: "Taux", values: [80.5, 0.5] }],
  });
});
