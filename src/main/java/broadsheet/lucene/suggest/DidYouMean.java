package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.limits.Deadline;
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
  private static final int MOST = 3;

  /** The most words of a query that are checked. */
  private static final int MOST_WORDS = 20;

  /** The most combinations of spellings that are tried. */
  private static final int MOST_TRIED = 40;

  /** The most spellings of a word that are tried. */
  private static final int MOST_SPELLINGS = 5;

  /** A word may be a misspelling of one that this many times as many articles have. */
  private static final int FAR_MORE = 10;

  /** The share of the time for finding that it may take. */
  private static final double SHARE = 0.3;

  private final QueryNode root;
  private final Deadline deadline;
  private final QueryCounting counting;
  private final Spellings spellings;

  private DidYouMean(CompiledRequest asked, QueryCounting counting) throws IOException {
    this.counting = counting;
    root = asked.request().query();
    deadline = asked.budget().finding().part(SHARE);
    ReaderSnapshot archive = asked.budget().snapshot();
    spellings = new Spellings(archive.dictionary(), archive.languages().all(), deadline);
  }

  /** The texts of the suggestions for a query that finds nothing; empty when there are none. */
  public static List<String> of(CompiledRequest asked, QueryCounting counting) throws IOException {
    return new DidYouMean(asked, counting).offers();
  }

  private List<String> offers() throws IOException {
    Map<Place, List<String>> choices = new LinkedHashMap<>();
    for (Place place : places()) {
      if (deadline.isPast()) {
        break;
      }
      int articles = spellings.articles(place);
      List<String> others = others(place, articles);
      if (!others.isEmpty()) {
        choices.put(place, articles == 0 ? others : withTyped(place, others));
      }
    }
    return choices.isEmpty() ? List.of() : offers(new SpellingChoices(choices));
  }

  /** Adds the typed word to its other spellings, because a known word may be correct. */
  private static List<String> withTyped(Place place, List<String> others) {
    return Stream.concat(Stream.of(place.text()), others.stream()).toList();
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

  /** The other spellings of an occurrence of a word, in the case in which it was typed. */
  private List<String> others(Place place, int articles) throws IOException {
    Optional<QueryWord> word = spellings.word(place);
    return word.isEmpty()
        ? List.of()
        : spellings.near(word.get(), place.field()).stream()
            .filter(near -> near.articles() > FAR_MORE * articles)
            .map(Spelling::word)
            .map(near -> LetterCase.of(place.text(), near))
            .limit(MOST_SPELLINGS)
            .toList();
  }

  /**
   * A reworded query.
   *
   * @param names the number of articles with a respelt word directly beside its neighbour in the
   *     query, like the parts of a name
   * @param articles the number of articles it finds
   */
  private record Offer(String text, long names, long articles) {}

  private List<String> offers(SpellingChoices choices) throws IOException {
    List<QueryNode> reworded =
        choices.first(MOST_TRIED).stream()
            .map(chosen -> Rewording.of(root, place -> chosen.getOrDefault(place, place.text())))
            .filter(query -> !query.equals(root) && Alternatives.isTypable(query))
            .toList();
    Map<QueryNode, Long> articles =
        counted(
            reworded.stream()
                .flatMap(query -> Stream.of(query, asName(query)))
                .distinct()
                .toList());
    List<Offer> offers = new ArrayList<>();
    for (QueryNode query : reworded) {
      QueryNode name = asName(query);
      long names = name.equals(query) ? 0 : articles.getOrDefault(name, 0L);
      offers.add(new Offer(CanonicalText.of(query), names, articles.getOrDefault(query, 0L)));
    }
    return offers.stream()
        .filter(offer -> offer.articles() > 0)
        .sorted(
            Comparator.comparingLong(Offer::names).thenComparingLong(Offer::articles).reversed())
        .map(Offer::text)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private Map<QueryNode, Long> counted(List<QueryNode> queries) throws IOException {
    List<Long> counts = counting.of(queries);
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
