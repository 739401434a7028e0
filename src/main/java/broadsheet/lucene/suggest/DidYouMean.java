package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.suggest.Spellings.Spelling;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.RespeltPairs;
import broadsheet.query.tree.Rewording;
import broadsheet.query.tree.Rewording.Place;
import broadsheet.query.tree.SpellingChoices;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Suggests other spellings for a query that finds nothing: replaces words that the archive does not
 * have, or has in far fewer articles. Every suggestion finds something. Suggestions with the words
 * next to each other in most articles, as in a name, come first; then those that find most. Not
 * thread-safe.
 */
public final class DidYouMean {

  /** The most suggestions. */
  static final int MOST = 3;

  /** The most words of a query that are checked. */
  private static final int MOST_WORDS = 20;

  /** The most combinations of spellings that are tried. */
  private static final int MOST_TRIED = 40;

  /** The most spellings of a word that are tried. */
  private static final int MOST_SPELLINGS = 5;

  /** The share of the time for finding that it may take. */
  private static final double SHARE = 0.3;

  private final QueryNode root;
  private final Deadline deadline;
  private final CompiledRequest asked;
  private final IndexParts parts;
  private final UsualPrint print;
  private final GluedWords glued;
  private final Spellings spellings;

  /** The other spellings of each occurrence. */
  private final Map<Place, Map<String, Spelling>> known = new HashMap<>();

  private DidYouMean(CompiledRequest asked, IndexParts parts) throws IOException {
    this.asked = asked;
    this.parts = parts;
    print = new UsualPrint(parts);
    root = asked.request().query();
    deadline = asked.budget().finding().part(SHARE);
    ReaderSnapshot archive = asked.budget().snapshot();
    glued = new GluedWords(archive.dictionary());
    spellings = new Spellings(archive.dictionary(), archive.languages().all(), deadline);
  }

  /**
   * The texts of the suggestions for a query that finds nothing; empty when there are none.
   *
   * @param areKnownRight whether words that the archive has are spelt right, since it is filters
   *     that leave out their articles
   */
  public static List<String> of(CompiledRequest asked, IndexParts parts, boolean areKnownRight)
      throws IOException {
    return new DidYouMean(asked, parts).offers(areKnownRight);
  }

  private List<String> offers(boolean areKnownRight) throws IOException {
    Map<Place, List<String>> choices = new LinkedHashMap<>();
    for (Place place : places()) {
      if (deadline.isPast()) {
        break;
      }
      int articles = spellings.articles(place);
      boolean isRight = areKnownRight && articles > 0;
      Map<String, Spelling> others = isRight ? Map.of() : others(place, articles);
      if (!others.isEmpty()) {
        List<String> words = new ArrayList<>(others.keySet());
        if (articles > 0) { // a known word may be correct
          words.addFirst(place.text());
        }
        known.put(place, others);
        choices.put(place, words);
      }
    }
    return choices.isEmpty() ? List.of() : offers(new SpellingChoices(choices));
  }

  private List<Place> places() {
    Set<Place> places = new LinkedHashSet<>();
    Rewording.of(
        root,
        place -> {
          if (places.size() < MOST_WORDS) {
            places.add(place);
          }
          return place.text();
        });
    return List.copyOf(places);
  }

  /** The other spellings of an occurrence of a word, the likeliest first. */
  private Map<String, Spelling> others(Place place, int articles) throws IOException {
    Map<String, Spelling> others = new LinkedHashMap<>();
    Optional<QueryWord> word = spellings.word(place);
    if (word.isPresent()) {
      spellings.near(word.get(), place.field()).stream()
          .filter(near -> near.articles() > SpellingEvidence.FAR_MORE * articles)
          .limit(MOST_SPELLINGS)
          .forEach(near -> others.put(near.word(), near));
    }
    return others;
  }

  /**
   * A reworded query.
   *
   * @param names how likely the articles with a respelt word directly beside its neighbour in the
   *     query, like the parts of a name, make it
   * @param likelihood how likely the articles it finds make it
   * @param articles the number of articles with its respelt words as they are
   */
  private record Offer(Map<Place, String> words, double names, double likelihood, long articles) {

    boolean isName() {
      return names > Double.NEGATIVE_INFINITY;
    }
  }

  private List<String> offers(SpellingChoices choices) throws IOException {
    Map<Map<Place, String>, QueryNode> reworded = new LinkedHashMap<>();
    for (Map<Place, String> words : choices.first(MOST_TRIED)) {
      QueryNode query = Rewording.of(root, place -> words.getOrDefault(place, place.text()));
      if (!query.equals(root) && Alternatives.isTypable(query)) {
        reworded.put(words, query);
      }
    }
    print.announce(known.values().stream().flatMap(each -> each.values().stream()).toList());
    Map<QueryNode, Long> articles =
        counted(
            reworded.values().stream()
                .flatMap(query -> Stream.of(query, asName(query)))
                .distinct()
                .toList());
    List<Offer> offers = new ArrayList<>();
    reworded.forEach(
        (words, query) -> {
          long found = articles.getOrDefault(query, 0L);
          if (found > 0) {
            QueryNode name = asName(query);
            long names = name.equals(query) ? 0 : articles.getOrDefault(name, 0L);
            offers.add(offer(words, names, found));
          }
        });
    offers.sort(
        Comparator.comparingDouble(Offer::names)
            .thenComparingDouble(Offer::likelihood)
            .thenComparingLong(Offer::articles)
            .reversed());
    Set<String> texts = new LinkedHashSet<>();
    for (Offer offer : offers) {
      boolean isAsLikely = offer.isName() || !offers.getFirst().isName();
      if (texts.size() < MOST && isAsLikely) {
        String text = CanonicalText.of(printed(offer.words()));
        if (!glued.areIn(text)) {
          texts.add(text);
        }
      }
    }
    return List.copyOf(texts);
  }

  private Offer offer(Map<Place, String> words, long names, long found) {
    double cost = 0;
    long articles = 0;
    for (Map.Entry<Place, String> each : words.entrySet()) {
      Spelling spelling = known.getOrDefault(each.getKey(), Map.of()).get(each.getValue());
      cost += spelling == null ? 0 : spelling.cost();
      articles += spelling == null ? 0 : spelling.articles();
    }
    return new Offer(
        words, Math.log((double) names) - cost, Math.log((double) found) - cost, articles);
  }

  /** The query with each of the words as it is usually printed. */
  private QueryNode printed(Map<Place, String> words) throws IOException {
    Map<Place, String> printed = new HashMap<>(words);
    for (Map.Entry<Place, String> each : words.entrySet()) {
      Spelling spelling = known.getOrDefault(each.getKey(), Map.of()).get(each.getValue());
      if (spelling != null) {
        printed.put(each.getKey(), print.of(each.getKey().text(), spelling));
      }
    }
    return Rewording.of(root, place -> printed.getOrDefault(place, place.text()));
  }

  private Map<QueryNode, Long> counted(List<QueryNode> queries) throws IOException {
    List<Long> counts = QueryCounts.of(queries, asked, parts);
    Map<QueryNode, Long> articles = new HashMap<>();
    for (int i = 0; i < queries.size(); i++) {
      articles.put(queries.get(i), counts.get(i));
    }
    return articles;
  }

  /** The query with a respelt word directly beside its neighbour; itself where there is none. */
  private QueryNode asName(QueryNode reworded) {
    List<QueryNode> pairs = RespeltPairs.of(root, reworded);
    return pairs.isEmpty()
        ? reworded
        : new QueryNode.AllOf(List.of(reworded, RespeltPairs.any(pairs)));
  }
}
