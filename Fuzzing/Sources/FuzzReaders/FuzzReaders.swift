internal import Foundation

/// libFuzzer's own loop, from its runtime library.
@_silgen_name("LLVMFuzzerRunDriver")
private func run(
  _ argc: UnsafeMutablePointer<CInt>,
  _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Where the package manager has a program begin: libFuzzer takes it from there, and calls back with every
/// input that it makes up.
@_cdecl("FuzzReaders_main")
public func begin(
  _ argc: CInt, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var (argc, argv) = (argc, argv)
  return run(&argc, &argv) { data, count in
    Reader.underTest.read(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
  }
}

/// Stops the run where a promise is broken; libFuzzer keeps the input.
func expect(_ holds: Bool, _ promise: String) {
  if !holds { fatalError(promise) }
}
