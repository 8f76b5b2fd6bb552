#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A shared library that is opened when something in it is first used, not when the program starts.
///
/// PROJ draws in some forty libraries, which cost every start about 8 ms where the program is linked
/// to it, and GEOS costs 2 ms; most commands use neither. An opened library is never closed.
///
/// - SeeAlso: `dlopen(3)`, `dlsym(3)`.
@safe package struct DynamicLibrary: Sendable {
  private let description: String
  // Opaque to everybody but the linker, and valid until the program ends.
  private nonisolated(unsafe) let handle: UnsafeMutableRawPointer

  /// Opens the first of several file names that the system's linker finds.
  ///
  /// Where there is none, the program ends with one line on standard error and status 69
  /// (`EX_UNAVAILABLE`): a library that the program was built with is part of its installation.
  ///
  /// - Parameters:
  ///   - name: What people call the library, such as `PROJ`.
  ///   - files: File names, best first, such as `libproj.so.25`.
  ///   - package: The Debian package to install, such as `libproj25`.
  package init(_ name: String, files: [String], package: String) {
    guard
      let handle = unsafe files.lazy.compactMap({ file in
        unsafe dlopen(file, RTLD_LAZY | RTLD_LOCAL)
      }).first
    else {
      Self.fail(
        "the library \(name) is not installed (looked for \(files.joined(separator: ", ")));"
          + " install the package \(package)")
    }
    unsafe self.handle = handle
    description = "\(name); install the package \(package)"
  }

  /// A function of the library.
  ///
  /// Where there is none, the program ends as it does where the library is missing.
  ///
  /// - Parameters:
  ///   - name: Its symbol, such as `geod_inverse`.
  ///   - type: Its type, a `@convention(c)` function; nothing checks that it is the true one.
  /// - Returns: The function, as quick to call as one that was linked.
  @unsafe package func function<Function>(
    _ name: String, as type: Function.Type = Function.self
  ) -> Function {
    guard let symbol = unsafe dlsym(handle, name) else {
      Self.fail("there is no function \(name) in the installed version of \(description)")
    }
    return unsafe unsafeBitCast(symbol, to: type)
  }

  private static func fail(_ sentence: String) -> Never {
    let line = Array("incidentmap: \(sentence)\n".utf8)
    _ = unsafe write(STDERR_FILENO, line, line.count)
    exit(69)
  }
}
