internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import RapporteurCore
internal import RapporteurLedger

/// Pages as answers to requests.
enum Answering {
  /// The page in the form that was asked for; nothing but its tag where the browser has it already.
  static func page(_ page: Page, as format: Format, _ question: Question, _ house: House, known: String?)
    -> Response
  {
    let text: String
    switch format {
    case .html: text = house.html(page, question)
    case .json: text = json(page)
    case .csv: text = page.tables.first?.answer.csv ?? ""
    case .atom:
      text = AtomFeed(title: page.title, address: question.address(.html), entries: page.feed ?? []).text
    }
    return bytes(Array(text.utf8), media: format.media, known: known)
  }

  /// Some bytes with a tag of their own.
  static func bytes(
    _ bytes: [UInt8], media: String, tag: String? = nil, known: String?, keep: String = "private, no-cache"
  ) -> Response {
    let tag = tag ?? Tag.of(bytes)
    let headers: HTTPFields = [.contentType: media, .eTag: tag, .cacheControl: keep, .vary: "Cookie"]
    if Tag.isKnown(tag, in: known) { return Response(status: .notModified, headers: headers) }
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// A fault as a page, or for programs as RFC 9457 problem details.
  static func fault(_ fault: DeskFault, as format: Format, _ house: House) -> Response {
    let status = HTTPResponse.Status(code: fault.kind.rawValue)
    if format != .html { return problem(status, fault.words) }
    let page = Page(
      title: title(of: status), template: "fault",
      values: ["words": fault.words, "code": "\(fault.kind.rawValue)", "heading": title(of: status)])
    return Response(
      status: status, headers: [.contentType: Format.html.media],
      body: .init(byteBuffer: ByteBuffer(string: house.html(page, nil))))
  }

  /// A fault before any page is known.
  static func plain(status: HTTPResponse.Status, _ words: String) -> Response { problem(status, words) }

  private static func problem(_ status: HTTPResponse.Status, _ words: String) -> Response {
    let text =
      "{\"type\":\"about:blank\",\"title\":\(quotedJSON(title(of: status))),\"status\":\(status.code),\"detail\":\(quotedJSON(words))}"
    var headers: HTTPFields = [.contentType: "application/problem+json"]
    if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
    return Response(
      status: status, headers: headers,
      body: .init(byteBuffer: ByteBuffer(string: text)))
  }

  private static func title(of status: HTTPResponse.Status) -> String {
    switch status.code {
    case 400: "The question cannot be understood"
    case 401: "Who is asking?"
    case 403: "Not allowed"
    case 404: "Not here"
    case 413, 414: "Too long"
    case 429: "Too often"
    default: status.code < 500 ? "That cannot be answered" : "The desk is at fault"
    }
  }

  /// `{"title": …, "TABLE": [rows]}`.
  private static func json(_ page: Page) -> String {
    let tables = page.tables.map { name, answer in
      "\(quotedJSON(name)):[" + answer.jsonLines.split(separator: "\n").joined(separator: ",") + "]"
    }
    return "{" + (["\"title\":\(quotedJSON(page.title))"] + tables).joined(separator: ",") + "}\n"
  }
}
