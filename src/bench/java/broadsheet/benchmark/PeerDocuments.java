package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.lucene.schema.FacetValues;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Gatherers;

/**
 * Articles as JSON: the texts that Broadsheet searches, its facets and a few fields more. The files
 * in {@code src/peers} describe the same {@link #fields}.
 */
final class PeerDocuments {

  /** The texts that are searched. */
  static final List<QueryField> TEXTS =
      IndexSchema.DEFAULT_FIELDS.keySet().stream().sorted().toList();

  private static final String ID = "id";
  private static final String URL = "url";
  private static final String PUBLISHED = "published";

  private static final int BATCH = 500;

  private PeerDocuments() {}

  /** The names of all fields that a document may have. */
  static List<String> fields() {
    List<String> fields = new ArrayList<>(List.of(ID, URL, PUBLISHED));
    TEXTS.forEach(text -> fields.add(text.label()));
    Arrays.stream(FacetField.values()).forEach(facet -> fields.add(facet.label()));
    return fields;
  }

  /** The articles in batches for one request each, made as they are iterated over. */
  static Iterable<List<ObjectNode>> batches(List<Article> articles) {
    return () ->
        articles.stream()
            .map(PeerDocuments::document)
            .gather(Gatherers.windowFixed(BATCH))
            .iterator();
  }

  private static ObjectNode document(Article article) {
    ObjectNode document = Peer.JSON.createObjectNode().put(ID, article.id());
    put(document, URL, List.of(article.url()));
    for (QueryField text : TEXTS) {
      put(document, text.label(), values(article, text));
    }
    for (FacetField facet : FacetField.values()) {
      put(document, facet.label(), FacetValues.stated(article, facet));
    }
    article
        .publishedAt()
        .first()
        .ifPresent(
            day ->
                document
                    .put(PUBLISHED, day + "T00:00:00Z")
                    .put(FacetField.YEAR.label(), Integer.toString(day.getYear())));
    return document;
  }

  /** The texts of an article in a field, one a paragraph. */
  static List<String> values(Article article, QueryField text) {
    return switch (text) {
      case TITLE -> List.of(article.title());
      case STANDFIRST -> List.of(article.standfirst());
      case DATELINE -> List.of(article.dateline());
      case BODY -> article.paragraphs();
      case CAPTION -> article.captions();
      default -> throw new IllegalArgumentException("no text of an article: " + text);
    };
  }

  /** One value by itself, several as an array; empty ones are left out. */
  private static void put(ObjectNode document, String field, List<String> values) {
    List<String> all = values.stream().filter(value -> !value.isEmpty()).toList();
    if (all.size() == 1) {
      document.put(field, all.getFirst());
    } else {
      all.forEach(document.withArray(field)::add);
    }
  }
}
