import Foundation
import IncidentModel
import Testing

@Suite("Identities of reports and events")
struct IdentityTests {
  @Test(arguments: [
    // Source: FIPS 180-4 examples, csrc.nist.gov/projects/cryptographic-standards-and-guidelines.
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `a report's identity is the SHA-256 of its bytes`(_ text: String, _ hash: String) {
    #expect(Report.sha256(of: Array(text.utf8)) == hash)
  }

  @Test func `a million letters a have the known hash`() {
    #expect(
      Report.sha256(of: Array(repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  // MARK: - Event keys

  private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test(arguments: [
    (EventKey(report: abc, offset: 0), "\(abc):0"),
    (EventKey(report: abc, offset: 42, place: 1), "\(abc):42/1"),
    (EventKey(report: abc, offset: 1_000_000, place: 12), "\(abc):1000000/12"),
  ])
  func `a key is written and read in one form`(_ key: EventKey, _ text: String) throws {
    #expect(key.description == text)
    #expect(EventKey(text) == key)
    let json = try JSONEncoder().encode([key])
    #expect(try JSONDecoder().decode([EventKey].self, from: json) == [key])
    #expect(try JSONDecoder().decode([String].self, from: json) == [text])
  }

  @Test(arguments: [
    "", ":", "a", "a:", ":1", "a:b", "a:1:2", "a:1/", "a:1/b", "a:/1", "a:1/2/3", "a:1/0", "a:+1",
    "a:01", "a: 1", "a:1 ",
  ])
  func `any other text is no key`(_ text: String) {
    #expect(EventKey(text) == nil)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([EventKey].self, from: JSONEncoder().encode([text]))
    }
  }

  @Test func `an incident is named by 12 digits of the hash of its smallest key`() {
    // Source: sha256sum of "abc:0", and of the key with the hash of "abc", 42 and 1.
    #expect(EventKey(report: "abc", offset: 0).incidentID == "i-5f36efce86f6")
    #expect(EventKey(report: Self.abc, offset: 42).incidentID == "i-d832c2880c84")
    #expect(EventKey(report: Self.abc, offset: 42, place: 1).incidentID == "i-8c0d56bea759")
  }

  @Test func `keys are ordered by report, then offset as a number, then place`() {
    let ordered = [
      EventKey(report: "a", offset: 9), EventKey(report: "a", offset: 10),
      EventKey(report: "a", offset: 10, place: 2), EventKey(report: "a", offset: 10, place: 11),
      EventKey(report: "b", offset: 0),
    ]
    #expect(ordered.reversed().sorted() == ordered)
  }
}
