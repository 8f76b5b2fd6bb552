import SharedLibrary
import Testing

@Suite("Shared libraries")
struct DynamicLibraryTests {
  private static var mathematics: DynamicLibrary {
    DynamicLibrary(
      "the mathematical library", files: ["libnothing.so.0", "libm.so.6", "libm.dylib"],
      package: "libc6")
  }

  @Test func `the first file that is there is opened and its functions are called`() {
    let rounded: @convention(c) (Double) -> Double = unsafe Self.mathematics.function("floor")
    #expect(rounded(2.5) == 2)
  }

  @Test func `a missing library ends the program with the package to install`() async throws {
    let result = try await #require(
      processExitsWith: .exitCode(69), observing: [\.standardErrorContent]
    ) {
      _ = DynamicLibrary("Nothing", files: ["libnothing.so.0"], package: "libnothing0")
    }
    #expect(
      String(decoding: result.standardErrorContent, as: UTF8.self)
        == "incidentmap: the library Nothing is not installed (looked for libnothing.so.0);"
        + " install the package libnothing0\n")
  }

  @Test func `a missing function ends the program with its name`() async throws {
    let result = try await #require(
      processExitsWith: .exitCode(69), observing: [\.standardErrorContent]
    ) {
      let missing: @convention(c) () -> Void = unsafe Self.mathematics.function("no_such_function")
      missing()
    }
    #expect(
      String(decoding: result.standardErrorContent, as: UTF8.self)
        == "incidentmap: there is no function no_such_function in the installed version of"
        + " the mathematical library; install the package libc6\n")
  }
}
