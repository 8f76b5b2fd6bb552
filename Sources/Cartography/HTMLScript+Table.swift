extension HTMLScript {
  /// The table: sorting, and opening the evidence.
  static let table = #"""

      // The table is sorted by the column whose heading is pressed, and back when pressed again.
      const body = document.querySelector("tbody");
      rows.forEach((row, index) => { row.order = index; });
      const key = (row, column) => {
        const cell = row.cells[column], text = cell.textContent.trim();
        if (!cell.classList.contains("number")) { return text; }
        return text === "" ? -1 : parseFloat(text);
      };
      all("thead th").forEach((heading, column, headings) => {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...heading.childNodes);
        heading.append(button);
        button.addEventListener("click", () => {
          const isNumber = rows.length > 0 && rows[0].cells[column].classList.contains("number");
          const now = heading.getAttribute("aria-sort");
          const next = now === "ascending" ? "descending"
            : now === "descending" ? "ascending" : isNumber ? "descending" : "ascending";
          const sign = next === "ascending" ? 1 : -1;
          const order = column === 0 ? (a, b) => sign * (a.order - b.order) : (a, b) => {
            const [p, q] = [key(a, column), key(b, column)];
            const less = isNumber ? p - q : p.localeCompare(q);
            return sign * less || a.order - b.order;
          };
          for (const other of headings) { other.removeAttribute("aria-sort"); }
          heading.setAttribute("aria-sort", next);
          body.append(...[...rows].sort(order));
        });
      });
      body.addEventListener("click", event => {
        const row = event.target.closest("tr"), link = row.querySelector("a");
        if (String(getSelection())) { return; }
        event.preventDefault();
        choose(row.dataset.incident, link, true);
      });
      for (const [name, isOver] of [["pointerover", true], ["pointerout", false]]) {
        body.addEventListener(name, event => {
          const mark = markShowing(event.target.closest("tr"));
          if (mark) { mark.part.classList.toggle("pointed", isOver); }
        });
      }
      show();

    """#
}
