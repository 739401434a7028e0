package broadsheet.cli.evaluate;

import broadsheet.cli.common.UsageException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.RankedIds;
import broadsheet.evaluate.Ranking;
import broadsheet.evaluate.Run;
import broadsheet.evaluate.Topic;
import broadsheet.lucene.baseline.PlainBm25;
import broadsheet.path.PathName;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rankings that can be measured over one index, by name, and rankings read from run files.
 *
 * @param engine over the index
 * @param topics the topics to ask
 * @param mode the default search mode of our own ranking
 * @param warnings takes sentences on rankings that the time limit cut
 */
record NamedRankings(
    SearchEngine engine, Collection<Topic> topics, SearchMode mode, Consumer<String> warnings) {

  /** The ranking of the search page. */
  static final String OWN = "broadsheet";

  /** The same ranking, with search by meaning. */
  static final String HYBRID = "broadsheet-hybrid";

  private static final Set<Character.UnicodeScript> PAIRED =
      Set.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA);

  /**
   * A ranking of plain Lucene.
   *
   * @param words the words into which it splits texts
   */
  private record Plain(PlainBm25.Words words, PlainBm25.Setting setting) {

    static Stream<Plain> all() {
      return Arrays.stream(PlainBm25.Words.values()).flatMap(Plain::by);
    }

    static Stream<Plain> by(PlainBm25.Words words) {
      return Arrays.stream(PlainBm25.Setting.values()).map(setting -> new Plain(words, setting));
    }

    String label() {
      return setting.label(words);
    }
  }

  /** All names, for the help. */
  static String names() {
    return Stream.concat(Stream.of(OWN, HYBRID), Plain.all().map(Plain::label))
        .collect(Collectors.joining(", "));
  }

  /**
   * Runs a ranking.
   *
   * @param name one of {@link #names}, or a run file
   * @throws UsageException if it is neither
   */
  Run run(String name) {
    if (name.equals(OWN) || name.equals(HYBRID)) {
      return ours(name.equals(OWN) ? SearchMode.LEXICAL : SearchMode.HYBRID);
    }
    Optional<Plain> plain = Plain.all().filter(each -> each.label().equals(name)).findFirst();
    if (plain.isPresent()) {
      return plain(plain.get().words(), Stream.of(plain.get())).getFirst();
    }
    Path file = PathName.toPath(name);
    if (!Files.exists(file)) {
      throw new UsageException(
          "%s is neither a ranking (%s) nor a run file.".formatted(name, names()));
    }
    return Run.read(file);
  }

  /** Runs our own ranking. */
  Run own() {
    return ours(mode);
  }

  private Run ours(SearchMode by) {
    boolean isHybrid = by == SearchMode.HYBRID;
    engine
        .missingMeaning()
        .filter(_ -> isHybrid)
        .ifPresent(
            missing -> {
              throw new UsageException(missing);
            });
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    AtomicInteger cut = new AtomicInteger();
    Ranking ranking =
        (query, depth) -> {
          QueryNode root = QueryParser.parse(asTyped(query), today).root();
          RankedIds ranked = engine.rank(SearchRequest.of(root).in(by), depth);
          cut.addAndGet(ranked.isComplete() ? 0 : 1);
          return ranked.ids();
        };
    Run run = ranking.run(isHybrid ? HYBRID : OWN, topics);
    if (cut.get() > 0) {
      warnings.accept(cut(cut.get(), run.tag()));
    }
    return run;
  }

  private String cut(int cut, String name) {
    return "%s: the time limit cut %s of %s rankings, which may lack better hits; raise --time-limit."
        .formatted(name, cut, topics.size());
  }

  /** Old collections have topics in capitals, in which AND and NOT are plain words. */
  private static String asTyped(String query) {
    return query.chars().anyMatch(Character::isLowerCase) ? query : query.toLowerCase(Locale.ROOT);
  }

  /** Runs rankings by the same words of plain Lucene, over one index. */
  private List<Run> plain(PlainBm25.Words words, Stream<Plain> rankings) {
    SearchRequest all = SearchRequest.of(new QueryNode.Everything()).unfolded().withoutCounts();
    try (PlainBm25 index =
        PlainBm25.of(words, taker -> engine.export(all, each -> taker.accept(each.article())))) {
      return rankings.map(each -> plain(index, each)).toList();
    }
  }

  private Run plain(PlainBm25 index, Plain plain) {
    Ranking ranking = (query, depth) -> index.rank(query, depth, plain.setting());
    return ranking.run(plain.label(), topics);
  }

  /** The baselines to print beside our own; those of characters for topics without spaces. */
  List<Run> baselines() {
    return Arrays.stream(PlainBm25.Words.values())
        .filter(PlainBm25.Words::areUsual)
        .filter(words -> !words.areForCharacters() || isWithoutBlanks())
        .flatMap(words -> plain(words, Plain.by(words)).stream())
        .toList();
  }

  /** Whether most letters in the topics are from scripts that are indexed as characters. */
  private boolean isWithoutBlanks() {
    IntSummaryStatistics letters =
        topics.stream()
            .flatMapToInt(topic -> topic.query().codePoints())
            .filter(Character::isLetter)
            .map(letter -> PAIRED.contains(Character.UnicodeScript.of(letter)) ? 1 : 0)
            .summaryStatistics();
    return letters.getAverage() > 1.0 / 2;
  }
}
