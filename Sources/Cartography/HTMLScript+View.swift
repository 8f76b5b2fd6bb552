extension HTMLScript {
  /// Pan and zoom, by pointer, wheel and keys; what a mark says when it is pointed at.
  static let view = #"""

      // Pan and zoom. Symbols and names keep their size; a name keeps its place beside what it names.
      const view = byId("map-view");
      const edges = byId("map-window").querySelector("rect");
      const [left, top, width, height] =
        ["x", "y", "width", "height"].map(name => Number(edges.getAttribute(name)));
      const middle = { x: left + width / 2, y: top + height / 2 };
      const turnAbout = (part, box) => {
        part.style.transformOrigin =
          `${box.x + box.width / 2}px ${box.y + box.height / 2}px`;
      };
      const gap = (a, b) => Math.hypot(
        Math.max(a.x - b.x - b.width, 0, b.x - a.x - a.width),
        Math.max(a.y - b.y - b.height, 0, b.y - a.y - a.height));
      const signs = all("#incidents .cluster, .towns circle", map).map(sign => {
        const box = sign.getBBox();
        turnAbout(sign, box);
        return box;
      });
      for (const name of all("#labels text", map)) {
        const box = name.getBBox();
        let nearest = box, least = Infinity;
        for (const sign of signs) {
          const distance = gap(box, sign);
          if (distance < least) { [nearest, least] = [sign, distance]; }
        }
        turnAbout(name, nearest);
      }
      // A phone shows the window alone: all around it is told by the page.
      const isSmall = matchMedia("screen and (max-width: 40rem)");
      const sheet = [0, 0, ...["width", "height"].map(name => Number(map.getAttribute(name)))];
      function fit() {
        const box = isSmall.matches ? [left, top, width, height] : sheet;
        map.setAttribute("viewBox", box.join(" "));
        map.setAttribute("width", box[2]);
        map.setAttribute("height", box[3]);
      }
      isSmall.addEventListener("change", fit);
      fit();
      let zoom = 1, x = 0, y = 0;
      function show() {
        // The limits keep the window covered: x + zoom · left ≤ left, x + zoom · right ≥ right.
        x = Math.min(left * (1 - zoom), Math.max((left + width) * (1 - zoom), x));
        y = Math.min(top * (1 - zoom), Math.max((top + height) * (1 - zoom), y));
        view.setAttribute("transform", `translate(${x} ${y}) scale(${zoom})`);
        view.style.setProperty("--zoom", zoom);
        map.classList.toggle("zoomed", zoom !== 1);
        byId("zoom-in").disabled = zoom === 16;
        byId("zoom-out").disabled = byId("zoom-reset").disabled = zoom === 1;
        hideTip();
      }
      function zoomBy(factor, point = middle) {
        const next = Math.min(16, Math.max(1, zoom * factor));
        x = point.x - (point.x - x) * next / zoom;
        y = point.y - (point.y - y) * next / zoom;
        zoom = next;
        show();
      }
      // Moves the map where a mark lies outside of the window.
      function reveal(mark) {
        const box = mark.part.getBBox();
        const [px, py] = [box.x + box.width / 2, box.y + box.height / 2];
        const [sx, sy] = [x + zoom * px, y + zoom * py];
        if (sx > left && sx < left + width && sy > top && sy < top + height) { return; }
        [x, y] = [middle.x - zoom * px, middle.y - zoom * py];
        show();
      }
      const at = event =>
        new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
      byId("zoom-in").addEventListener("click", () => zoomBy(1.6));
      byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.6));
      byId("zoom-reset").addEventListener("click", () => zoomBy(0));
      map.addEventListener("wheel", event => {
        // The wheel scrolls the page until the reader has begun to zoom.
        if (zoom === 1 && !event.ctrlKey && !event.metaKey) { return; }
        event.preventDefault();
        zoomBy(Math.pow(1.0018, -event.deltaY), at(event));
      }, { passive: false });
      map.addEventListener("dblclick", event => zoomBy(2, at(event)));

      // One pointer pans, two pinch. A click that ends a pan chooses nothing.
      const pointers = new Map();
      let moved = false;
      const spread = () => {
        const [a, b] = [...pointers.values()];
        return { size: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      };
      map.addEventListener("pointerdown", event => {
        if (pointers.size === 0) { moved = false; }
        pointers.set(event.pointerId, at(event));
      });
      map.addEventListener("pointermove", event => {
        const before = pointers.get(event.pointerId);
        if (!before || pointers.size > 2) { return; }
        const now = at(event);
        if (!moved && Math.hypot(now.x - before.x, now.y - before.y) < 4) { return; }
        if (!moved) { moved = true; map.setPointerCapture(event.pointerId); }
        if (pointers.size === 2) {
          const old = spread();
          pointers.set(event.pointerId, now);
          const pinch = spread();
          if (old.size > 0) { zoomBy(pinch.size / old.size, pinch); }
        } else {
          [x, y] = [x + now.x - before.x, y + now.y - before.y];
          pointers.set(event.pointerId, now);
          show();
        }
      });
      for (const name of ["pointerup", "pointercancel"]) {
        addEventListener(name, event => pointers.delete(event.pointerId));
      }

      // What a mark stands for, beside it while it is pointed at or has the focus.
      const tip = byId("tip");
      function showTip(mark) {
        const box = mark.part.getBoundingClientRect();
        const around = tip.parentNode.getBoundingClientRect();
        tip.textContent = mark.part.getAttribute("aria-label");
        tip.hidden = false;
        const room = around.width - tip.offsetWidth;
        const beside = box.left + box.width / 2 - around.left - tip.offsetWidth / 2;
        const above = box.top - around.top - tip.offsetHeight - 8;
        tip.style.left = `${Math.max(0, Math.min(room, beside))}px`;
        tip.style.top = `${above < 0 ? box.bottom - around.top + 8 : above}px`;
      }
      function hideTip() { tip.hidden = true; }

    """#
}
