extension RelayEdge {
  /// The edge as one line of JSON, without a line break:
  /// `{"from","to","kind","containment","reasons":[…]}`.
  public var jsonLine: String {
    let share = (containment * 1000).rounded() / 1000
    let reasons = reasons.map(RelayEdge.quoted).joined(separator: ",")
    return "{\"from\":\(RelayEdge.quoted(from)),\"to\":\(RelayEdge.quoted(to)),\"kind\":\"\(kind.rawValue)\","
      + "\"containment\":\(share),\"reasons\":[\(reasons)]}"
  }

  private static func quoted(_ text: String) -> String {
    var line = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": line += "\\\""
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\t": line += "\\t"
      case "\r": line += "\\r"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line + "\""
  }
}
