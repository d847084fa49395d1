public import Foundation

/// Records from JSON Lines, or from one indented record.
public enum RecordLines {
  /// What is wrong with a file of records, and in which line.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    /// The file's name.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// What is wrong.
    public let reason: String

    /// `file:line: what is wrong`.
    public var description: String { "\(file):\(line): \(reason)" }
  }

  /// The schema that this module reads.
  public static let schema = "rapporteur/1"

  /// The records of a file, each with its fault where it cannot be read; empty lines are passed over.
  ///
  /// - Parameters:
  ///   - bytes: The file: one record a line, or one record on several lines.
  ///   - file: Its name, for messages.
  public static func read(_ bytes: Data, file: String) -> [Result<StoredRecord, Fault>] {
    // One indented record; else each line tells its fault.
    if let whole = try? record(bytes, file: file, line: 1) {
      return [.success(whole)]
    }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap {
      index, line in
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return nil }
      return Result { () throws(Fault) in try record(Data(line), file: file, line: index + 1) }
    }
  }

  private static func record(_ bytes: Data, file: String, line: Int) throws(Fault) -> StoredRecord {
    let record: StoredRecord
    do {
      record = try JSONDecoder().decode(StoredRecord.self, from: bytes)
    } catch {
      throw Fault(file: file, line: line, reason: reason(error))
    }
    guard record.schema == schema else {
      throw Fault(file: file, line: line, reason: "the schema is '\(record.schema)', not '\(schema)'")
    }
    return record
  }

  private static func reason(_ error: any Error) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
    switch error {
    case DecodingError.keyNotFound(let key, let context):
      return "no record: '\(key.stringValue)' is missing at '\(path(context))'"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      return "no record: the value of '\(path(context))' is of the wrong kind"
    case DecodingError.dataCorrupted: return "no JSON"
    default: return "\(error)"
    }
  }
}
