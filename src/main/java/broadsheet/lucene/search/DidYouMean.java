package broadsheet.lucene.search;

import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.search.Spellings.Spelling;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import broadsheet.query.Rewording;
import broadsheet.query.Rewording.Place;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a query that finds nothing may have been meant to say: the same with words that the index
 * does not have, or in far fewer articles, put as the index spells them. What is offered finds
 * something. Not shared between threads.
 */
final class DidYouMean {

  /** The most queries that are offered. */
  private static final int MOST = 3;

  /** So many words of a query are looked at. */
  private static final int MOST_WORDS = 20;

  /** A word may be a slip for another that has so many times as many articles. */
  private static final int FAR_MORE = 10;

  private final ReaderSnapshot snapshot;
  private final QueryNode root;
  private final Narrowing narrowing;
  private final Deadline deadline;
  private final LanguageCompiler compiler;
  private final Spellings spellings;

  private DidYouMean(
      ReaderSnapshot snapshot, QueryNode root, Narrowing narrowing, Deadline deadline) {
    this.snapshot = snapshot;
    this.root = root;
    this.narrowing = narrowing;
    this.deadline = deadline;
    compiler = new LanguageCompiler(snapshot, deadline);
    spellings = new Spellings(snapshot.getIndexReader(), snapshot.languages().all());
  }

  /**
   * The texts of such queries, the likeliest first; empty when there is none.
   *
   * @param root what finds nothing
   * @param narrowing as that search was narrowed
   * @param deadline until when they are looked for
   */
  static List<String> of(
      ReaderSnapshot snapshot, QueryNode root, Narrowing narrowing, Deadline deadline)
      throws IOException {
    return new DidYouMean(snapshot, root, narrowing, deadline).offers();
  }

  private List<String> offers() throws IOException {
    Map<Place, List<String>> unknown = new LinkedHashMap<>();
    Map<Place, List<String>> suspect = new LinkedHashMap<>();
    for (Place place : places()) {
      if (deadline.isPast()) {
        break;
      }
      int articles = spellings.articles(place);
      List<String> others = others(place, articles);
      if (!others.isEmpty()) {
        suspect.put(place, others);
        if (articles == 0) {
          unknown.put(place, others);
        }
      }
    }
    List<String> offers = offers(unknown);
    return offers.isEmpty() && suspect.size() > unknown.size() ? offers(suspect) : offers;
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

  /** The other spellings of what stands in a place, in the case it was typed in. */
  private List<String> others(Place place, int articles) throws IOException {
    Optional<QueryWord> word = spellings.word(place);
    return word.isEmpty()
        ? List.of()
        : spellings.near(word.get(), place.field()).stream()
            .filter(near -> near.articles() > FAR_MORE * articles)
            .map(Spelling::word)
            .map(near -> inCaseOf(place.text(), near))
            .limit(MOST)
            .toList();
  }

  private List<String> offers(Map<Place, List<String>> others) throws IOException {
    Set<String> offers = new LinkedHashSet<>();
    for (int rank = 0; rank < MOST && !others.isEmpty() && !deadline.isPast(); rank++) {
      QueryNode reworded = reworded(others, rank);
      String text = CanonicalText.of(reworded);
      if (isReadAs(reworded, text) && isFound(reworded)) {
        offers.add(text);
      }
    }
    return new ArrayList<>(offers);
  }

  /** Each word in its next best spelling, or the last there is. */
  private QueryNode reworded(Map<Place, List<String>> others, int rank) {
    return Rewording.of(
        root,
        place -> {
          List<String> own = others.getOrDefault(place, List.of(place.text()));
          return own.get(Math.min(rank, own.size() - 1));
        });
  }

  /** A word of the index may hold what means something in a query. */
  private static boolean isReadAs(QueryNode node, String text) {
    return QueryParser.parse(text, LocalDate.EPOCH).root().equals(node);
  }

  private boolean isFound(QueryNode node) throws IOException {
    return AnyHit.of(narrowing.of(compiler.compile(node)), snapshot);
  }

  private static String inCaseOf(String typed, String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (typed.length() > 1 && typed.equals(typed.toUpperCase(Locale.ROOT))) {
      return upper;
    }
    int first = typed.codePointAt(0);
    int end = word.offsetByCodePoints(0, 1);
    return Character.isUpperCase(first)
        ? word.substring(0, end).toUpperCase(Locale.ROOT) + word.substring(end)
        : word;
  }
}
