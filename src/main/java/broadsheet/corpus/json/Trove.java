package broadsheet.corpus.json;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Articles of Trove, the newspapers of the National Library of Australia, whose title is the
 * paper's.
 */
final class Trove {
  private Trove() {}

  /** The record with the newspaper as its source; unchanged if it is none of Trove's. */
  static ObjectNode flat(ObjectNode record) {
    boolean isTrove =
        record.has("heading")
            && record.path("title").isObject()
            && (record.has("troveUrl") || record.has("articleText"));
    if (isTrove) {
      String paper = record.path("title").path("title").asText("");
      String name = paper.isEmpty() ? record.path("title").path("value").asText("") : paper;
      record.put("newspaper", name);
      record.remove("title");
      if (record.has("troveUrl") && !record.has("url")) {
        record.set("url", record.get("troveUrl"));
      }
    }
    return record;
  }
}
