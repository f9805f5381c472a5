/** The list marks the row of the task that a swap has put beside it. */
export function watchPanel(root) {
  root.addEventListener("htmx:afterSettle", (event) => {
    const shown = root.querySelector("[data-panel-open]")?.dataset.task;
    if (event.target.id !== "panel" || !shown) return;
    for (const row of root.querySelectorAll(".av-row[data-task]")) {
      if (row.dataset.task === shown) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
  });
}
