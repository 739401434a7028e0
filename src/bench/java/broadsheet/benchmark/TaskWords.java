package broadsheet.benchmark;

import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.TermForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** Draws words and phrases from an index by their frequency, the same each time. */
final class TaskWords {

  private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
  private static final Set<String> STOP_WORDS = StopWords.of(Set.of("en"));
  private static final long SEED = 42;

  private final IndexReader reader;
  private final Random random = new Random(SEED);
  private final List<String> high;
  private final List<String> medium;
  private final List<String> low;

  /**
   * By document frequency in the body: a tenth to a half, one to two hundredths, a few
   * ten-thousandths.
   */
  TaskWords(IndexReader reader) throws IOException {
    this.reader = reader;
    int all = reader.numDocs();
    high = words(df -> df > all / 10 && df < all / 2);
    medium = words(df -> df > all / 100 && df < all / 50);
    low = words(df -> df > all / 5_000 && df < all / 1_000);
  }

  private List<String> words(IntPredicate isWanted) throws IOException {
    List<String> words = new ArrayList<>();
    TermsEnum terms = MultiTerms.getTerms(reader, "body").iterator();
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      if (TermForm.isPrinted(term) && isWanted.test(terms.docFreq())) {
        String word = term.utf8ToString();
        if (WORD.matcher(word).matches()) {
          words.add(word);
        }
      }
    }
    return words;
  }

  /** A frequent word in a quarter of all cases, a rare one in a quarter, and else a medium one. */
  String mixed(Random draw) {
    return any(
        switch (draw.nextInt(4)) {
          case 0 -> high;
          case 1 -> low;
          default -> medium;
        });
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  /** Two adjacent words of an article. */
  List<String> pair() throws IOException {
    return adjacent("body", 2, UnaryOperator.identity());
  }

  /** Queries of a word, two words with AND, two with OR, and a phrase, in turn. */
  List<String> queries(int count, Random draw) throws IOException {
    List<String> queries = new ArrayList<>();
    while (queries.size() < count) {
      String one = mixed(draw);
      String other = mixed(draw);
      queries.add(one);
      queries.add(one + " AND " + other);
      queries.add(one + " OR " + other);
      queries.add("\"" + String.join(" ", pair()) + "\"");
    }
    return queries;
  }

  /** Adjacent words of a headline, in small letters, none of them an English stop word. */
  List<String> ofHeadline(int count) throws IOException {
    while (true) {
      List<String> some = adjacent("title", count, title -> title.toLowerCase(Locale.ROOT));
      if (some.stream().noneMatch(STOP_WORDS::contains)) {
        return some;
      }
    }
  }

  private List<String> adjacent(String field, int count, UnaryOperator<String> asWanted)
      throws IOException {
    while (true) {
      String text = reader.storedFields().document(random.nextInt(reader.maxDoc())).get(field);
      List<String> words =
          text == null ? List.of() : Arrays.asList(asWanted.apply(text).split("\\s+", -1));
      if (words.size() >= count) {
        int at = random.nextInt(words.size() - count + 1);
        List<String> some = words.subList(at, at + count);
        if (some.stream().allMatch(word -> WORD.matcher(word).matches())) {
          return some;
        }
      }
    }
  }
}
