package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.suggest.SimilarWords.Similar;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.Rewording;
import broadsheet.query.tree.Rewording.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Suggests another spelling for a query that finds something, where the archive's own use shows
 * that a word is misspelt: see {@link SpellingEvidence}. Works on the statistics of a whole
 * archive, so all engines suggest the same. Not thread-safe.
 */
public final class SpellingSuggestions {

  /** The most words of a query that are checked. */
  private static final int MOST_WORDS = 10;

  /** The share of the time for finding that it may take. */
  private static final double SHARE = 0.1;

  /** A suggestion must find so many times as many articles as the query. */
  private static final double MORE_FOUND = 5;

  /** If only other forms of a word are found, as many will do. */
  private static final double AS_MANY = 0.99;

  private final QueryNode root;
  private final CompiledRequest asked;
  private final IndexParts parts;
  private final UsualPrint print;
  private final SimilarWords similar;
  private final Deadline deadline;

  private SpellingSuggestions(CompiledRequest asked, IndexParts parts) {
    this.asked = asked;
    this.parts = parts;
    print = new UsualPrint(parts);
    root = asked.request().query();
    deadline = asked.budget().finding().part(SHARE);
    similar = new SimilarWords(asked.budget().snapshot(), deadline);
  }

  /** The texts of the suggestions, whole names first, then those that find most. */
  public static List<String> of(CompiledRequest asked, IndexParts parts) throws IOException {
    return new SpellingSuggestions(asked, parts).offers();
  }

  /** A query with one word spelt otherwise. */
  private record Offer(QueryNode query, Place place, Similar word) {

    boolean isName() {
      return word.evidence().isName();
    }

    /** The number of articles it must find, in multiples of those that the query finds. */
    private double least() {
      if (isName()) {
        return 1;
      }
      return word.evidence().anywhere() == 0 ? AS_MANY : MORE_FOUND;
    }
  }

  private record Counted(Offer offer, long articles) {}

  private List<String> offers() throws IOException {
    List<Offer> offers = new ArrayList<>();
    int checked = 0;
    for (List<Place> row : rows()) {
      for (int i = 0; i < row.size() && checked < MOST_WORDS && !deadline.isPast(); i++) {
        addOffers(row, i, offers);
        checked++;
      }
    }
    if (offers.isEmpty()) {
      return List.of();
    }
    List<QueryNode> queries = new ArrayList<>(offers.stream().map(Offer::query).toList());
    queries.add(root);
    List<Long> counts = QueryCounts.of(queries, asked, parts);
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < offers.size(); i++) {
      if (counts.get(i) > offers.get(i).least() * counts.getLast()) {
        counted.add(new Counted(offers.get(i), counts.get(i)));
      }
    }
    counted.sort(
        Comparator.comparing((Counted each) -> each.offer().isName())
            .thenComparingDouble(
                each -> Math.log((double) each.articles()) - each.offer().word().spelling().cost())
            .reversed());
    print.announce(counted.stream().map(each -> each.offer().word().spelling()).toList());
    Set<String> texts = new LinkedHashSet<>();
    for (Counted each : counted) {
      if (texts.size() < DidYouMean.MOST) {
        Place place = each.offer().place();
        String printed = print.of(place.text(), each.offer().word().spelling());
        texts.add(CanonicalText.of(reworded(place, printed)));
      }
    }
    return List.copyOf(texts);
  }

  private QueryNode reworded(Place place, String word) {
    return Rewording.of(root, other -> other.equals(place) ? word : other.text());
  }

  private void addOffers(List<Place> row, int at, List<Offer> offers) throws IOException {
    Place place = row.get(at);
    Optional<QueryWord> word = similar.word(place.text());
    if (word.isEmpty()) {
      return;
    }
    Optional<QueryWord> before =
        at == 0 ? Optional.empty() : similar.neighbour(row.get(at - 1).text());
    Optional<QueryWord> after =
        at + 1 == row.size() ? Optional.empty() : similar.neighbour(row.get(at + 1).text());
    for (Similar each : similar.of(word.get(), before, after)) {
      if (each.evidence().isConvincing()) {
        QueryNode reworded = reworded(place, each.spelling().word());
        if (Alternatives.isTypable(reworded)) {
          offers.add(new Offer(reworded, place, each));
        }
      }
    }
  }

  /** The words side by side and those of phrases. */
  private List<List<Place>> rows() {
    List<List<Place>> rows = new ArrayList<>();
    List<QueryNode> units =
        root instanceof QueryNode.Together(List<QueryNode> children) ? children : List.of(root);
    List<Place> row = new ArrayList<>();
    for (QueryNode unit : units) {
      if (unit instanceof QueryNode.Word(String text)) {
        row.add(new Place(text, Optional.empty(), true));
        continue;
      }
      rows.add(row);
      row = new ArrayList<>();
      if (unit instanceof QueryNode.Phrase(String text, int slop) && slop == 0) {
        rows.add(
            Arrays.stream(text.split(" ", -1))
                .map(word -> new Place(word, Optional.empty(), false))
                .toList());
      }
    }
    rows.add(row);
    return rows;
  }
}
