import CRapporteurMarkup

/// Inflates bytes that lie in memory: the body of a web server's answer.
enum Gzip {
  /// The inflated bytes (gzip or zlib); nil where they are damaged from the start or would be more than `limit`.
  static func inflated(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    let state = crm_gunzip_new()
    defer { crm_gunzip_free(state) }
    var result: [UInt8] = []
    var output = [UInt8](repeating: 0, count: 1 << 16)
    let input = Array(bytes)
    var position = 0
    while position < input.count {
      var taken = 0
      var given = 0
      let status = input.withUnsafeBufferPointer {
        crm_gunzip_step(
          state, $0.baseAddress.map { $0 + position }, $0.count - position, &taken, &output, output.count,
          &given)
      }
      result += output[..<given]
      position += taken
      if result.count > limit { return nil }
      if status != 0 || (taken == 0 && given == 0) { break }
    }
    return result.isEmpty ? nil : result
  }
}
