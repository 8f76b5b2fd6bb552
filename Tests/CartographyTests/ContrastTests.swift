import IncidentModel
import Testing

@testable import Cartography

@Suite("Contrast of the themes") struct ContrastTests {
  /// Ratios by WCAG's own definition: of black on white, and of the greys that its documents name.
  @Test(arguments: [
    (0x000000 as UInt32, 0xFFFFFF as UInt32, 21.0), (0x767676, 0xFFFFFF, 4.54),
    (0x949494, 0xFFFFFF, 3.03), (0xFF0000, 0xFFFFFF, 4.0), (0x123456, 0x123456, 1),
  ])
  func `the ratio is that of WCAG`(a: UInt32, b: UInt32, ratio: Double) {
    #expect((Contrast.ratio(a, b) - ratio).magnitude < 0.01)
    #expect(Contrast.ratio(a, b) == Contrast.ratio(b, a))
  }

  @Test(arguments: MapTheme.allCases)
  func `every text stands out from everything that it may stand on`(theme: MapTheme) {
    let colors = theme.colors
    let texts = [
      "ink": colors.ink, "towns, degrees and notes": colors.softInk,
      "countries and municipalities": colors.faintInk, "waters": colors.waterInk,
    ]
    for (name, text) in texts {
      for ground in colors.grounds + [colors.panel, colors.halo] {
        let ratio = Contrast.ratio(Contrast.color(text), Contrast.color(ground))
        #expect(ratio >= 4.5, "\(name) \(text) on \(ground): \(ratio)")
      }
    }
    #expect(
      Contrast.ratio(Contrast.color(colors.panel), Contrast.color(colors.ink)) >= 4.5,
      "the N on its arrow")
  }

  @Test(arguments: MapTheme.allCases, EventType.allCases)
  func `every symbol has a line that stands out from the ground`(theme: MapTheme, type: EventType) {
    let color = theme.symbol(of: type).color
    let lines =
      theme == .dark
      ? [Contrast.color(theme.colors.ink), theme.line(of: color, isFilled: false)]
      : [theme.line(of: color, isFilled: true), theme.line(of: color, isFilled: false)]
    for ground in theme.colors.grounds {
      for line in lines { #expect(Contrast.ratio(line, Contrast.color(ground)) >= 3) }
    }
  }

  @Test(arguments: MapTheme.allCases)
  func `borders, frames and rings are seen`(theme: MapTheme) {
    let colors = theme.colors
    for ground in [colors.land, colors.focus, colors.tint] {
      #expect(Contrast.ratio(Contrast.color(colors.border), Contrast.color(ground)) >= 3)
    }
    for ground in [colors.paper, colors.sea, colors.land, colors.focus] {
      #expect(Contrast.ratio(Contrast.color(colors.frame), Contrast.color(ground)) >= 3)
    }
  }

  @Test func `in print every class has a lightness of its own, and its shape`() {
    let lightness = EventType.allCases.map { type -> Double in
      let y = Contrast.luminance(MapTheme.print.symbol(of: type).color)
      var root = 1.0
      for _ in 0..<60 { root -= (root * root * root - y) / (3 * root * root) }
      return 116 * root - 16
    }.sorted()
    for (a, b) in zip(lightness, lightness.dropFirst()) { #expect(b - a > 7) }
    #expect(Set(EventType.allCases.map { MapTheme.print.symbol(of: $0).shape }).count == 8)
  }
}
