#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How well one colour stands out from another: the contrast ratio of WCAG 2.
enum Contrast {
  /// 1 for the same lightness up to 21 for black on white.
  ///
  /// - SeeAlso: Web Content Accessibility Guidelines 2.1, "contrast ratio".
  static func ratio(_ a: UInt32, _ b: UInt32) -> Double {
    let (a, b) = (luminance(a), luminance(b))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The relative luminance of an sRGB colour `0xRRGGBB`, 0 … 1.
  static func luminance(_ color: UInt32) -> Double {
    let parts = [16, 8, 0].map { (shift: UInt32) -> Double in
      let value = Double(color >> shift & 255) / 255
      return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The colour that CSS writes `#rrggbb`; black where it is none.
  static func color(_ text: String) -> UInt32 { UInt32(text.dropFirst(), radix: 16) ?? 0 }

  /// A colour mixed with another, `part` of it.
  static func mix(_ color: UInt32, with other: UInt32, part: Double) -> UInt32 {
    [16, 8, 0].reduce(0) { (mixed: UInt32, shift: UInt32) in
      let (a, b) = (Double(color >> shift & 255), Double(other >> shift & 255))
      return mixed | UInt32((a + part * (b - a)).rounded()) << shift
    }
  }
}
