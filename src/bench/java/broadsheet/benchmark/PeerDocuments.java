package broadsheet.benchmark;

import broadsheet.article.Article;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/** Articles as JSON with the fields that the files in {@code src/peers} describe. */
final class PeerDocuments {

  private static final int BATCH = 500;

  private PeerDocuments() {}

  /** The articles in batches for one request each, made as they are iterated over. */
  static Iterable<List<ObjectNode>> batches(List<Article> articles) {
    return () ->
        articles.stream()
            .map(PeerDocuments::document)
            .gather(Gatherers.windowFixed(BATCH))
            .iterator();
  }

  private static ObjectNode document(Article article) {
    ObjectNode document = Peer.JSON.createObjectNode();
    Map.of(
            "id", article.id(),
            "title", article.title(),
            "standfirst", article.standfirst(),
            "dateline", article.dateline(),
            "source", article.source(),
            "section", article.section(),
            "language", article.language(),
            "url", article.url())
        .forEach((field, value) -> put(document, field, value));
    Map.of(
            "body", article.paragraphs(),
            "author", article.authors(),
            "topic", article.topics(),
            "place", article.places(),
            "person", article.people(),
            "organisation", article.organisations())
        .forEach((field, values) -> values.forEach(document.withArray(field)::add));
    article
        .publishedAt()
        .first()
        .ifPresent(
            day ->
                document
                    .put("published", day + "T00:00:00Z")
                    .put("year", Integer.toString(day.getYear())));
    return document;
  }

  private static void put(ObjectNode document, String field, String value) {
    if (!value.isEmpty()) {
      document.put(field, value);
    }
  }
}
