package broadsheet.desk;

import broadsheet.article.ArticleRef;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URL;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * An entry of a list, or one that was taken off it. Immutable.
 *
 * @param entry without its note
 * @param note the id of the document with the note; empty for none
 * @param taken 0 if it is on the list; otherwise a number that grows with each item taken off
 */
record ListItem(ListEntry entry, String note, long taken) {

  private static final String TITLE = "title";
  private static final String SOURCE = "source";
  private static final String DATE = "date";
  private static final String URL = "url";
  private static final String ADDED_AT = "addedAt";
  private static final String NOTE = "note";
  private static final String SEARCH = "search";

  /** Reads an item that {@link #writeTo} wrote. */
  static ListItem of(JsonNode each) {
    JsonNode content = each.path(Store.CONTENT);
    return new ListItem(
        new ListEntry(
            new ArticleRef(
                each.path(Store.ARTICLE).asText(), each.path(Store.FINGERPRINT).asText()),
            content.path(TITLE).asText(),
            content.path(SOURCE).asText(),
            content.path(DATE).asText(),
            content.path(URL).asText(),
            "",
            Instant.parse(content.path(ADDED_AT).asText()),
            content.path(SEARCH).asText()),
        content.path(NOTE).asText(),
        each.path(ListDocument.TAKEN).asLong());
  }

  /** Writes all but the number with which it was taken off. */
  void writeTo(ObjectNode each) {
    each.put(Store.FINGERPRINT, entry.article().fingerprint())
        .put(Store.ARTICLE, entry.article().id());
    each.putObject(Store.CONTENT)
        .put(TITLE, entry.title())
        .put(SOURCE, entry.source())
        .put(DATE, entry.date())
        .put(URL, entry.url())
        .put(ADDED_AT, entry.addedAt().toString())
        .put(NOTE, note)
        .put(SEARCH, entry.search());
  }

  ArticleRef article() {
    return entry.article();
  }

  boolean isOn() {
    return taken == 0;
  }

  ListItem noted(String document) {
    return new ListItem(entry, document, taken);
  }

  ListItem taken(long number) {
    return new ListItem(entry, note, number);
  }

  ListItem with(ListEntry other) {
    return new ListItem(other, note, taken);
  }

  /**
   * The item on the list with the values of an article that is put there again; it keeps its day,
   * its note if it has one, and its search if there is no other.
   */
  ListItem renewed(ListEntry given, UnaryOperator<String> notes) {
    String search = given.search().isEmpty() ? entry.search() : given.search();
    ListEntry renewed = given.noted("").addedAt(entry.addedAt()).keptFor(search);
    return new ListItem(renewed, note.isEmpty() ? notes.apply(given.note()) : note, 0);
  }
}
