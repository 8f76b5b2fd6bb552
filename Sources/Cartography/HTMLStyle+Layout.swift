extension HTMLStyle {
  /// Where everything stands on a screen, and what answers to the pointer and to keys.
  static let layout = """
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    body { margin: 0; background: var(--paper); color: var(--ink); accent-color: var(--link);
      font: 15px/1.45 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); }
    main { display: grid; grid-template-columns: minmax(0, 1fr) 22rem; gap: 1.25rem;
      max-width: 100rem; margin: 0 auto; padding: 0.75rem 1.25rem 0.75rem 0; align-items: start; }
    .soft, #count, #hint { color: var(--soft); }
    .soft, #count { font-size: 0.9rem; }
    a { color: var(--link); }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }

    .picture { position: relative; }
    .small-print { display: none; }
    .incident-map { display: block; width: 100%; height: auto; touch-action: pan-y; }
    .incident-map:focus-visible { outline-offset: -2px; }
    .bin, .pie, #incidents .incident { cursor: pointer; outline: none; }
    :is(.bin, .pie, #incidents .incident):is(:hover, :focus-visible, .pointed, .chosen)
      > :not(text) { stroke: var(--ink); stroke-width: 2.6; }
    .filtered { display: none; }
    .zoom { position: absolute; display: grid; z-index: 1;
      border: 1px solid var(--line); border-radius: 6px; overflow: hidden;
      background: var(--panel); }
    .zoom button { width: 2.2rem; height: 2.2rem; padding: 0; border: 0; border-radius: 0;
      font-size: 1.05rem; line-height: 1; }
    .zoom button + button { border-top: 1px solid var(--line); }
    .zoom button:focus-visible { outline-offset: -3px; }
    #tip { position: absolute; z-index: 2; max-width: min(20rem, 90%); margin: 0;
      padding: 0.35rem 0.6rem; border-radius: 4px; background: var(--ink); color: var(--paper);
      font-size: 0.84rem; line-height: 1.35; pointer-events: none; width: max-content; }
    #state { display: none; }

    button { font: inherit; color: var(--ink); background: var(--panel);
      border: 1px solid var(--line); border-radius: 4px; padding: 0.2rem 0.8rem;
      cursor: pointer; }
    button:hover:not(:disabled) { background: var(--tint); }
    button:disabled { color: var(--line); cursor: default; }
    #panel { position: sticky; top: 0; max-height: 100vh; overflow: auto; padding: 0.75rem 2px; }
    form { display: grid; gap: 0.9rem; }
    form p, fieldset { margin: 0; }
    fieldset { border: 0; padding: 0; min-width: 0; }
    legend { font-weight: bold; padding: 0 0 0.2rem; }
    fieldset label, .printing label { display: flex; align-items: center; gap: 0.5rem;
      padding: 0.1rem 0; }
    .printing { font-size: 0.9rem; color: var(--soft); }
    [type=search] { width: 100%; font: inherit; color: var(--ink); background: var(--panel);
      border: 1px solid var(--line); border-radius: 4px; padding: 0.35rem 0.6rem; }
    [type=checkbox] { margin: 0; width: 1rem; height: 1rem; flex: none; }
    .swatch { flex: none; overflow: visible; }
    .time { display: grid; grid-template-columns: 2.8rem 1fr 5.6rem; gap: 0.1rem 0.5rem;
      align-items: center; }
    .time legend { grid-column: 1 / -1; }
    .time label { display: contents; }
    .time label span { grid-column: 1; }
    .time [type=range] { width: 100%; margin: 0; }
    output { font-variant-numeric: tabular-nums; text-align: right; font-size: 0.9rem; }
    #bars { grid-column: 2; width: 100%; height: 34px; fill: var(--link); }
    #bars .unshown { fill: var(--line); }
    #play { grid-column: 2; justify-self: start; margin-top: 0.35rem; min-width: 4.4rem; }

    #hint { border-top: 1px solid var(--line); padding-top: 0.8rem; margin: 0.8rem 0; }
    article, #gathering, #absent { position: relative; border-top: 1px solid var(--line);
      padding-top: 0.8rem; margin-top: 0.8rem; }
    .close { display: none; float: right; padding: 0; width: 1.9rem; height: 1.9rem;
      line-height: 1; border-color: transparent; background: none; font-size: 1.3rem; }
    .scripting .close { display: block; }
    .scripting article { display: none; }
    .scripting article.chosen { display: block; }
    article:focus, #gathering:focus, #absent:focus { outline: none; }
    h2 { display: flex; gap: 0.5rem; align-items: baseline; font-size: 1.15rem; line-height: 1.3;
      margin: 0 0 0.3rem; }
    h2 .swatch { align-self: center; }
    h3 { font-size: 1rem; margin: 1rem 0 0; overflow-wrap: anywhere; }
    article p { margin: 0.3rem 0; }
    #gathering ul { list-style: none; margin: 0; padding: 0; }
    #gathering li { padding: 0.2rem 0; }
    /* No text turns round what stands beside it. */
    blockquote, figcaption span, article p, td, caption { unicode-bidi: plaintext; }
    h2 span, h3 > *, td > *, li a { unicode-bidi: isolate; }
    .dissent { border-left: 3px solid #d55e00; padding-left: 0.6rem; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 0 0.8rem; margin: 0.5rem 0; }
    dt { color: var(--soft); }
    dd { margin: 0; font-weight: bold; }
    figure { margin: 0.4rem 0 0.6rem; }
    blockquote { margin: 0; padding: 0.25rem 0.7rem; border-left: 3px solid var(--line);
      background: var(--quote); border-radius: 0 4px 4px 0; overflow-wrap: anywhere; }
    figcaption { font-size: 0.87rem; color: var(--soft); padding: 0.15rem 0 0 0.8rem; }
    figcaption span { display: block; }

    .table { max-width: 100rem; margin: 0 auto; padding: 0 1.25rem 2rem; overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
    caption { text-align: left; color: var(--soft); padding: 0.6rem 0; }
    th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem;
      border-bottom: 1px solid var(--line); }
    th { position: sticky; top: 0; background: var(--paper); white-space: nowrap; }
    th button { border: 0; padding: 0; background: none; font-weight: bold; }
    th button::after { content: " ↕"; color: var(--line); }
    [aria-sort=ascending] button::after { content: " ↑"; color: inherit; }
    [aria-sort=descending] button::after { content: " ↓"; color: inherit; }
    .scripting tbody tr { cursor: pointer; }
    .scripting tbody tr:hover { background: var(--quote); }
    .date { white-space: nowrap; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    tr.chosen { background: var(--tint); }

    @media (max-width: 60rem) {
      main { grid-template-columns: minmax(0, 1fr); padding: 0; gap: 0; }
      #panel { position: static; max-height: none; overflow: visible; padding: 0 1rem; }
      .table { padding: 1rem; }
      .zoom button { width: 2.4rem; height: 2.4rem; }
    }
    /* On a phone the window fills the width, and larger symbols and letters stand for the smaller
       scale; the legend, which the filters repeat, and the names of lesser places make room. */
    @media screen and (max-width: 40rem) {
      .scripting header.unseen { position: static; width: auto; height: auto; clip-path: none;
        padding: 0.8rem 1rem 0.6rem; }
      .scripting h1 { font-size: 1.25rem; margin: 0; }
      .scripting header p { margin: 0; color: var(--soft); font-size: 0.9rem; }
      .scripting .small-print { display: block; margin: 0; padding: 0.4rem 1rem 1rem;
        color: var(--soft); font-size: 0.75rem; }
      .scripting :is(#legend, #scale, #locator),
      .scripting #labels .label:not(.incident, .coarse, .city) { display: none; }
      .scripting #labels .halo { display: none; }
      .scripting #labels .label { --small: 2; paint-order: stroke; stroke: var(--halo);
        stroke-width: 2.4px; stroke-linejoin: round; }
      .scripting #incidents { --small: 1.6; }
      .scripting .zoom { inset: auto 0.6rem 0.6rem auto; }
      #panel { padding-top: 0.9rem; }
      table, caption, tbody, tr, td { display: block; }
      thead { display: none; }
      tr { padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
      td { border: 0; padding: 0 0.2rem; }
      .date, .type { display: inline; color: var(--soft); }
      td.number { display: none; }
    }
    #incidents .cluster, #labels text, .towns circle {
      transform: scale(calc(var(--small, 1) / var(--zoom, 1))); transform-box: view-box; }
    @media screen { .zoomed #scale, .zoomed #locator, .zoomed .degrees,
      .zoomed > .neatline path { display: none; } }

    """
}
