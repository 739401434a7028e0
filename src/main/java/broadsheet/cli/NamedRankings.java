package broadsheet.cli;

import broadsheet.engine.Filters;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.SearchRequest;
import broadsheet.evaluate.Ranking;
import broadsheet.evaluate.Run;
import broadsheet.evaluate.Topic;
import broadsheet.lucene.baseline.PlainBm25;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rankings that can be measured over one index, by their names, and those that others have
 * written to run files.
 *
 * @param engine over the index
 * @param topics what they are asked
 */
record NamedRankings(SearchEngine engine, Collection<Topic> topics) {

  /** What a search on the page shows. */
  static final String OWN = "broadsheet";

  /** For the help: all names. */
  static String names() {
    return Stream.concat(
            Stream.of(OWN), Arrays.stream(PlainBm25.Words.values()).map(PlainBm25.Words::label))
        .collect(Collectors.joining(", "));
  }

  /**
   * What a ranking answers.
   *
   * @param name one of {@link #names}, or of a run file
   * @throws UsageException when it is neither
   */
  Run run(String name) {
    if (name.equals(OWN)) {
      return own();
    }
    Optional<PlainBm25.Words> plain =
        Arrays.stream(PlainBm25.Words.values()).filter(w -> w.label().equals(name)).findFirst();
    if (plain.isPresent()) {
      return plain(plain.get());
    }
    Path file = Path.of(name);
    if (!Files.exists(file)) {
      throw new UsageException(
          "%s is neither a ranking (%s) nor a run file.".formatted(name, names()), null);
    }
    return Run.read(file);
  }

  /** What our own answers. */
  Run own() {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    Ranking ranking =
        (query, depth) ->
            engine.rank(QueryParser.parse(asTyped(query), today).root(), Filters.none(), depth);
    return ranking.run(OWN, topics);
  }

  /** Old collections have their topics in capitals, among which AND and NOT are words. */
  private static String asTyped(String query) {
    return query.chars().anyMatch(Character::isLowerCase) ? query : query.toLowerCase(Locale.ROOT);
  }

  /** What plain Lucene answers. */
  Run plain(PlainBm25.Words words) {
    SearchRequest all = SearchRequest.of(new QueryNode.Everything()).unfolded().withoutCounts();
    try (PlainBm25 plain = PlainBm25.of(words, taker -> engine.export(all, taker))) {
      Ranking ranking = plain::rank;
      return ranking.run(words.label(), topics);
    }
  }

  /** Those to print beside our own. */
  List<Run> baselines() {
    return Arrays.stream(PlainBm25.Words.values()).map(this::plain).toList();
  }
}
