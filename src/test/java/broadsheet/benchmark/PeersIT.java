package broadsheet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each server that {@link PeerMeasure} compares finds and counts the same in ten articles. Those
 * that are not built are left out, unless {@code -Dpeers=required} makes that a failure.
 */
class PeersIT {

  private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);

  private static final Peer.Span SPAN = new Peer.Span("day", FIRST, FIRST.plusDays(9));

  /** The number of articles that each query finds, by every field that is searched. */
  private static final Map<String, Integer> TOTALS =
      Map.of(
          "quay", 10,
          "docker", 5,
          "standoff", 4,
          "Rotterdam", 2,
          "crane", 1,
          "dockers AND standoff", 2,
          "crane OR standoff", 5,
          "\"quay was empty\"", 6,
          "\"was quay\"", 0);

  /** The facets of which an article may have several values. */
  private static final Set<FacetField> PLURAL =
      EnumSet.range(FacetField.AUTHOR, FacetField.SPEAKER);

  private static final List<Article> ARTICLES =
      IntStream.range(0, 10).mapToObj(PeersIT::article).toList();

  private Path folder = Path.of("");

  @BeforeEach
  void makeFolder() throws IOException {
    folder = BenchmarkCorpus.newFolder();
  }

  @AfterEach
  void removeFolder() throws IOException {
    BenchmarkCorpus.remove(folder);
  }

  private static Article article(int number) {
    return Article.withId("a" + number)
        .title(number % 2 == 0 ? "Dockers walk out" : "Council meets")
        .standfirst(number % 3 == 0 ? "A long standoff" : "")
        .dateline(number % 5 == 0 ? "ROTTERDAM, May -" : "")
        .captions(number == 7 ? List.of("A crane in the fog") : List.of())
        .paragraphs(
            List.of(number < 6 ? "The quay was empty." : "Empty was the quay.", "No. " + number))
        .source(value(FacetField.SOURCE, number))
        .section(value(FacetField.SECTION, number))
        .edition(value(FacetField.EDITION, number))
        .collection(value(FacetField.COLLECTION, number))
        .correctionOf(value(FacetField.CORRECTION_OF, number))
        .authors(values(FacetField.AUTHOR, number))
        .topics(values(FacetField.TOPIC, number))
        .places(values(FacetField.PLACE, number))
        .people(values(FacetField.PERSON, number))
        .organisations(values(FacetField.ORGANISATION, number))
        .speakers(values(FacetField.SPEAKER, number))
        .language(value(FacetField.LANGUAGE, number))
        .publishedAt(PublicationDate.stated(FIRST.plusDays(number).toString()))
        .url("https://news.example/" + number)
        .build();
  }

  private static String value(FacetField facet, int number) {
    return switch (facet) {
      case LANGUAGE -> "en";
      case YEAR -> Integer.toString(FIRST.getYear());
      default -> facet.label() + number % (2 + facet.label().length() % 3);
    };
  }

  private static List<String> values(FacetField facet, int number) {
    String value = value(facet, number);
    return PLURAL.contains(facet) ? List.of(value, "every " + facet.label()) : List.of(value);
  }

  private static Map<String, Long> counts(FacetField facet) {
    return IntStream.range(0, ARTICLES.size())
        .boxed()
        .flatMap(number -> values(facet, number).stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Test
  void broadsheetAnswers() throws Exception {
    try (BroadsheetPeer peer = BroadsheetPeer.start(folder, ARTICLES)) {
      assertThat(peer.span()).isEqualTo(SPAN);
      assertTotals(peer);
      assertCounts(peer, "/facets/%s", "value", "count");
    }
  }

  @Test
  void bareLuceneAnswers() throws Exception {
    try (Peer peer = BarePeer.start(folder, ARTICLES)) {
      assertTotals(peer);
    }
  }

  @Test
  void openSearchAnswers() throws Exception {
    require(OpenSearchPeer.missing());
    try (Peer peer = OpenSearchPeer.start(folder, SPAN, ARTICLES)) {
      assertTotals(peer);
      assertCounts(peer, "/aggregations/%s/buckets", "key", "doc_count");
    }
  }

  @Test
  void solrAnswers() throws Exception {
    require(SolrPeer.missing());
    try (Peer peer = SolrPeer.start(folder, SPAN, ARTICLES)) {
      assertTotals(peer);
      assertCounts(peer, "/facets/%s/buckets", "val", "count");
    }
  }

  private static void require(Optional<String> missing) {
    if (missing.isEmpty()) {
      return;
    }
    if (System.getProperty("peers", "auto").equals("required")) {
      fail(missing.get());
    }
    System.out.println(missing.get());
    abort(missing.get());
  }

  private static void assertTotals(Peer peer) throws Exception {
    Map<String, Integer> totals = new TreeMap<>();
    for (String query : TOTALS.keySet()) {
      totals.put(query, (int) peer.total(peer.answer(peer.request(query, false))));
    }
    assertThat(totals).as(peer.name()).containsExactlyInAnyOrderEntriesOf(TOTALS);
    PeerMeasure.check(peer, "quay");
  }

  /**
   * @param place the place of a facet's values in an answer
   * @param value the name of a value in it
   * @param count the name of its count
   */
  private static void assertCounts(Peer peer, String place, String value, String count)
      throws Exception {
    JsonNode answer = peer.answer(peer.request("quay", true));
    for (FacetField facet : FacetField.values()) {
      Map<String, Long> counts = new TreeMap<>();
      for (JsonNode each : answer.at(place.formatted(facet.label()))) {
        counts.put(each.get(value).asText(), each.get(count).asLong());
      }
      assertThat(counts).as(peer.name() + ", " + facet).isEqualTo(counts(facet));
    }
    assertThat(answer.findPath("timeline").get("buckets")).hasSize(ARTICLES.size());
  }
}
