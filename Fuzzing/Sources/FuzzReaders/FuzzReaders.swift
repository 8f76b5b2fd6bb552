internal import Foundation

/// Called by libFuzzer with every input that it makes up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  Reader.underTest.read(bytes)
  return 0
}

/// Stops the run where a promise is broken; libFuzzer keeps the input.
func expect(_ holds: Bool, _ promise: String) {
  if !holds { fatalError(promise) }
}
