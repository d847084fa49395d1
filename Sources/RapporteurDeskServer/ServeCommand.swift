import ArgumentParser
import Foundation
import Hummingbird
import RapporteurDesk
import RapporteurLedger

/// `rapporteur-desk`: the ledger in a browser. `rapporteur serve` starts it.
@main
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapporteur serve",
    abstract: "Show a ledger in a browser, at an address of this machine.",
    discussion:
      "It answers on the loopback address only, unless --host says otherwise, and writes nothing, but that an empty ledger may be filled with the samples. With --token or --token-file, those who give the token may judge codings."
  )

  @Option(help: "The ledger's file.")
  var ledger = "news.sqlite"

  @Option(help: "The address to listen at. Other than loopback, everyone who reaches it can read the ledger.")
  var host = "127.0.0.1"

  @Option(help: "The folder of samples that an empty ledger offers to read.")
  var samples = "Samples/pages"

  @Option(
    help:
      "The token that lets analysts accept, reject and recode; others on this machine can see it. Better: --token-file."
  )
  var token: String?

  @Option(help: "A file whose first line is that token.")
  var tokenFile: String?

  @Option(help: "The port.")
  var port = 8080

  /// Exits with 2 and a reason in words where the desk cannot start.
  static func main() async {
    do {
      let command = try parse()
      try await command.run()
    } catch {
      let code = exitCode(for: error)
      let message =
        error is LedgerError || error is DeskTrouble ? "rapporteur serve: \(error)" : fullMessage(for: error)
      FileHandle.standardError.write(Data((message + "\n").utf8))
      Foundation.exit(code == .success ? 0 : 2)
    }
  }

  func run() async throws {
    let secret = try secret()
    let store = try Ledger(file: ledger, access: .write, readers: 2)
    var options = DeskOptions()
    let isLoopback = ["127.0.0.1", "localhost", "::1"].contains(host)
    if !isLoopback { options.hosts = nil }
    let texts = PastedTexts()
    let desk: Desk
    let filler = isLoopback ? SampleFiller(samples: samples, ledger: ledger) : nil
    do {
      desk = try Desk(
        ledger: store, options: options,
        readText: { text, published in try await texts.record(of: text, published: published) },
        fill: filler.map { filler in { @Sendable () async throws in try await filler.fill() } }, token: secret
      )
    } catch { throw DeskTrouble(description: "\(error)") }
    let address = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/"
    let application = Application(
      router: desk.router(),
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(60),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16_384, maxHeaderListSize: 32_768, maxHeaderFieldCount: 100))),
      configuration: .init(address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { _ in
        let words = "The desk is at \(address) (\(ledger)). Ctrl-C ends it.\n"
        FileHandle.standardOutput.write(Data(words.utf8))
      })
    do { try await application.runService() } catch {
      throw DeskTrouble(
        description: "cannot listen at \(address): \(error). Is the port taken? Name another with --port")
    }
  }
}

extension ServeCommand {
  /// The shortest token, in letters.
  private static let shortest = 12

  /// The token, if one was given.
  private func secret() throws(DeskTrouble) -> String? {
    var given = token
    if let tokenFile {
      guard let text = try? String(contentsOfFile: tokenFile, encoding: .utf8) else {
        throw DeskTrouble(
          description: "\(tokenFile): cannot be read; name a file whose first line is the token")
      }
      given = text.split(separator: "\n", omittingEmptySubsequences: false).first.map(String.init)
    }
    let trimmed = given?.trimmingCharacters(in: .whitespacesAndNewlines)
    if let trimmed, trimmed.count < ServeCommand.shortest {
      throw DeskTrouble(
        description:
          "the token has \(trimmed.count) letters; \(ServeCommand.shortest) are needed, so that nobody guesses it"
      )
    }
    return trimmed
  }
}

/// What keeps the desk from starting, in words.
struct DeskTrouble: Error, CustomStringConvertible {
  let description: String
}
