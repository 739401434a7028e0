package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.names.Candidates;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.names.NameTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recall and precision of found people and organisations against those that Reuters-21578 states. A
 * stated person, such as {@code james-baker}, is found if the article names a person with the same
 * surname. Those that are stated in fewer than ten articles are left out: their names are not shown
 * in so large an archive.
 */
record StatedNames(List<Article> articles, List<Candidates> candidates, NameTable table) {

  private static final int FEWEST = 10;

  private static final Map<String, String> ORGANISATIONS =
      Map.of(
          "ec", "European Community",
          "imf", "International Monetary Fund",
          "opec", "Organization of Petroleum Exporting Countries",
          "worldbank", "World Bank",
          "gatt", "General Agreement on Tariffs and Trade",
          "ico-coffee", "International Coffee Organization",
          "oecd", "Organisation for Economic Co-operation and Development",
          "icco", "International Cocoa Organization",
          "adb-asia", "Asian Development Bank",
          "un", "United Nations");

  private static final Pattern STORY =
      Pattern.compile("<REUTERS|<ORGS>(.*?)</ORGS>", Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile("<D>([^<]*)</D>");

  void print() {
    List<Set<String>> stated = new ArrayList<>();
    List<Set<String>> found = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      stated.add(
          new HashSet<>(articles.get(i).people().stream().map(StatedNames::surname).toList()));
      found.add(new HashSet<>());
      for (Name name : names(i, NameKind.PERSON)) {
        found.get(i).add(surname(name.text()));
      }
    }
    print("people", stated, found);
    printOrganisations();
  }

  private void printOrganisations() {
    Map<String, Set<String>> byLocation = organisations();
    List<Set<String>> stated = new ArrayList<>();
    List<Set<String>> found = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      stated.add(byLocation.getOrDefault(articles.get(i).locations().getFirst(), Set.of()));
      found.add(new HashSet<>());
      for (Name name : names(i, NameKind.ORGANISATION)) {
        found.get(i).add(name.text());
      }
    }
    print("organisations", stated, found);
  }

  private static void print(String what, List<Set<String>> stated, List<Set<String>> found) {
    Map<String, Integer> counts = new HashMap<>();
    stated.forEach(of -> of.forEach(name -> counts.merge(name, 1, Integer::sum)));
    counts.values().removeIf(count -> count < FEWEST);
    int all = 0;
    int right = 0;
    int shown = 0;
    Map<String, Integer> missed = new HashMap<>();
    for (int i = 0; i < stated.size(); i++) {
      Set<String> of = new HashSet<>(stated.get(i));
      of.retainAll(counts.keySet());
      Set<String> ours = new HashSet<>(found.get(i));
      ours.retainAll(counts.keySet());
      all += of.size();
      shown += ours.size();
      ours.retainAll(of);
      right += ours.size();
      of.removeAll(ours);
      of.forEach(name -> missed.merge(name, 1, Integer::sum));
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d stated, recall %.3f; %d found, of which stated %.3f; missed %s%n",
        what,
        all,
        (double) right / all,
        shown,
        (double) right / shown,
        missed);
  }

  private Set<Name> names(int article, NameKind kind) {
    Set<Name> names = new HashSet<>();
    for (String form : candidates.get(article).forms()) {
      table.namesOf(form).stream().filter(name -> name.kind() == kind).forEach(names::add);
    }
    return names;
  }

  private static String surname(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace(' ', '-');
    return lower.substring(lower.lastIndexOf('-') + 1);
  }

  /** The stated organisations by the location of an article. */
  private static Map<String, Set<String>> organisations() {
    Map<String, Set<String>> byLocation = new HashMap<>();
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("corpus")))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sgm")).toList()) {
        int story = 0;
        Matcher matcher = STORY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
          if (matcher.group(1) == null) {
            story++;
            continue;
          }
          Set<String> names = new HashSet<>();
          VALUE
              .matcher(matcher.group(1))
              .results()
              .map(value -> ORGANISATIONS.getOrDefault(value.group(1), ""))
              .filter(name -> !name.isEmpty())
              .forEach(names::add);
          byLocation.put(file.getFileName() + "#" + story, names);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return byLocation;
  }
}
