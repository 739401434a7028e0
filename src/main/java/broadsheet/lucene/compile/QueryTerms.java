package broadsheet.lucene.compile;

import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.schema.StemKey;
import broadsheet.lucene.snapshot.DocumentFrequencies;
import broadsheet.query.LoneYear;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;

/**
 * The plain words of a query, analyzed for articles of one language. Immutable.
 *
 * @param words each once
 * @param pairs words that follow each other, stop words aside, by their indexes in {@code words}
 */
public record QueryTerms(List<Word> words, List<Pair> pairs) {

  /** Only the first words of a very long query are used. */
  private static final int MOST_WORDS = 32;

  public QueryTerms {
    words = List.copyOf(words);
    pairs = List.copyOf(pairs);
  }

  /**
   * A word.
   *
   * @param texts the texts as typed, once for each time
   * @param keys the keys of its stem and of those of its variants, see {@link StemKey}
   * @param rarity of the most frequent of them, see {@link DocumentFrequencies#rarity}
   * @param titleRarity see {@link DocumentFrequencies#titleRarity}
   */
  public record Word(List<String> texts, List<Long> keys, double rarity, double titleRarity) {

    public Word {
      texts = List.copyOf(texts);
      keys = List.copyOf(keys);
    }

    /** The form typed first. */
    public String text() {
      return texts.getFirst();
    }

    /** The number of times it was typed. */
    public int times() {
      return texts.size();
    }

    Word again(String text) {
      List<String> all = new ArrayList<>(texts);
      all.add(text);
      return new Word(all, keys, rarity, titleRarity);
    }
  }

  /** Two different words, and the number of times they were typed one after the other. */
  public record Pair(int first, int second, int times) {

    Pair again() {
      return new Pair(first, second, times + 1);
    }
  }

  /** The plain words of a query in order, as typed; empty when it has none. */
  public static List<String> typed(QueryNode root) {
    List<QueryNode> children =
        switch (root) {
          case QueryNode.Word word -> List.of(word);
          case QueryNode.Together together -> together.children();
          case QueryNode.AllOf all -> all.children();
          default -> List.of();
        };
    return children.stream()
        .flatMap(child -> LoneYear.plainWord(child).stream())
        .map(QueryNode.Word::text)
        .limit(MOST_WORDS)
        .toList();
  }

  /** The words as analyzed for one language. */
  static QueryTerms of(List<String> typed, WordTerms terms) {
    Taking taking = new Taking(terms.statistics());
    for (String text : typed) {
      List<QueryWord> forms = terms.words(QueryField.BODY, text);
      for (QueryWord form : forms) {
        List<String> stems = forms.size() == 1 ? terms.stems(text, form) : List.of(form.stem());
        taking.take(text, stems, terms.isTelling(form));
      }
    }
    return new QueryTerms(taking.words, List.copyOf(taking.pairs.values()));
  }

  /** Collects words in order. */
  private static final class Taking {
    private final DocumentFrequencies statistics;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Word> words = new ArrayList<>();
    private final Map<List<Integer>, Pair> pairs = new LinkedHashMap<>();
    private int before = TermIdTable.NONE;

    Taking(DocumentFrequencies statistics) {
      this.statistics = statistics;
    }

    void take(String text, List<String> stems, boolean isTelling) {
      int place = place(text, stems);
      if (isTelling) {
        if (before != TermIdTable.NONE && before != place) {
          pairs.merge(
              List.of(before, place), new Pair(before, place, 1), (known, _) -> known.again());
        }
        before = place;
      }
    }

    private int place(String text, List<String> stems) {
      Integer known = places.putIfAbsent(stems.getFirst(), words.size());
      if (known != null) {
        words.set(known, words.get(known).again(text));
        return known;
      }
      words.add(
          new Word(
              List.of(text),
              stems.stream().map(stem -> StemKey.of(new BytesRef(stem))).toList(),
              stems.stream().mapToDouble(statistics::rarity).min().orElseThrow(),
              stems.stream().mapToDouble(statistics::titleRarity).min().orElseThrow()));
      return words.size() - 1;
    }
  }

  /** The table that finds these words in articles. */
  public TermIdTable table() {
    return TermIdTable.of(words.stream().map(Word::keys).toList());
  }
}
