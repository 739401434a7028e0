package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.compile.FilterClause;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Suggests other spellings for a query that finds nothing: replaces words that the index does not
 * have, or has in far fewer articles. Every suggestion finds something. Suggestions with the words
 * next to each other in most articles, as in a name, come first; then those that find most. Not
 * thread-safe.
 */
final class DidYouMean {

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

  private final QueryNode root;
  private final Deadline deadline;
  private final Alternatives alternatives;
  private final Spellings spellings;

  private DidYouMean(
      ReaderSnapshot snapshot, QueryNode root, FilterClause filters, Deadline deadline) {
    this.root = root;
    this.deadline = deadline;
    alternatives = new Alternatives(snapshot, filters, deadline);
    spellings = new Spellings(snapshot.getIndexReader(), snapshot.languages().all());
  }

  /**
   * The texts of the suggestions, those that find most first; empty when there are none.
   *
   * @param root the query that finds nothing
   * @param filters the filters of the search
   * @param deadline ends the search for suggestions
   */
  static List<String> of(
      ReaderSnapshot snapshot, QueryNode root, FilterClause filters, Deadline deadline)
      throws IOException {
    return new DidYouMean(snapshot, root, filters, deadline).offers();
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
  private record Offer(String text, int names, int articles) {}

  private List<String> offers(SpellingChoices choices) throws IOException {
    List<Offer> offers = new ArrayList<>();
    for (Map<Place, String> chosen : choices.first(MOST_TRIED)) {
      if (deadline.isPast() || alternatives.isCut()) {
        break;
      }
      QueryNode reworded = Rewording.of(root, place -> chosen.getOrDefault(place, place.text()));
      if (!reworded.equals(root)) {
        offer(reworded).ifPresent(offers::add);
      }
    }
    return offers.stream()
        .sorted(Comparator.comparingInt(Offer::names).thenComparingInt(Offer::articles).reversed())
        .map(Offer::text)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private Optional<Offer> offer(QueryNode reworded) throws IOException {
    int articles = alternatives.typed(reworded);
    return articles == 0
        ? Optional.empty()
        : Optional.of(new Offer(CanonicalText.of(reworded), names(reworded), articles));
  }

  private int names(QueryNode reworded) throws IOException {
    List<QueryNode> pairs = RespeltPairs.of(root, reworded);
    return pairs.isEmpty()
        ? 0
        : alternatives.count(new QueryNode.AllOf(List.of(reworded, RespeltPairs.any(pairs))));
  }
}
