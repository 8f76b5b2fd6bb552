import Testing

/// What a reader meets in a browser; one browser serves all of it.
@Suite(
  "In a browser", .serialized, .timeLimit(.minutes(3)),
  .enabled(if: Chromium.path != nil, "no Chromium is installed: apt-get install chromium"),
  .browser)
struct InABrowser {}
