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
    return """
      {"openapi":"3.1.0","info":{"title":"Rapporteur's desk","version":"0.1.0","description":"Reads a ledger. \
      Nothing here writes to it."},"paths":{\(paths.joined(separator: ","))},"components":{"schemas":{"Problem":\
      {"type":"object","properties":{"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"}},\
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
      \(quotedJSON(what)),"schema":\(name == "after" ? number : "{\"type\":\"string\"}")}
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

  private static let number = "{\"type\":\"integer\",\"minimum\":0,\"maximum\":10000000}"

  private static let reading = """
    {"summary":"Read a text that is not stored","requestBody":{"required":true,"content":{"application/json":{"schema":\
    {"type":"object","required":["text"],"properties":{"text":{"type":"string","minLength":1,"maxLength":200000,"pattern":"[A-Za-z]"},"published":{"type":["string","null"],\
    "format":"date"}}}}}},"responses":{"200":{"description":"the record","content":{"application/json":{"schema":\
    {"type":"object"}}}},"400":{"$ref":"#/components/responses/Problem"},"404":{"$ref":"#/components/responses/Problem"},\
    "413":{"$ref":"#/components/responses/Problem"}}}
    """
}
