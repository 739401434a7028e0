package broadsheet.names.decide;

import broadsheet.article.Article;
import broadsheet.names.Candidates;
import broadsheet.names.NameTable;
import broadsheet.names.tag.NameTagger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Articles for tests of names, and the decisions over them. */
public final class NamedArticles {

  private final List<Candidates> candidates = new ArrayList<>();

  public static Article article(String... paragraphs) {
    return Article.withId("a").paragraphs(List.of(paragraphs)).build();
  }

  /** The forms of the mentions of a text, in the order of the text. */
  public static List<String> forms(String... paragraphs) {
    Candidates found = NameTagger.english().candidates(article(paragraphs));
    return found.mentions().stream().map(mention -> found.forms().get(mention.form())).toList();
  }

  /** Adds several articles with the same text. */
  NamedArticles add(int times, String... paragraphs) {
    for (int i = 0; i < times; i++) {
      candidates.add(NameTagger.english().candidates(article(paragraphs)));
    }
    return this;
  }

  NamedArticles reversed() {
    NamedArticles reversed = new NamedArticles();
    reversed.candidates.addAll(candidates.reversed());
    return reversed;
  }

  NameTable decided() {
    return decided(candidates.size());
  }

  /** The decisions in an archive said to have so many articles. */
  NameTable decided(long articles) {
    Set<String> forms = new HashSet<>();
    candidates.forEach(of -> forms.addAll(of.forms()));
    ArchiveEvidence evidence = new ArchiveEvidence(forms);
    candidates.forEach(evidence::add);
    return NameDecisions.decide(
        evidence,
        articles,
        any ->
            (int)
                candidates.stream()
                    .filter(of -> of.forms().stream().anyMatch(any::contains))
                    .count());
  }

  /** The names that were decided, by kind and text. */
  List<String> names() {
    return decided().entries().stream()
        .map(entry -> entry.name().kind().label() + " " + entry.name().text())
        .toList();
  }
}
