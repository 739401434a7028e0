package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.names.Candidates;
import broadsheet.names.Mention;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.names.NameTable;
import broadsheet.names.NamedPart;
import broadsheet.names.decide.ArchiveEvidence;
import broadsheet.names.decide.NameDecisions;
import broadsheet.names.tag.NameTagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures how many of the names in some articles are found, with the causes of misses by count.
 * Which names the articles have was judged by eye: {@code -Djudged=FILE} has an article's id on a
 * line that begins with {@code #}, and then a name on a line, after the first letters of its kinds
 * ({@code P}, {@code O}, {@code L}). Without it, prints {@code -Dnumber} articles to judge. Only
 * the first {@code -Dlength} characters of a body count.
 */
public final class NameRecallMeasure {

  private static final int FEWEST_OF_FORM = 1;
  private static final List<NamedPart> PARTS =
      List.of(NamedPart.TITLE, NamedPart.STANDFIRST, NamedPart.BODY);

  private final int length = Integer.getInteger("length", 2000);
  private final Map<String, BitSet> articlesByForm = new HashMap<>();
  private final List<Candidates> candidates = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Integer> causes = new TreeMap<>();
  private final Map<String, Integer> missed = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int all;
  private int right;
  private int shown;
  private int shownRight;

  /** A name at a place of a text. */
  private record Judged(int start, int end, String kinds) {}

  private NameRecallMeasure() {}

  /** Prints articles to judge, or measures. */
  public static void main(String... arguments) throws IOException {
    List<Article> articles = new ArrayList<>(BenchmarkCorpus.articles());
    articles.removeIf(a -> a.paragraphs().isEmpty());
    NameRecallMeasure measure = new NameRecallMeasure();
    String judged = System.getProperty("judged", "");
    if (judged.isEmpty()) {
      measure.list(articles);
    } else {
      measure.measure(articles, Files.readAllLines(Path.of(judged)));
    }
  }

  private void list(List<Article> articles) {
    articles.sort(Comparator.comparing(Article::id));
    Collections.shuffle(articles, new Random(Long.getLong("seed", 1)));
    for (Article article : articles.subList(0, Integer.getInteger("number", 20))) {
      System.out.printf("# %s%n", article.id());
      PARTS.forEach(part -> System.out.println(text(part, article)));
    }
  }

  private String text(NamedPart part, Article article) {
    String text = part.of(article);
    return part == NamedPart.BODY ? text.substring(0, Math.min(length, text.length())) : text;
  }

  private void measure(List<Article> articles, List<String> judged) {
    for (Article article : articles) {
      Candidates of = NameTagger.english().candidates(article);
      int number = candidates.size();
      places.put(article.id(), number);
      candidates.add(of);
      of.forms()
          .forEach(form -> articlesByForm.computeIfAbsent(form, _ -> new BitSet()).set(number));
    }
    NameTable table = decided();
    Map<String, List<String>> names = new HashMap<>();
    String id = "";
    for (String line : judged) {
      if (line.startsWith("#")) {
        id = line.substring(1).strip();
        names.put(id, new ArrayList<>());
      } else if (!line.isBlank()) {
        names.getOrDefault(id, new ArrayList<>()).add(line);
      }
    }
    names.forEach(
        (article, of) -> {
          Integer number = places.get(article);
          if (number == null) {
            throw new IllegalArgumentException("no such article: " + article);
          }
          PARTS.forEach(part -> measure(part, articles.get(number), of, number, table));
        });
    print(table);
  }

  private NameTable decided() {
    Set<String> forms = new HashSet<>();
    articlesByForm.forEach(
        (form, of) -> {
          if (of.cardinality() >= FEWEST_OF_FORM) {
            forms.add(form);
          }
        });
    ArchiveEvidence evidence = new ArchiveEvidence(forms);
    candidates.forEach(evidence::add);
    return NameDecisions.decide(evidence, candidates.size(), this::articlesWithAny);
  }

  private int articlesWithAny(Collection<String> forms) {
    BitSet any = new BitSet();
    forms.forEach(form -> any.or(articlesByForm.getOrDefault(form, new BitSet())));
    return any.cardinality();
  }

  private static List<Judged> judged(String text, List<String> lines) {
    List<String> sorted = new ArrayList<>(lines);
    sorted.sort(Comparator.comparingInt(String::length).reversed());
    BitSet taken = new BitSet();
    List<Judged> judged = new ArrayList<>();
    for (String line : sorted) {
      int blank = line.indexOf(' ');
      String name = line.substring(blank + 1).strip();
      String kinds = line.substring(0, blank);
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        int end = at + name.length();
        boolean whole =
            (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        if (whole && taken.get(at, end).isEmpty()) {
          taken.set(at, end);
          if (!kinds.equals("-")) {
            judged.add(new Judged(at, end, kinds));
          }
        }
      }
    }
    return judged;
  }

  private static String letter(NameKind kind) {
    return switch (kind) {
      case PERSON -> "P";
      case ORGANISATION -> "O";
      case PLACE -> "L";
    };
  }

  private void measure(
      NamedPart part, Article article, List<String> lines, int number, NameTable table) {
    String text = text(part, article);
    List<Judged> names = judged(text, lines);
    Candidates of = candidates.get(number);
    List<Mention> mentions =
        of.mentions().stream().filter(m -> m.part() == part && m.end() <= text.length()).toList();
    for (Judged name : names) {
      all++;
      String cause = cause(name, mentions, of, table);
      causes.merge(cause, 1, Integer::sum);
      right += cause.isEmpty() ? 1 : 0;
      if (!cause.isEmpty()) {
        missed.merge(
            "%s: %s %s".formatted(cause, name.kinds, text.substring(name.start, name.end)),
            1,
            Integer::sum);
      }
    }
    for (Mention mention : mentions) {
      List<Name> as = table.namesOf(of.forms().get(mention.form()));
      if (!as.isEmpty()) {
        shown++;
        boolean ok = names.stream().anyMatch(name -> isRight(name, mention, as));
        shownRight += ok ? 1 : 0;
        if (!ok) {
          wrong.add(
              "%s for “%s” in %s"
                  .formatted(
                      as.getFirst(),
                      text.substring(Math.max(0, mention.start() - 20), mention.end()),
                      article.id()));
        }
      }
    }
  }

  private static boolean isRight(Judged name, Mention mention, List<Name> as) {
    return mention.start() < name.end
        && mention.end() > name.start
        && as.stream().anyMatch(each -> name.kinds.contains(letter(each.kind())));
  }

  /** Why a name is not found; empty if it is. */
  private String cause(Judged name, List<Mention> mentions, Candidates of, NameTable table) {
    String cause = "no candidate";
    for (Mention mention : mentions) {
      if (mention.start() < name.end && mention.end() > name.start) {
        String form = of.forms().get(mention.form());
        List<Name> as = table.namesOf(form);
        if (isRight(name, mention, as)) {
          return "";
        }
        int articles = articlesByForm.getOrDefault(form, new BitSet()).cardinality();
        cause =
            !as.isEmpty()
                ? "wrong kind"
                : articles < 2 ? "in 1 article" : articles < 5 ? "in 2 to 4" : "undecided";
      }
    }
    return cause;
  }

  private void print(NameTable table) {
    System.out.printf(
        Locale.ROOT,
        "%d names; %d mentions, found %.3f; shown %d, right %.3f%n",
        table.entries().size(),
        all,
        (double) right / all,
        shown,
        (double) shownRight / shown);
    System.out.println(causes);
    if (Boolean.getBoolean("misses")) {
      missed.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .forEach(each -> System.out.printf("%4d %s%n", each.getValue(), each.getKey()));
      wrong.forEach(System.out::println);
    }
  }
}
