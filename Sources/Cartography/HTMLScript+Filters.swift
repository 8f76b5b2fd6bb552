extension HTMLScript {
  /// Filters by type, precision, time and words; hexagons and discs are counted anew.
  static let filters = #"""

      // Filters
      const from = byId("from"), until = byId("until"), play = byId("play");
      const exact = byId("exact"), search = byId("search"), bars = byId("bars");
      const types = all("[name=type]").map(box => ({
        box, number: Number(box.value), name: box.dataset.name, fill: box.dataset.fill,
        line: box.dataset.line,
      }));
      const kinds = 4 * (1 + Math.max(0, ...types.map(type => type.number)));
      const isComplete = rows.length === records.count;
      const passes = new Uint8Array(records.count), found = new Uint8Array(records.count).fill(1);
      const tally = new Uint32Array((marks.length + 1) * kinds);
      const sums = new Float64Array((marks.length + 1) * kinds);
      const number = new Intl.NumberFormat("en");
      const day = number => new Date(number * 86400000).toISOString().slice(0, 10);

      function filter() {
        const allowed = new Uint8Array(kinds);
        for (const type of types) {
          if (!type.box.checked) { continue; }
          for (const kind of [0, 1, 2, 3]) {
            allowed[4 * type.number + kind] = !(exact && exact.checked && kind & 2) ? 1 : 0;
          }
        }
        const [first, last] = from ? [Number(from.value), Number(until.value)] : [0, 0];
        const whole = !from || (from.value === from.min && until.value === until.max);
        let count = 0, drawn = 0, undated = 0;
        tally.fill(0);
        sums.fill(0);
        for (let record = 0; record < records.count; record += 1) {
          const kind = records.kind[record];
          let pass = allowed[kind] & found[record];
          if (pass && !whole) {
            if (kind & 1) { undated += 1; pass = 0; }
            else { pass = records.until[record] >= first && records.from[record] <= last ? 1 : 0; }
          }
          passes[record] = pass;
          if (pass) {
            const cell = records.mark[record] * kinds + kind;
            count += 1;
            if (records.mark[record] < marks.length) { drawn += 1; }
            tally[cell] += 1;
            sums[cell] += records.value[record];
          }
        }
        marks.forEach(draw);
        if (!marks.some(({ part, shown }) => shown && part.getAttribute("tabindex") === "0")) {
          makeCurrent(marks.find(mark => mark.shown > 0));
        }
        for (const row of rows) { row.hidden = !passes[row.dataset.record] || row.matched === false; }
        drawBars(allowed, first, last);
        tell(count, drawn, undated, whole);
      }

      // A mark without incidents is hidden; one that stands for many shows how many are left.
      const add = (a, b) => a + b;
      function draw(mark, index) {
        const counts = tally.subarray(index * kinds, (index + 1) * kinds);
        const shown = counts.reduce(add, 0);
        const isMany = mark.isBin || mark.isPie;
        if (mark.shown === shown && !isMany) { return; }
        mark.shown = shown;
        mark.part.classList.toggle("filtered", shown === 0);
        if (!isMany || shown === 0) { return; }
        const values = sums.subarray(index * kinds, (index + 1) * kinds);
        const key = counts.join() + values.join();
        if (mark.key === key) { return; }
        mark.key = key;
        const names = types.map(type => ({
          name: type.name, count: counts.subarray(4 * type.number, 4 * type.number + 4).reduce(add),
        })).filter(({ count }) => count > 0)
          .map(({ name, count }) => `${name} ${number.format(count)}`);
        const value = values.reduce(add, 0);
        mark.part.setAttribute("aria-label", [
          mark.place, measure && `${measure} ${number.format(value)}`,
          `${number.format(shown)} ${shown === 1 ? "incident" : "incidents"}: ${names.join(", ")}`,
        ].filter(part => part).join(" · "));
        if (mark.isBin) { drawBin(mark, value); } else { drawPie(mark, counts, values); }
      }
      // A hexagon looks like the class of what is left.
      function drawBin(mark, value) {
        const path = classes.findLast(({ least }) => least <= value).path;
        if (mark.looks === path) { return; }
        mark.looks = path;
        const old = mark.part.querySelector("path"), shape = path.cloneNode();
        shape.setAttribute("d", old.getAttribute("d"));
        old.replaceWith(shape);
      }
      // A disc's area says how much is left, its slices of which type, pale where the place is known
      // only roughly: of the measure where that adds up to anything, else of the incidents.
      function drawPie(mark, counts, values) {
        const { part } = mark, slices = all("path", part);
        const panel = part.querySelector("circle"), text = part.querySelector("text");
        const [x, y] = ["cx", "cy"].map(name => Number(panel.getAttribute(name)));
        mark.radius ??= slices.map(slice => slice.getBBox()).reduce(
          (most, box) => Math.max(most, y - box.y, box.y + box.height - y, x - box.x,
            box.x + box.width - x), 0);
        const value = values.reduce(add, 0), parts = value > 0 ? values : counts;
        const whole = parts.reduce(add, 0);
        mark.text ??= text.textContent;
        text.textContent = mark.shown === mark.total ? mark.text : number.format(value);
        const half = text.getComputedTextLength() / 2;
        const radius = Math.max(
          mark.radius * Math.sqrt(mark.value > 0 ? value / mark.value : 1), half + 4 * scale);
        panel.setAttribute("r", Math.min(
          Math.max(half + 1.6 * scale, 0.55 * radius), radius - 2.4 * scale));
        const point = turn => `${x + radius * Math.sin(2 * Math.PI * turn)} `
          + `${y - radius * Math.cos(2 * Math.PI * turn)}`;
        const arc = `A${radius} ${radius} 0`;
        let start = 0;
        const drawn = types.flatMap(type => [[0, 1, 1], [2, 3, 0.2]].flatMap(([a, b, opacity]) => {
          const share = (parts[4 * type.number + a] + parts[4 * type.number + b]) / whole;
          if (share === 0) { return []; }
          const path = slices[0].cloneNode();
          path.setAttribute("d", share > 0.999
            ? `M${point(0)}${arc} 0 1 ${point(0.5)}${arc} 0 1 ${point(0)}z`
            : `M${x} ${y}L${point(start)}${arc} ${share > 0.5 ? 1 : 0} 1 ${point(start + share)}z`);
          path.setAttribute("fill", type.fill);
          path.setAttribute("fill-opacity", opacity);
          path.style.stroke = opacity === 1 ? "" : type.fill;
          start += share;
          return [path];
        }));
        slices[0].before(...drawn);
        for (const old of slices) { old.remove(); }
      }

      // How many incidents begin when, over all of the time; those of the days shown in full colour.
      function drawBars(allowed, first, last) {
        if (!bars) { return; }
        const origin = Number(from.min), days = Number(from.max) - origin + 1;
        const count = Math.min(60, days), slots = new Uint32Array(count);
        for (let record = 0; record < records.count; record += 1) {
          const kind = records.kind[record];
          if (kind & 1 || !allowed[kind] || !found[record]) { continue; }
          slots[Math.floor((records.from[record] - origin) * count / days)] += 1;
        }
        const most = Math.max(1, ...slots);
        const paths = ["", ""];
        slots.forEach((size, slot) => {
          const start = origin + slot * days / count, end = origin + (slot + 1) * days / count;
          const isShown = end > first && start <= last ? 1 : 0;
          const high = size && Math.max(1, 28 * size / most);
          paths[isShown] += `M${slot * 120 / count} 30v${-high}h${100 / count}v${high}z`;
        });
        bars.querySelectorAll("path").forEach((path, index) => path.setAttribute("d", paths[index]));
      }

      // What is shown, in words; under the map too where it is printed.
      function tell(count, drawn, undated, whole) {
        for (const slider of from ? [from, until] : []) {
          const text = day(slider.value);
          slider.setAttribute("aria-valuetext", text);
          slider.parentNode.querySelector("output").textContent = text;
        }
        const left = undated > 0 ? `; ${undated} without a date are left out` : "";
        const seen = drawn === count ? " shown" : `, ${number.format(drawn)} on the map`;
        const text =
          `${number.format(count)} of ${number.format(records.count)} incidents${seen}${left}`;
        byId("count").textContent = text;
        const parts = [text];
        if (!whole) { parts.push(`${day(from.value)} to ${day(until.value)}`); }
        const chosen = types.filter(type => type.box.checked);
        if (chosen.length < types.length) {
          parts.push(chosen.map(type => type.name).join(", ") || "no type");
        }
        if (exact && exact.checked) { parts.push("places known exactly"); }
        if (isComplete && search && search.value.trim()) { parts.push(`“${search.value.trim()}”`); }
        byId("state").hidden = parts.length === 1;
        byId("state").textContent = parts.join(" · ");
      }

      // Without diacritics and case, so that "leposavic" finds Leposavić.
      const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      function find() {
        const words = fold(search.value).split(/\s+/).filter(word => word);
        if (isComplete) { found.fill(0); }
        for (const row of rows) {
          if (row.words === undefined) {
            const about = articleOf.get(row.dataset.incident).querySelector(".about");
            row.words = fold(`${row.textContent} ${about.textContent}`);
          }
          row.matched = words.every(word => row.words.includes(word));
          if (isComplete && row.matched) { found[row.dataset.record] = 1; }
        }
      }

      // Time plays: all of it grows from its first day; a part of it moves on to the last day.
      let timer = null;
      function stop() {
        clearInterval(timer);
        timer = null;
        if (play) { play.textContent = "Play"; }
      }
      function start() {
        const [least, last] = [Number(from.min), Number(from.max)];
        const step = Math.max(1, Math.round((last - least) / 80));
        let length = Number(until.value) - Number(from.value);
        if (from.value === from.min) { length = Infinity; }
        if (Number(until.value) >= last) {
          from.value = least;
          until.value = length === Infinity ? least : least + length;
        }
        play.textContent = "Stop";
        filter();
        timer = setInterval(() => {
          until.value = Math.min(last, Number(until.value) + step);
          if (length < Infinity) { from.value = Number(until.value) - length; }
          filter();
          if (Number(until.value) >= last) { stop(); }
        }, 120);
      }
      if (play) { play.addEventListener("click", () => { if (timer) { stop(); } else { start(); } }); }
      byId("filters").addEventListener("submit", event => event.preventDefault());
      byId("filters").addEventListener("input", event => {
        stop();
        const [first, last] = from ? [Number(from.value), Number(until.value)] : [0, 0];
        if (event.target === from && first > last) { until.value = first; }
        if (event.target === until && last < first) { from.value = last; }
        if (event.target === search) { find(); }
        filter();
      });

    """#
}
