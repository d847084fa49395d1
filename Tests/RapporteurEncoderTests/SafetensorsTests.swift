import Foundation
import RapporteurEncoder
import Testing

/// The bytes of a tensor file with this header.
private func tensorFile(_ header: String, values: [UInt8]) -> Data {
  var length = UInt64(header.utf8.count).littleEndian
  return Data(bytes: &length, count: 8) + Data(header.utf8) + Data(values)
}

@Suite struct SafetensorsTests {
  private let header = """
    {"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2],"data_offsets":[1,9]},\
    "b":{"dtype":"I8","shape":[1,1],"data_offsets":[0,1]}}
    """

  @Test func tensorsAreReadAtAnyOffset() throws {
    let file = try TemporaryFile(tensorFile(header, values: [0xFE, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0]))
    let tensors = try Safetensors(path: file.path)
    #expect(try tensors.floats("a", [2]) == [1, -2])
    #expect(try Array(tensors.bytes("b", [1, 1])) == [-2])
  }

  @Test func whatIsMissingIsNamed() throws {
    let file = try TemporaryFile(tensorFile(header, values: [UInt8](repeating: 0, count: 9)))
    let tensors = try Safetensors(path: file.path)
    #expect(throws: ModelError(file: file.path, reason: .missingTensor("c"))) { try tensors.floats("c", [2]) }
    #expect(
      throws: ModelError(
        file: file.path, reason: .wrongTensor(name: "a", expected: "F32 [3]", found: "F32 [2]"))
    ) { try tensors.floats("a", [3]) }
    #expect(
      throws: ModelError(
        file: file.path, reason: .wrongTensor(name: "a", expected: "I8 [2]", found: "F32 [2]"))
    ) { try tensors.bytes("a", [2]) }
  }

  @Test(arguments: [
    "{", "[]", #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[2,10]}}"#,
    #"{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}"#,
    #"{"a":{"dtype":"F32","shape":[4611686018427387904,8],"data_offsets":[0,8]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8]}}"#,
    #"{"a":{"dtype":"BF17","shape":[2],"data_offsets":[0,8]}}"#,
  ])
  func aBrokenHeaderIsRefused(header: String) throws {
    let file = try TemporaryFile(tensorFile(header, values: [UInt8](repeating: 0, count: 8)))
    #expect(throws: ModelError.self) { try Safetensors(path: file.path) }
  }

  @Test func aCutFileIsRefused() throws {
    let whole = tensorFile(header, values: [UInt8](repeating: 0, count: 9))
    for count in 0..<whole.count {
      let file = try TemporaryFile(whole.prefix(count))
      #expect(throws: ModelError.self) { try Safetensors(path: file.path) }
    }
  }

  @Test func aDamagedHeaderNeverCrashes() throws {
    let whole = tensorFile(header, values: [UInt8](repeating: 0, count: 9))
    var random = SeededGenerator(state: 17)
    for _ in 0..<600 {
      var damaged = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let file = try TemporaryFile(damaged)
      do throws(ModelError) {
        let tensors = try Safetensors(path: file.path)
        if let entry = tensors.entries["a"] { _ = try tensors.floats("a", entry.shape) }
      } catch {
        #expect(error.file == file.path)
      }
    }
  }

  @Test func aMissingFolderSaysWhatToDo() {
    let error = #expect(throws: ModelError.self) {
      try Encoder(folder: URL(fileURLWithPath: "/nonexistent/model"))
    }
    #expect(
      error?.description.hasPrefix("/nonexistent/model/manifest.json: can't be read (No such file") == true)
  }
}
