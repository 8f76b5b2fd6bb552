/// The script of ``HTMLDocument``: pan and zoom, filters, the choice of an incident.
enum HTMLScript {
  static let text = #"""
    (function () {
      "use strict";
      var root = document.documentElement;
      var byId = function (id) { return document.getElementById(id); };
      var all = function (query) { return Array.prototype.slice.call(document.querySelectorAll(query)); };
      root.classList.add("scripting");
      all(".scripted").forEach(function (part) { part.hidden = false; });

      // The choice of an incident
      var rows = all("tr[data-incident]");
      function choose(id, moveFocus) {
        all(".chosen").forEach(function (part) { part.classList.remove("chosen"); });
        var article = byId("evidence-" + id);
        if (!article) { return; }
        [article, byId(id)].forEach(function (part) { if (part) { part.classList.add("chosen"); } });
        rows.forEach(function (row) { row.classList.toggle("chosen", row.dataset.incident === id); });
        byId("hint").hidden = true;
        if (moveFocus) { article.focus({ preventScroll: true }); }
        article.scrollIntoView({ block: "nearest" });
      }
      all("g.incident[id]").forEach(function (mark) {
        mark.setAttribute("tabindex", "0");
        mark.setAttribute("role", "button");
        mark.setAttribute("aria-label", mark.querySelector("title").textContent);
        mark.addEventListener("click", function () { if (!moved) { choose(mark.id, false); } });
        mark.addEventListener("keydown", function (event) {
          if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(mark.id, true); }
        });
      });
      rows.forEach(function (row) {
        row.querySelector("a").addEventListener("click", function (event) {
          event.preventDefault();
          choose(row.dataset.incident, true);
        });
      });
      if (location.hash.indexOf("#evidence-") === 0) { choose(location.hash.slice(10), false); }

      // Filters
      var from = byId("from"), until = byId("until"), play = byId("play"), timer = null;
      function day(number) { return new Date(number * 86400000).toISOString().slice(0, 10); }
      function filter() {
        var types = all("input[name=type]:checked").map(function (box) { return box.value; });
        var shown = 0;
        rows.forEach(function (row) {
          var visible = types.indexOf(row.dataset.type) >= 0;
          if (visible && from && row.dataset.from) {
            visible = +row.dataset.until >= +from.value && +row.dataset.from <= +until.value;
          }
          row.classList.toggle("filtered", !visible);
          var mark = byId(row.dataset.incident);
          if (mark) { mark.classList.toggle("filtered", !visible); }
          if (visible) { shown += 1; }
        });
        if (from) {
          from.parentNode.querySelector("output").textContent = day(from.value);
          until.parentNode.querySelector("output").textContent = day(until.value);
        }
        byId("count").textContent = shown + " of " + rows.length + " incidents shown";
      }
      byId("filters").addEventListener("input", function (event) {
        if (event.target === from && +from.value > +until.value) { until.value = from.value; }
        if (event.target === until && +until.value < +from.value) { from.value = until.value; }
        filter();
      });
      function stop() { clearInterval(timer); timer = null; play.textContent = "Play"; }
      if (play) {
        play.addEventListener("click", function () {
          if (timer) { stop(); return; }
          var last = +until.max;
          var step = Math.max(1, Math.round((last - +from.value) / 80));
          if (+until.value >= last) { until.value = from.value; }
          play.textContent = "Stop";
          filter();
          timer = setInterval(function () {
            until.value = Math.min(last, +until.value + step);
            filter();
            if (+until.value >= last) { stop(); }
          }, 120);
        });
      }
      filter();

      // Pan and zoom
      var map = document.querySelector(".incident-map");
      map.setAttribute("role", "group");
      var view = byId("map-view");
      var frame = document.querySelector("#map-window rect");
      var box = ["x", "y", "width", "height"].map(function (name) { return +frame.getAttribute(name); });
      // Symbols and names keep their size; a name keeps its place beside what it names.
      function turn(part, box) {
        part.style.transformOrigin =
          (box.x + box.width / 2) + "px " + (box.y + box.height / 2) + "px";
      }
      function gap(a, b) {
        return Math.hypot(
          Math.max(a.x - b.x - b.width, 0, b.x - a.x - a.width),
          Math.max(a.y - b.y - b.height, 0, b.y - a.y - a.height));
      }
      var signs = all("#incidents .cluster, .towns circle").map(function (sign) {
        var bounds = sign.getBBox();
        turn(sign, bounds);
        return bounds;
      });
      all("#labels text").forEach(function (name) {
        var bounds = name.getBBox(), nearest = bounds, least = Infinity;
        signs.forEach(function (sign) {
          if (gap(bounds, sign) < least) { least = gap(bounds, sign); nearest = sign; }
        });
        turn(name, nearest);
      });
      var zoom = 1, x = 0, y = 0, moved = false, start = null;
      function show() {
        // The limits keep the window covered: x + zoom · left ≤ left, x + zoom · right ≥ right.
        x = Math.min(box[0] * (1 - zoom), Math.max((box[0] + box[2]) * (1 - zoom), x));
        y = Math.min(box[1] * (1 - zoom), Math.max((box[1] + box[3]) * (1 - zoom), y));
        view.setAttribute("transform", "translate(" + x + " " + y + ") scale(" + zoom + ")");
        view.style.setProperty("--zoom", zoom);
        map.classList.toggle("zoomed", zoom !== 1);
        map.style.touchAction = zoom > 1 ? "none" : "pan-y";
      }
      function at(event) {
        var point = new DOMPoint(event.clientX, event.clientY);
        return point.matrixTransform(map.getScreenCTM().inverse());
      }
      function zoomBy(factor, point) {
        var next = Math.min(16, Math.max(1, zoom * factor));
        x = point.x - (point.x - x) * next / zoom;
        y = point.y - (point.y - y) * next / zoom;
        zoom = next;
        show();
      }
      var middle = { x: box[0] + box[2] / 2, y: box[1] + box[3] / 2 };
      byId("zoom-in").addEventListener("click", function () { zoomBy(1.6, middle); });
      byId("zoom-out").addEventListener("click", function () { zoomBy(1 / 1.6, middle); });
      byId("zoom-reset").addEventListener("click", function () { zoom = 1; x = 0; y = 0; show(); });
      map.addEventListener("wheel", function (event) {
        if (zoom === 1 && !event.ctrlKey && !event.metaKey) { return; }
        event.preventDefault();
        zoomBy(Math.pow(1.0018, -event.deltaY), at(event));
      }, { passive: false });
      map.addEventListener("dblclick", function (event) { zoomBy(2, at(event)); });
      map.addEventListener("pointerdown", function (event) {
        moved = false;
        start = { point: at(event), x: x, y: y, id: event.pointerId };
      });
      map.addEventListener("pointermove", function (event) {
        if (!start || event.pointerId !== start.id) { return; }
        var now = at(event);
        if (!moved && Math.hypot(now.x - start.point.x, now.y - start.point.y) < 4) { return; }
        if (!moved) { moved = true; map.setPointerCapture(event.pointerId); }
        x = start.x + now.x - start.point.x;
        y = start.y + now.y - start.point.y;
        show();
      });
      ["pointerup", "pointercancel"].forEach(function (name) {
        map.addEventListener(name, function () { start = null; });
      });
    })();

    """#
}
