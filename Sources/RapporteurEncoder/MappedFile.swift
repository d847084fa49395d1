#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file mapped into memory for reading; the system loads its pages as they are touched.
///
/// `@unchecked Sendable`: the memory is never written and lives as long as the object.
final class MappedFile: @unchecked Sendable {
  /// The bytes of the file.
  let bytes: UnsafeRawBufferPointer

  /// Maps the file at `path`.
  init(path: String) throws(ModelError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw MappedFile.failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw MappedFile.failure(path) }
    guard (status.st_mode & S_IFMT) == S_IFREG else {
      throw ModelError(file: path, reason: .unreadable("not a regular file"))
    }
    guard status.st_size > 0 else {
      throw ModelError(file: path, reason: .malformed("the file is empty"))
    }
    let mapped = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let mapped, mapped != MAP_FAILED else { throw MappedFile.failure(path) }
    bytes = UnsafeRawBufferPointer(start: mapped, count: Int(status.st_size))
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

  private static func failure(_ path: String) -> ModelError {
    ModelError(file: path, reason: .unreadable(String(cString: strerror(errno))))
  }
}
