extension HTMLScript {
  /// Which incident's evidence is open, by mouse, by keys and by the page's address.
  static let choice = #"""

      // The panel shows the evidence of one incident, or what a hexagon or a disc stands for. Whoever
      // opened it has the focus again when it closes.
      const hint = byId("hint"), gathering = byId("gathering"), absent = byId("absent");
      const openers = new Map();
      const isOpen = part => part && !part.hidden && part.getClientRects().length > 0;
      function clear() {
        for (const part of all(".chosen")) { part.classList.remove("chosen"); }
        gathering.hidden = absent.hidden = true;
        hint.hidden = false;
      }
      function present(part, mark, opener, takesFocus) {
        hint.hidden = true;
        if (mark) { mark.part.classList.add("chosen"); reveal(mark); }
        if (opener) { openers.set(part, opener); }
        if (takesFocus) { part.focus({ preventScroll: true }); }
        part.scrollIntoView({ block: "nearest" });
      }
      function choose(id, opener, takesFocus) {
        clear();
        const article = articleOf.get(id), row = rowOf.get(id);
        const mark = row ? markShowing(row) : marks.find(mark => mark.part.id === id);
        if (article) {
          article.classList.add("chosen");
          row.classList.add("chosen");
          history.replaceState(null, "", `#evidence-${encodeURIComponent(id)}`);
        } else {
          absent.hidden = false;
          absent.querySelector("p").textContent = mark
            ? mark.part.getAttribute("aria-label") : `No incident ${id} is in this file.`;
          absent.querySelector(".unlisted").hidden = !mark;
        }
        present(article || absent, mark, opener, takesFocus);
      }
      // The listed incidents of a hexagon or a disc, as links, and how many there are besides.
      function gather(mark, takesFocus) {
        clear();
        const listed = rows.filter(row => markShowing(row) === mark && !row.hidden);
        const [heading, list, rest] = ["h2", "ul", "p"].map(name => gathering.querySelector(name));
        heading.textContent =
          mark.shown === 1 ? "1 incident here" : `${number.format(mark.shown)} incidents here`;
        list.replaceChildren(...listed.slice(0, 200).map(row => {
          const item = document.createElement("li"), link = document.createElement("a");
          link.href = row.querySelector("a").getAttribute("href");
          link.dataset.incident = row.dataset.incident;
          link.textContent = [".date", ".type", ".place"]
            .map(name => row.querySelector(name).textContent.trim()).join(" · ");
          item.append(link);
          return item;
        }));
        const left = mark.shown - Math.min(listed.length, 200);
        rest.textContent = left === 0 ? ""
          : `${number.format(left)} ${listed.length === 0 ? "" : "more "}are counted here and not listed.`;
        gathering.hidden = false;
        present(gathering, mark, mark.part, takesFocus);
      }
      function open(mark, takesFocus) {
        if (mark.isBin || mark.isPie) { gather(mark, takesFocus); }
        else { choose(mark.part.id, mark.part, takesFocus); }
      }
      function close() {
        const part = [...all("#evidence .chosen"), gathering, absent].find(isOpen);
        if (!part) { return; }
        const opener = openers.get(part);
        openers.delete(part);
        clear();
        history.replaceState(null, "", location.pathname + location.search);
        const list = opener && opener.closest("#gathering");
        if (list) { list.hidden = false; hint.hidden = true; }
        if (opener) { opener.focus({ preventScroll: true }); }
      }
      addEventListener("keydown", event => { if (event.key === "Escape") { close(); } });
      byId("panel").addEventListener("click", event => {
        if (event.target.closest(".close")) { close(); return; }
        const link = event.target.closest("a[data-incident]");
        if (!link) { return; }
        event.preventDefault();
        choose(link.dataset.incident, link, true);
      });

      // On the map, one mark at a time can be tabbed to; arrows go from each to the next.
      map.setAttribute("role", "group");
      map.setAttribute("tabindex", "0");
      for (const { part } of marks) {
        const title = part.querySelector("title");
        part.setAttribute("tabindex", "-1");
        part.setAttribute("role", "button");
        part.setAttribute("aria-label", title ? title.textContent : "");
        if (title) { title.remove(); }
      }
      function makeCurrent(mark) {
        for (const { part } of marks) {
          if (part.getAttribute("tabindex") === "0") { part.setAttribute("tabindex", "-1"); }
        }
        if (mark) { mark.part.setAttribute("tabindex", "0"); }
      }
      function step(mark, by) {
        const seen = marks.filter(mark => mark.shown > 0);
        const place = by === -Infinity ? 0 : by === Infinity ? seen.length - 1
          : (seen.indexOf(mark) + by + seen.length) % seen.length;
        seen[place].part.focus({ preventScroll: true });
      }
      const markAt = event => markOf.get(event.target.closest(".bin, .pie, .incident[id]"));
      map.addEventListener("click", event => {
        const mark = markAt(event);
        if (mark && !moved) { open(mark, false); }
      });
      map.addEventListener("focusin", event => {
        const mark = markAt(event);
        if (mark) { makeCurrent(mark); reveal(mark); showTip(mark); }
      });
      map.addEventListener("focusout", hideTip);
      map.addEventListener("pointerover", event => {
        const mark = markAt(event);
        if (mark && pointers.size === 0) { showTip(mark); } else { hideTip(); }
      });
      map.addEventListener("pointerleave", hideTip);
      map.addEventListener("keydown", event => {
        const mark = markAt(event);
        const arrows = {
          ArrowRight: [1, 0], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowUp: [0, -1],
        };
        const arrow = arrows[event.key];
        if (event.ctrlKey || event.metaKey || event.altKey) { return; }
        if (event.key === "+" || event.key === "=") { zoomBy(1.6); }
        else if (event.key === "-") { zoomBy(1 / 1.6); }
        else if (event.key === "0") { zoomBy(0); }
        else if (mark && (event.key === "Enter" || event.key === " ")) { open(mark, true); }
        else if (mark && arrow) { step(mark, arrow[0] + arrow[1]); }
        else if (mark && event.key === "Home") { step(mark, -Infinity); }
        else if (mark && event.key === "End") { step(mark, Infinity); }
        else if (arrow && zoom > 1) {
          [x, y] = [x - arrow[0] * width / 8, y - arrow[1] * height / 8];
          show();
        } else { return; }
        event.preventDefault();
      });

      // The address names the incident whose evidence is open.
      function openAddress() {
        let id = location.hash.slice(1);
        try { id = decodeURIComponent(id); } catch { /* It is taken as it stands. */ }
        if (id.startsWith("evidence-")) { id = id.slice("evidence-".length); }
        if (id && !articleOf.has(id)) {
          const now = [...articleOf.values()]
            .find(article => (article.dataset.former || "").split(" ").includes(id));
          if (now) { id = now.dataset.incident; }
        }
        if (id) { choose(id); }
      }
      addEventListener("hashchange", openAddress);

    """#
}
