extension HTMLScript {
  /// Reads what ``IncidentRecords`` wrote, and finds the marks that it counts by.
  static let records = #"""

      // Every incident: the mark that shows it, its kind, its first and last day.
      // A kind is 4 · type, + 2 where the place is known only roughly, + 1 where no date is known.
      const records = (() => {
        const packed = atob(byId("records").content.textContent.trim());
        let at = 0;
        const next = () => {
          let value = 0, scale = 1, byte;
          do {
            byte = packed.charCodeAt(at++);
            value += (byte & 127) * scale;
            scale *= 128;
          } while (byte > 127);
          return value;
        };
        const count = next(), origin = next() - 0x400000,
          isMeasured = next() === 1;
        const read = {
          count, mark: new Int32Array(count), kind: new Uint8Array(count),
          from: new Int32Array(count), until: new Int32Array(count),
          value: new Int32Array(count).fill(1),
        };
        for (let record = 0, mark = 0; record < count;) {
          mark += next();
          const kind = next(), end = record + next();
          for (let day = origin; record < end; record += 1) {
            read.mark[record] = mark;
            read.kind[record] = kind;
            if (isMeasured) { read.value[record] = next(); }
            if (kind & 1) { continue; }
            const step = next();
            day += step >> 1;
            read.from[record] = day;
            read.until[record] = day + (step & 1 ? next() : 0);
          }
        }
        return read;
      })();

      // What shows incidents: hexagons and discs show many each, symbols one. What is not drawn
      // counts for a last mark that is not there.
      const map = document.querySelector(".incident-map");
      const marks = all("#bins .bin, #incidents .pie, #incidents .incident[id]", map)
        .map(part => ({
          part, isBin: part.matches(".bin"), isPie: part.matches(".pie"), total: 0, value: 0,
          shown: -1,
        }));
      for (let record = 0; record < records.count; record += 1) {
        const mark = marks[records.mark[record]];
        if (mark) { mark.total += 1; mark.value += records.value[record]; }
      }
      // The classes of hexagons, ascending, that of 0 first: the least value of each and its looks.
      const classes = all("#classes path").map(path => ({
        path, least: Number(path.dataset.least),
      }));
      // The places that discs are named after, in the order of the discs; some have none.
      const places = all("#discs li").map(item => item.dataset.place);
      marks.filter(mark => mark.isPie).forEach((mark, index) => { mark.place = places[index]; });
      // What hexagons and discs count besides incidents, and how large the sheet is drawn.
      const { measure, scale } = byId("drawing").dataset;
      const markOf = new Map(marks.map(mark => [mark.part, mark]));
      const rows = all("tbody tr");
      const rowOf = new Map(rows.map(row => [row.dataset.incident, row]));
      const articleOf = new Map(
        all("#evidence article").map(article => [article.dataset.incident, article]));
      // The mark that shows a row's incident.
      const markShowing = row => marks[records.mark[row.dataset.record]];

    """#
}
