/** A number as people write it here ("1 206", "80 %", "1,5"), or null for an empty cell or a dash. */
export function number(cell) {
  const written = (cell.dataset.value ?? cell.textContent).replace(/[\s\u00a0\u202f%€]/g, "").replace("\u2212", "-").replace(",", ".");
  return written === "" || Number.isNaN(Number(written)) ? null : Number(written);
}

/**
 * Labels from the first column, one series per other column of the head; a head cell with `data-chart-skip` leaves its
 * column to the table alone, and so do rows of the foot (totals).
 */
export function read(table) {
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const series = heads
    .map((head, column) => ({ head, column }))
    .filter(({ head, column }) => column > 0 && !head.hasAttribute("data-chart-skip"))
    .map(({ head, column }) => ({ name: head.textContent.trim(), values: rows.map((row) => number(row.cells[column])) }));
  return { labels: rows.map((row) => row.cells[0].textContent.trim()), series };
}
