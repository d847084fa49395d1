import Foundation
import HTTPTypes
import Testing

import RapporteurDesk

/// A search is kept by form under a name; its page, tables and feed stand at an address that stays, until it is deleted.
@Test func searchesAreSavedByForm() async throws {
  let desk = try WritingDesk()
  let (cookie, form) = try await desk.signIn()
  let search = try await desk.client.get("/search?q=calm&type=CONSULT&after=", headers: cookie).text
  #expect(search.contains("name=\"search\" value=\"q=calm&amp;type=CONSULT\""))
  let saved = try await desk.save(
    ["form": form, "name": " Calm talks ", "search": "q=calm&type=CONSULT&x=y"], cookie)
  #expect(saved.status == 303 && saved.header("Location") == "/saved/1")
  let page = try await desk.client.get("/saved/1").text
  #expect(page.contains("<h1>Calm talks</h1>") && page.contains("/saved/1.atom"))
  let found = try await desk.client.get("/saved/1.json").object
  #expect(found?["title"] as? String == "Calm talks")
  let direct = try await desk.client.get("/search.json?q=calm&type=CONSULT").object
  #expect((found?["events"] as? [Any])?.count == (direct?["events"] as? [Any])?.count)
  #expect((found?["events"] as? [Any])?.isEmpty == false)
  let feed = try await desk.client.get("/saved/1.atom").text
  #expect(feed.contains("<title>Calm talks</title>") && feed.contains("urn:rapporteur:/saved/1<"))
  for address in ["/", "/search", "/saved"] {
    #expect(try await desk.client.get(address).text.contains("href=\"/saved/1\""), "\(address)")
  }
  let list = try await desk.client.get("/saved.csv").text
  #expect(list.contains("1,Calm talks,q=calm&type=CONSULT,Vera,"), "\(list)")
  let gone = try await desk.save(["form": form, "act": "delete", "number": "1"], cookie)
  #expect(gone.status == 303 && gone.header("Location") == "/saved")
  #expect(try await desk.client.get("/saved/1").status == 404)
  #expect(try await desk.client.get("/saved/1.atom").status == 404)
}

/// Nobody keeps or deletes a search without a session and its form's word, from another page, or one that cannot be asked.
@Test func strangersSaveNothing() async throws {
  let desk = try WritingDesk()
  let (cookie, form) = try await desk.signIn()
  let fields = ["form": form, "name": "Mine", "search": "q=calm"]
  #expect(try await desk.save(fields, [:]).status == 401)
  #expect(try await desk.save(fields.merging(["form": "x"]) { _, new in new }, cookie).status == 403)
  var foreign = cookie
  foreign[.origin] = "https://other.example"
  #expect(try await desk.save(fields, foreign).status == 403)
  for bad in [
    ["name": " "], ["name": String(repeating: "a", count: 81)], ["search": "q=%22open"], ["act": "bless"],
    ["search": "judged=x"], ["act": "delete"], ["act": "delete", "number": "x"],
  ] {
    #expect(try await desk.save(fields.merging(bad) { _, new in new }, cookie).status == 400, "\(bad)")
  }
  #expect(try await desk.save(["form": form, "act": "delete", "number": "9"], cookie).status == 404)
  #expect(try desk.ledger.savedSearches().rows.isEmpty)
  #expect(try await !desk.client.get("/search?q=calm").text.contains("action=\"/saved\""))
}

/// Programs keep searches with the token, and a taken name is refused.
@Test func programsSaveSearches() async throws {
  let desk = try WritingDesk()
  let body = "{\"act\":\"save\",\"name\":\"Calm\",\"search\":\"q=calm\",\"analyst\":\"Nightly check\"}"
  #expect(try await desk.client.post("/api/saved", body).status == 401)
  let right: HTTPFields = [.authorization: "Bearer " + token]
  let saved = try await desk.client.post("/api/saved", body, headers: right)
  #expect(saved.status == 200)
  #expect((saved.object?["searches"] as? [[String: Any]])?.first?["name"] as? String == "Calm")
  #expect(try await desk.client.post("/api/saved", body, headers: right).status == 400)
}

/// The page of movers says what it lacks where there are no earlier weeks.
@Test func moversSayWhatTheyLack() async throws {
  let desk = try WritingDesk()
  #expect(try await desk.client.get("/").text.contains("Nothing to compare"))
  let page = try await desk.client.get("/movers?week=2031-03-05").text
  #expect(page.contains("from 2031-03-03 to 2031-03-09") && page.contains("was not over"))
  #expect(try await desk.client.get("/movers?week=x").status == 400)
}
