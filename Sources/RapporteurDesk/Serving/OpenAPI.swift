internal import RapporteurLedger

/// The description of the desk for programs, written from the list of routes. Source: OpenAPI 3.1.
enum OpenAPI {
  /// The document.
  static let text: String = {
    var paths = Route.all.flatMap { route in
      route.formats.filter { $0 != .html }.map { format in
        let path = (route.path == "/" ? "/today" : route.path) + format.suffix
        return "\(quotedJSON(path)):{\"get\":\(operation(route, format))}"
      }
    }
    paths.append("\"/api/read\":{\"post\":\(reading)}")
    paths.append("\"/api/judge\":{\"post\":\(judging)}")
    paths.append("\"/api/saved\":{\"post\":\(saving)}")
    return """
      {"openapi":"3.1.0","info":{"title":"Rapporteur's desk","version":"0.1.0","description":"Reads a ledger. \
      Only /api/judge and /api/saved write to it, with the desk's token."},"paths":{\(paths.joined(separator: ","))},"components":{"securitySchemes":{"token":{"type":"http",\
      "scheme":"bearer"}},"schemas":{"Problem":{"type":"object","properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"}},\
      "required":["title","status","detail"]}},"responses":{"Problem":{"description":"What is wrong, in words",\
      "content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}}}}

      """
  }()

  /// The routes for the help page.
  static var views: [[String: Any]] {
    Route.all.map { route in
      [
        "path": route.path, "summary": route.summary,
        "forms": route.formats.filter { $0 != .html }.map(\.suffix).joined(separator: " "),
        "query": route.query.map { ["name": $0.name, "what": $0.what] },
      ]
    }
  }

  private static func operation(_ route: Route, _ format: Format) -> String {
    let inPath = route.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
      """
      {"name":\(quotedJSON(String(part.dropFirst().dropLast()))),"in":"path","required":true,"schema":{"type":"string"}}
      """
    }
    let inQuery = route.query.map { name, what in
      """
      {"name":\(quotedJSON(name)),"in":"query","required":\(route.required.contains(name)),"description":\
      \(quotedJSON(what)),"schema":\(kind(name))}
      """
    }
    let schema = format == .json ? "{\"type\":\"object\"}" : "{\"type\":\"string\"}"
    let media = String(format.media.prefix { $0 != ";" })
    return """
      {"summary":\(quotedJSON(route.summary)),"parameters":[\((inPath + inQuery).joined(separator: ","))],"responses":{\
      "200":{"description":"the page's tables","content":{\(quotedJSON(media)):{"schema":\(schema)}}},\
      "304":{"description":"not changed"},"400":{"$ref":"#/components/responses/Problem"},\
      "404":{"$ref":"#/components/responses/Problem"},"414":{"$ref":"#/components/responses/Problem"}}}
      """
  }

  private static func kind(_ name: String) -> String {
    switch name {
    case "before": "{\"type\":\"integer\",\"minimum\":1,\"maximum\":9000000000000000000}"
    case "judged": "{\"type\":\"string\",\"enum\":[\"accept\",\"reject\",\"recoded\",\"open\"]}"
    case "week", "since", "until": "{\"type\":\"string\",\"format\":\"date\"}"
    default: "{\"type\":\"string\"}"
    }
  }

  private static let judging: String = {
    let fields = Correction.Field.allCases.dropFirst().map {
      "\(quotedJSON($0.rawValue)):{\"type\":\"string\"}"
    }
    return """
      {"summary":"Accept, reject, recode, grade, tag or annotate the coding of an event","security":[{"token":[]}],\
      "requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object",\
      "required":["report","event","act","analyst"],"properties":{"report":{"type":"string"},\
      "event":{"type":"string","pattern":"^e[0-9]+$"},"analyst":{"type":"string","minLength":1,"maxLength":80},\
      "act":{"type":"string","enum":["accept","reject","recode","withdraw","grade","tag","untag","note"]},\
      "grade":{"type":"string"},"tag":{"type":"string"},"note":{"type":"string"},\(fields.joined(separator: ","))}}}}},\
      "responses":{"200":{"description":"all that analysts said of the report","content":{"application/json":{"schema":\
      {"type":"object"}}}},"400":{"$ref":"#/components/responses/Problem"},"401":{"$ref":"#/components/responses/Problem"},\
      "403":{"$ref":"#/components/responses/Problem"},"404":{"$ref":"#/components/responses/Problem"},\
      "413":{"$ref":"#/components/responses/Problem"},"429":{"$ref":"#/components/responses/Problem"}}}
      """
  }()

  private static let saving = """
    {"summary":"Keep a search by name, or delete one","security":[{"token":[]}],\
    "requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object","required":["act","analyst"],\
    "properties":{"act":{"type":"string","enum":["save","delete"]},"analyst":{"type":"string","minLength":1,"maxLength":80},\
    "name":{"type":"string","minLength":1,"maxLength":80},"search":{"type":"string",\
    "description":"the conditions as in the address of a search: q=meeting&type=CONSULT"},\
    "number":{"type":"string","pattern":"^[0-9]+$","description":"which one is deleted"}}}}}},\
    "responses":{"200":{"description":"all saved searches","content":{"application/json":{"schema":\
    {"type":"object"}}}},"400":{"$ref":"#/components/responses/Problem"},"401":{"$ref":"#/components/responses/Problem"},\
    "403":{"$ref":"#/components/responses/Problem"},"404":{"$ref":"#/components/responses/Problem"},\
    "413":{"$ref":"#/components/responses/Problem"},"429":{"$ref":"#/components/responses/Problem"}}}
    """

  private static let reading = """
    {"summary":"Read a text that is not stored","requestBody":{"required":true,"content":{"application/json":{"schema":\
    {"type":"object","required":["text"],"properties":{"text":{"type":"string","minLength":1,"maxLength":200000,"pattern":"[A-Za-z]"},"published":{"type":["string","null"],\
    "format":"date"}}}}}},"responses":{"200":{"description":"the record","content":{"application/json":{"schema":\
    {"type":"object"}}}},"400":{"$ref":"#/components/responses/Problem"},"404":{"$ref":"#/components/responses/Problem"},\
    "413":{"$ref":"#/components/responses/Problem"}}}
    """
}
