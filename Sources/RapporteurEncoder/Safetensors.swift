import Foundation

/// A file of named tensors, mapped into memory.
///
/// The format: eight bytes with the header's length, little-endian; a JSON header; raw row-major values.
/// Source: <https://github.com/huggingface/safetensors>, section "Format".
package struct Safetensors: Sendable {
  /// The element types that the encoder reads.
  package enum Element: String, Sendable {
    case int8 = "I8"
    case float = "F32"

    var size: Int { self == .int8 ? 1 : 4 }
  }

  /// Where a tensor lies and what it looks like.
  package struct Entry: Equatable, Sendable {
    let element: Element
    package let shape: [Int]
    /// Bytes of the file.
    let range: Range<Int>
  }

  /// The path, for messages.
  let path: String
  /// Every tensor of the known element types, by name.
  package let entries: [String: Entry]
  private let file: MappedFile

  /// Maps the file and reads its header.
  package init(path: String) throws(ModelError) {
    file = try MappedFile(path: path)
    self.path = path
    entries = try SafetensorsHeader(path: path, bytes: file.bytes).entries
  }

  /// Whether the file has a tensor called `name`.
  func has(_ name: String) -> Bool { entries[name] != nil }

  /// The shape of a tensor.
  func shape(of name: String) throws(ModelError) -> [Int] {
    guard let entry = entries[name] else { throw ModelError(file: path, reason: .missingTensor(name)) }
    return entry.shape
  }

  /// The values of a float tensor of this shape, copied.
  package func floats(_ name: String, _ shape: [Int]) throws(ModelError) -> [Float] {
    let range = try find(name, .float, shape).range
    return [Float](unsafeUninitializedCapacity: range.count / 4) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: file.bytes[range]))
      count = range.count / 4
    }
  }

  /// The values of an int8 tensor of this shape, in place; they live as long as `self` does.
  package func bytes(_ name: String, _ shape: [Int]) throws(ModelError) -> UnsafeBufferPointer<Int8> {
    let range = try find(name, .int8, shape).range
    return UnsafeRawBufferPointer(rebasing: file.bytes[range]).bindMemory(to: Int8.self)
  }

  private func find(_ name: String, _ element: Element, _ shape: [Int]) throws(ModelError) -> Entry {
    guard let entry = entries[name] else { throw ModelError(file: path, reason: .missingTensor(name)) }
    guard entry.element == element, entry.shape == shape else {
      throw ModelError(
        file: path,
        reason: .wrongTensor(
          name: name, expected: "\(element.rawValue) \(shape)",
          found: "\(entry.element.rawValue) \(entry.shape)"))
    }
    return entry
  }
}

/// The header of a tensor file, checked against the file's size.
private struct SafetensorsHeader {
  let entries: [String: Safetensors.Entry]

  private struct Description: Decodable {
    let dtype: String
    let shape: [Int]
    let dataOffsets: [Int]

    enum CodingKeys: String, CodingKey {
      case dtype, shape
      case dataOffsets = "data_offsets"
    }
  }

  /// The header's value: a tensor, or the free text under `__metadata__`.
  private enum Value: Decodable {
    case tensor(Description)
    case metadata([String: String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if decoder.codingPath.last?.stringValue == "__metadata__" {
        self = .metadata(try container.decode([String: String].self))
      } else {
        self = .tensor(try container.decode(Description.self))
      }
    }
  }

  init(path: String, bytes: UnsafeRawBufferPointer) throws(ModelError) {
    func broken(_ what: String) -> ModelError { ModelError(file: path, reason: .malformed(what)) }
    guard bytes.count > 8 else { throw broken("\(bytes.count) bytes are too few for a tensor file") }
    let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    guard length <= UInt64(bytes.count - 8) else { throw broken("the header is cut off") }
    let start = 8 + Int(length)
    let values: [String: Value]
    do {
      values = try JSONDecoder().decode([String: Value].self, from: Data(bytes[8..<start]))
    } catch {
      throw broken("the header isn't the JSON of a tensor file (\(error))")
    }
    var entries: [String: Safetensors.Entry] = [:]
    for case (let name, .tensor(let tensor)) in values {
      guard let element = Safetensors.Element(rawValue: tensor.dtype) else {
        throw broken("tensor '\(name)' has the unknown element type \(tensor.dtype)")
      }
      guard let entry = SafetensorsHeader.entry(tensor, element, start: start, end: bytes.count) else {
        throw broken("tensor '\(name)' doesn't fit the file or its shape")
      }
      entries[name] = entry
    }
    self.entries = entries
  }

  /// The place of a tensor, if offsets, shape and file agree.
  private static func entry(
    _ tensor: Description, _ element: Safetensors.Element, start: Int, end: Int
  ) -> Safetensors.Entry? {
    guard tensor.dataOffsets.count == 2, tensor.shape.allSatisfy({ $0 >= 0 }) else { return nil }
    let (from, to) = (tensor.dataOffsets[0], tensor.dataOffsets[1])
    guard from >= 0, from <= to, to <= end - start else { return nil }
    var size = element.size
    for extent in tensor.shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: extent)
      if overflow { return nil }
      size = product
    }
    guard size == to - from else { return nil }
    return Safetensors.Entry(element: element, shape: tensor.shape, range: start + from..<start + to)
  }
}
