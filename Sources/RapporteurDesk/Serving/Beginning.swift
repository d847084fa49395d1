internal import HTTPTypes
internal import Hummingbird
internal import RapporteurLedger

extension Desk {
  /// The first run: an empty ledger may be filled with the samples, once.
  func registerBeginning(in router: Router<BasicRequestContext>) {
    router.post("/begin") { _, _ in await self.begin() }
  }

  private func begin() async -> Response {
    do {
      guard let fill else { throw DeskFault(.notFound, "this desk has no samples to read") }
      guard try ledger.extent().text(0, "reports") == "0" else {
        throw DeskFault(.badRequest, "the ledger is not empty; samples are read into an empty one only")
      }
      try await fill()
      return Response(status: .seeOther, headers: [.location: "/"])
    } catch let fault as DeskFault {
      return Answering.fault(fault, as: .html, house)
    } catch {
      return Answering.fault(DeskFault(.broken, "the samples could not be read: \(error)"), as: .html, house)
    }
  }
}
