internal import GRDB

/// What kept the ledger from doing what it was asked: what, which file, and what to do.
public struct LedgerError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    case missing
    case folder
    case noSuchFolder
    case unwritten(String)
    case foreign
    case damaged(String)
    case readOnly
    case full
    case busy
    case newer(String)
    case badQuery(String)
    case unknownReport(String)
    case unknownHappening(String)
    case unknownSubject(String)
    case refused(String)
    case resources(String)
    case other(String)
  }

  /// The ledger's path.
  public let file: String
  /// What is wrong.
  public let reason: Reason

  /// Makes an error.
  public init(file: String, reason: Reason) {
    self.file = file
    self.reason = reason
  }

  /// `file: what is wrong; what to do`.
  public var description: String { "\(file): \(words)" }

  private var words: String {
    switch reason {
    case .missing: "no such ledger; make one with rapporteur ingest"
    case .folder: "is a folder; name a file in it with --ledger"
    case .noSuchFolder: "its folder does not exist; make it, or name another file with --ledger"
    case .unwritten(let why):
      "could not be written (\(why)); nothing was damaged. See whether the disk is full or a limit is reached, and run "
        + "the command again"
    case .foreign: "is no ledger; it was left as it is. Name another file with --ledger"
    case .damaged(let why):
      "is damaged (\(why)); restore a copy, or ingest the sources anew into another file"
    case .readOnly: "may not be written; check its rights and those of its folder"
    case .full: "the disk is full; nothing was damaged. Make room and run the command again"
    case .busy: "another program is writing to it; run the command again when that is done"
    case .newer(let step):
      "was written by a newer version of Rapporteur (it knows step \(step)); update this one"
    case .badQuery(let why): "the search cannot be understood: \(why)"
    case .unknownReport(let key): "holds no report '\(key)'; rapporteur search lists what it holds"
    case .unknownSubject(let what): "has no \(what)"
    case .refused(let why): why
    case .unknownHappening(let number): "holds no happening '\(number)'; rapporteur happenings lists them"
    case .resources(let why): why
    case .other(let why): why
    }
  }
}

extension LedgerError {
  /// What SQLite's complaint means to a user.
  init(_ error: any Error, file: String) {
    if let own = error as? LedgerError {
      self = own
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(file: file, reason: .other("\(error)"))
      return
    }
    self.init(file: file, reason: LedgerError.reason(error))
  }

  /// What tells of a file that is shorter than it says, or of a broken disk.
  private static let unread: [ResultCode] = [
    .SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_CORRUPTFS, .SQLITE_IOERR_DATA,
  ]

  private static func reason(_ error: DatabaseError) -> Reason {
    let words = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB: return .foreign
    case .SQLITE_CORRUPT: return .damaged(words)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: return .readOnly
    case .SQLITE_FULL: return .full
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
    case .SQLITE_IOERR: return unread.contains(error.extendedResultCode) ? .damaged(words) : .unwritten(words)
    default: return .other(words)
    }
  }
}
