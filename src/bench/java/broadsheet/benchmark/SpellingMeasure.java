package broadsheet.benchmark;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.query.QueryField;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Measures <i>did you mean</i>: misspells words of an archive and counts how often the right word
 * is offered first, and asks for rare words that are right and counts how often anything is
 * offered. Prints what went wrong, then a table. Run by {@code src/build/measure Spelling
 * -Dindex=FOLDER -Dknown=FOLDER}: the indexes of two archives.
 *
 * <p>A misspelling inserts, deletes, replaces or swaps a letter at any place, the first too, of a
 * word that at least 20 articles have; at most a tenth as many have the misspelling. A rare word
 * that is right is one of at most five articles here, and of at least 20 in the other archive.
 * {@code -Dseed=N} draws others.
 */
public final class SpellingMeasure {

  private static final int WORDS = Integer.getInteger("words", 200);
  private static final int SHORTEST = 4;
  private static final int FREQUENT = 20;
  private static final int RARE = 5;
  private static final int FAR_MORE = 10;

  private final Random random = new Random(Integer.getInteger("seed", 1));
  private final LuceneSearchEngine engine;
  private final Map<String, Integer> here;
  private final Map<String, Integer> elsewhere;

  private SpellingMeasure(LuceneSearchEngine engine, Path index, Path known) throws IOException {
    this.engine = engine;
    here = articles(index);
    elsewhere = articles(known);
  }

  /** Measures and prints. */
  public static void main(String... arguments) throws IOException {
    Path index = Path.of(System.getProperty("index"));
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      new SpellingMeasure(engine, index, Path.of(System.getProperty("known"))).run();
    }
  }

  /** The printed words of articles' texts, each with the number of articles. */
  private static Map<String, Integer> articles(Path index) throws IOException {
    Map<String, Integer> articles = new TreeMap<>();
    try (FSDirectory folder = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(folder)) {
      TermsEnum terms = MultiTerms.getTerms(reader, QueryField.BODY.label()).iterator();
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        if (TermForm.isPrinted(term)) {
          articles.put(
              term.utf8ToString(), reader.docFreq(new org.apache.lucene.index.Term("body", term)));
        }
      }
    }
    return articles;
  }

  private void run() {
    Map<String, int[]> counts = new TreeMap<>();
    List<String> frequent = drawn(here, FREQUENT, Integer.MAX_VALUE);
    int asked = 0;
    for (int i = 0; asked < WORDS; i++) {
      String word = frequent.get(i % frequent.size());
      Edit edit = Edit.values()[asked % Edit.values().length];
      String typed = edit.of(word, random);
      if (!typed.equals(word) && FAR_MORE * here.getOrDefault(typed, 0) <= articles(word)) {
        asked++;
        List<String> offers = offers(typed);
        boolean isRight =
            !offers.isEmpty()
                && TermForm.foldedPattern(offers.getFirst()).equals(TermForm.foldedPattern(word));
        int[] count = counts.computeIfAbsent(edit.name(), _ -> new int[2]);
        count[0]++;
        count[1] += isRight ? 1 : 0;
        if (!isRight) {
          System.out.printf(
              "%s (%d) for %s (%d): %s%n",
              typed, here.getOrDefault(typed, 0), word, articles(word), offers);
        }
      }
    }
    int offered = 0;
    List<String> rare = new ArrayList<>(drawn(here, 1, RARE));
    rare.removeIf(word -> elsewhere.getOrDefault(word, 0) < FREQUENT);
    rare = rare.subList(0, Math.min(WORDS, rare.size()));
    for (String word : rare) {
      List<String> offers = offers(word);
      offered += offers.isEmpty() ? 0 : 1;
      if (!offers.isEmpty()) {
        System.out.printf("right: %s (%d): %s%n", word, articles(word), offers);
      }
    }
    System.out.println("| | words | offered |");
    System.out.println("|---|---|---|");
    counts.forEach(
        (edit, count) -> System.out.printf("| %s | %d | %d |%n", edit, count[0], count[1]));
    System.out.printf(
        "| misspelt, the right word first | %d | %d |%n",
        asked, counts.values().stream().mapToInt(c -> c[1]).sum());
    System.out.printf("| rare and right, anything | %d | %d |%n", rare.size(), offered);
  }

  private int articles(String word) {
    return here.getOrDefault(word, 0);
  }

  private List<String> offers(String typed) {
    return engine
        .search(SearchRequest.of(QueryParser.parse(typed, LocalDate.EPOCH).root()))
        .didYouMean();
  }

  /** Words of letters, in random order, each in the form with accents that most articles have. */
  private List<String> drawn(Map<String, Integer> articles, int fewest, int most) {
    Map<String, String> forms = new HashMap<>();
    articles.forEach(
        (word, count) -> {
          if (!word.equals(TermForm.foldedPattern(word))
              && 2 * count > articles.getOrDefault(TermForm.foldedPattern(word), 0)) {
            forms.put(TermForm.foldedPattern(word), word);
          }
        });
    List<String> drawn = new ArrayList<>();
    articles.forEach(
        (word, count) -> {
          if (count >= fewest
              && count <= most
              && word.length() >= SHORTEST
              && word.chars().allMatch(Character::isLetter)
              && forms.getOrDefault(TermForm.foldedPattern(word), word).equals(word)) {
            drawn.add(word);
          }
        });
    Collections.shuffle(drawn, random);
    return drawn;
  }

  private enum Edit {
    INSERTED {
      @Override
      String of(String word, Random random) {
        int at = random.nextInt(word.length() + 1);
        return word.substring(0, at) + letter(random) + word.substring(at);
      }
    },
    DELETED {
      @Override
      String of(String word, Random random) {
        int at = random.nextInt(word.length());
        return word.substring(0, at) + word.substring(at + 1);
      }
    },
    REPLACED {
      @Override
      String of(String word, Random random) {
        int at = random.nextInt(word.length());
        return word.substring(0, at) + letter(random) + word.substring(at + 1);
      }
    },
    SWAPPED {
      @Override
      String of(String word, Random random) {
        int at = random.nextInt(word.length() - 1);
        return word.substring(0, at)
            + word.charAt(at + 1)
            + word.charAt(at)
            + word.substring(at + 2);
      }
    };

    abstract String of(String word, Random random);

    private static char letter(Random random) {
      return (char) ('a' + random.nextInt(26));
    }
  }
}
