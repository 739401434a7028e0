package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.names.Candidates;
import broadsheet.names.NameEntry;
import broadsheet.names.NameTable;
import broadsheet.names.decide.ArchiveEvidence;
import broadsheet.names.decide.NameDecisions;
import broadsheet.names.tag.NameTagger;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Decides the names of an archive and prints what to judge by eye: the 200 in most articles, and
 * 150 of those in ten articles or more; with articles a second on one thread, and, where articles
 * state people and organisations (Reuters-21578), how many of these are found. {@code -Dpart=first}
 * or {@code second} takes half of the articles, by their ids; those without a body are left out.
 */
public final class NameMeasure {

  private static final int TOP = 200;
  private static final int SAMPLE = 150;
  private static final int FEWEST_OF_SAMPLE = 10;
  private static final int FEWEST_OF_FORM = 1;

  private final Map<String, BitSet> articlesByForm = new HashMap<>();
  private final List<Candidates> candidates = new ArrayList<>();

  private NameMeasure() {}

  /** Tags, decides and prints. */
  public static void main(String... arguments) {
    List<Article> articles = new ArrayList<>(BenchmarkCorpus.articles());
    String part = System.getProperty("part", "");
    articles.removeIf(a -> a.paragraphs().isEmpty());
    articles.removeIf(a -> !part.isEmpty() && isFirst(a) != part.equals("first"));
    new NameMeasure().measure(articles);
  }

  private static boolean isFirst(Article article) {
    return Integer.bitCount(article.id().hashCode()) % 2 == 0;
  }

  private void measure(List<Article> articles) {
    NameTagger tagger = NameTagger.english();
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (Article article : articles) {
      candidates.add(tagger.candidates(article));
    }
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d articles, %.1f s, %.0f a second%n",
        articles.size(),
        seconds,
        articles.size() / seconds);
    NameTable table = decided();
    print(table);
    if (articles.stream().anyMatch(article -> !article.people().isEmpty())) {
      new StatedNames(articles, candidates, table).print();
    }
  }

  private NameTable decided() {
    for (int i = 0; i < candidates.size(); i++) {
      for (String form : candidates.get(i).forms()) {
        articlesByForm.computeIfAbsent(form, _ -> new BitSet()).set(i);
      }
    }
    Set<String> forms = new HashSet<>();
    articlesByForm.forEach(
        (form, of) -> {
          if (of.cardinality() >= FEWEST_OF_FORM) {
            forms.add(form);
          }
        });
    ArchiveEvidence evidence = new ArchiveEvidence(forms);
    candidates.forEach(evidence::add);
    return NameDecisions.decide(
        evidence,
        candidates.size(),
        any -> {
          BitSet all = new BitSet();
          any.forEach(form -> all.or(articlesByForm.getOrDefault(form, new BitSet())));
          return all.cardinality();
        });
  }

  private static void print(NameTable table) {
    List<NameEntry> entries = new ArrayList<>(table.entries());
    entries.sort(Comparator.comparingInt(NameEntry::articles).reversed());
    System.out.printf("%d names%n%nThe %d in most articles%n", entries.size(), TOP);
    entries.stream().limit(TOP).forEach(NameMeasure::print);
    print(entries, FEWEST_OF_SAMPLE, Integer.MAX_VALUE);
    print(entries, 5, 9);
    print(entries, 2, 4);
    print(entries, 1, 1);
  }

  private static void print(List<NameEntry> entries, int fewest, int most) {
    List<NameEntry> rest =
        new ArrayList<>(
            entries.stream().filter(e -> e.articles() >= fewest && e.articles() <= most).toList());
    Collections.shuffle(rest, new Random(Long.getLong("seed", 1)));
    System.out.printf("%n%d of the %d in %d to %d articles%n", SAMPLE, rest.size(), fewest, most);
    rest.stream()
        .limit(SAMPLE)
        .sorted(Comparator.comparingInt(NameEntry::articles).reversed())
        .forEach(NameMeasure::print);
  }

  private static void print(NameEntry entry) {
    System.out.printf(
        "%6d %-12s %s   %s%n",
        entry.articles(),
        entry.name().kind().label(),
        entry.name().text(),
        entry.forms().stream().limit(6).toList());
  }
}
