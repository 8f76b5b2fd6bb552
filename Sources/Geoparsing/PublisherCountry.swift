/// The country that a web address belongs to: a newspaper at `.ie` rather means the Dublin of Ireland.
package enum PublisherCountry {
  /// The ISO 3166-1 alpha-2 code that an address's top-level domain stands for.
  ///
  /// - Parameter address: A web address, or the name of a host alone.
  /// - Returns: `nil` where the domain is no country's, or is sold to everybody.
  package static func code(of address: String) -> String? {
    var host = address[...]
    if let scheme = host.firstRange(of: "://") { host = host[scheme.upperBound...] }
    host = host.prefix { !"/?#:".contains($0) }
    if ofEverybody.contains(host.lowercased()) { return nil }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }),
      let last = labels.last?.uppercased(), last.utf8.count == 2,
      last.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }),
      !soldToEverybody.contains(last)
    else { return nil }
    return last == "UK" ? "GB" : last
  }

  /// Hosts of messengers, archives and shortened addresses, whose country says nothing.
  private static let ofEverybody: Set<String> = [
    "archive.is", "archive.ph", "bit.ly", "fb.me", "goo.gl", "is.gd", "m.me", "redd.it", "t.me",
    "telegram.me", "wa.me", "wp.me", "youtu.be",
  ]

  /// Domains of countries that are mostly used for something else.
  private static let soldToEverybody: Set<String> = [
    "AC", "AI", "AM", "CC", "CO", "EU", "FM", "GG", "IO", "LA", "LY", "SH", "ST", "SU", "TO", "TV",
    "VC", "WS",
  ]
}
