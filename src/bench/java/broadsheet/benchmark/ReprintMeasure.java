package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.corpus.TestCorpus;
import broadsheet.corpus.record.Ledger;
import broadsheet.engine.NameMode;
import broadsheet.engine.result.Reprint;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.index.IndexFolder;
import broadsheet.lucene.index.LuceneIndexingSession;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plants a reprint of some real articles among them and counts how many are found. Recall: the
 * planted articles whose family contains their original. Precision: of all articles in a family
 * with a planted one, those that are its original, another reprint of that, or were in its family
 * before.
 */
final class ReprintMeasure {

  private static final int ORIGINALS = 2_250;
  private static final int FEWEST_WORDS = 80;

  private final Random random = new Random(1);
  private final List<Article> articles = new ArrayList<>();

  /** The id of each planted article's original, by the way it was made. */
  private final Map<String, Map<String, String>> planted = new LinkedHashMap<>();

  private int kind;

  private ReprintMeasure() {}

  /** Reads {@code -Dcorpus} and prints a table. */
  public static void main(String[] arguments) throws IOException {
    Path corpus = Path.of(System.getProperty("corpus", ""));
    new ReprintMeasure().run(corpus, Files.createTempDirectory("reprints"));
  }

  private void run(Path corpus, Path folder) {
    TestCorpus.read(TestCorpus.of(List.of(corpus), LocalDate.EPOCH), articles::add, new Ledger());
    Map<String, Set<String>> before = families(folder.resolve("before"));
    List<Article> originals =
        articles.stream().filter(article -> words(article).size() >= FEWEST_WORDS).toList();
    List<Article> shuffled = new ArrayList<>(originals);
    Collections.shuffle(shuffled, random);
    shuffled.stream().limit(ORIGINALS).forEach(this::plant);
    print(before, families(folder.resolve("after")));
  }

  private void plant(Article article) {
    List<String> words = words(article);
    int length = words.size();
    switch (kind++ % 9) {
      case 0 -> plant("re-headlined", article, article.paragraphs());
      case 1 -> plant("re-ordered", article, reordered(words));
      case 2 -> plant("cut to three quarters", article, text(words.subList(0, length * 3 / 4)));
      case 3 -> plant("cut to a half", article, text(words.subList(0, length / 2)));
      case 4 -> plant("cut to a third", article, text(words.subList(0, length / 3)));
      case 5 -> plant("middle third left out", article, text(withoutMiddle(words)));
      case 6 -> plant("every 20th word changed", article, text(changed(words, 20)));
      case 7 -> plant("every 12th word changed", article, text(changed(words, 12)));
      default -> plant("as much again added", article, added(words));
    }
  }

  private void plant(String kind, Article original, List<String> paragraphs) {
    String id = "planted-" + articles.size();
    articles.add(Article.withId(id).title("Another headline " + id).paragraphs(paragraphs).build());
    planted.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(id, original.id());
  }

  private static List<String> words(Article article) {
    return List.of(String.join(" ", article.paragraphs()).split(" ", -1));
  }

  private static List<String> text(List<String> words) {
    return List.of(String.join(" ", words));
  }

  /** Cut into pieces of about forty words and shuffled. */
  private List<String> reordered(List<String> words) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < words.size(); i += 40) {
      pieces.add(String.join(" ", words.subList(i, Math.min(words.size(), i + 40))));
    }
    Collections.shuffle(pieces, random);
    return pieces;
  }

  private static List<String> withoutMiddle(List<String> words) {
    List<String> rest = new ArrayList<>(words.subList(0, words.size() / 3));
    rest.addAll(words.subList(words.size() * 2 / 3, words.size()));
    return rest;
  }

  private static List<String> changed(List<String> words, int every) {
    List<String> changed = new ArrayList<>(words);
    for (int i = every / 2; i < changed.size(); i += every) {
      changed.set(i, "altered" + i);
    }
    return changed;
  }

  /** Followed by as many words in random order. */
  private static List<String> added(List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.addAll(words.reversed());
    return text(all);
  }

  private Map<String, Set<String>> families(Path index) {
    try (LuceneIndexingSession session =
        LuceneIndexingSession.open(IndexFolder.searched(index), NameMode.AS_IS)) {
      articles.forEach(session::add);
      session.commit(List.of());
    }
    Map<String, Set<String>> families = new LinkedHashMap<>();
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      for (Article article : articles) {
        engine
            .find(article.id(), new QueryNode.Everything())
            .ifPresent(found -> families.put(article.id(), ids(found.reprints())));
      }
    }
    return families;
  }

  private static Set<String> ids(List<Reprint> reprints) {
    return reprints.stream().map(Reprint::id).collect(Collectors.toSet());
  }

  private void print(Map<String, Set<String>> before, Map<String, Set<String>> after) {
    System.out.printf(
        Locale.ROOT,
        "%,d articles, %,d of them of a family before any were planted%n",
        before.size(),
        before.values().stream().filter(family -> !family.isEmpty()).count());
    Map<String, String> originals = new LinkedHashMap<>();
    planted.values().forEach(originals::putAll);
    long right = 0;
    long wrong = 0;
    for (Map.Entry<String, Map<String, String>> kind : planted.entrySet()) {
      long found = 0;
      for (Map.Entry<String, String> one : kind.getValue().entrySet()) {
        Set<String> family = after.getOrDefault(one.getKey(), Set.of());
        found += family.contains(one.getValue()) ? 1 : 0;
        Set<String> natural = new HashSet<>(before.getOrDefault(one.getValue(), Set.of()));
        natural.add(one.getValue());
        for (String member : family) {
          boolean isRight = natural.contains(originals.getOrDefault(member, member));
          right += isRight ? 1 : 0;
          wrong += isRight ? 0 : 1;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%-26s recall %.3f of %,d%n",
          kind.getKey(),
          found / (double) kind.getValue().size(),
          kind.getValue().size());
    }
    System.out.printf(
        Locale.ROOT, "precision %.4f of %,d%n", right / (double) (right + wrong), right + wrong);
  }
}
