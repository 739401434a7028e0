package broadsheet.corpus.page;

import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.record.PageFacts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Metadata of an article in the {@code itemprop} attributes of its page. */
final class Microdata {
  private static final Pattern ARTICLE = Pattern.compile("(?i).*(?:Article|BlogPosting|Report)/?");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final int MOST_VALUES = 30;

  private final List<Element> properties;
  private final Optional<Element> article;

  Microdata(Document page) {
    this.properties = page.select("[itemprop]");
    List<Element> articles =
        page.select("[itemtype]").stream()
            .filter(item -> ARTICLE.matcher(item.attr("itemtype")).matches())
            .toList();
    this.article = articles.size() == 1 ? Optional.of(articles.getFirst()) : Optional.empty();
  }

  /** Whether the page marks exactly one item as an article. */
  boolean hasArticle() {
    return article.isPresent();
  }

  void addTo(PageFacts facts) {
    facts.add(Part.TITLE, values("headline"));
    facts.add(Part.DATE, values("datePublished").limit(1));
    facts.add(Part.AUTHOR, values("author"));
    facts.add(Part.SECTION, values("articleSection").limit(1));
    facts.add(Part.TOPIC, values("keywords"));
    facts.add(Part.LANGUAGE, values("inLanguage").limit(1));
    facts.add(Part.SOURCE, values("publisher").limit(1));
  }

  /** The values of a property of the article, or of the page if it marks no article as an item. */
  private Stream<String> values(String property) {
    return properties.stream()
        .filter(element -> isNamed(element, property) && isOfArticle(element))
        .limit(MOST_VALUES)
        .map(Microdata::value);
  }

  /** Whether a property is one of those that an element has, in any case. */
  private static boolean isNamed(Element element, String property) {
    return BLANKS
        .splitAsStream(element.attr("itemprop"))
        .anyMatch(name -> name.equalsIgnoreCase(property));
  }

  private boolean isOfArticle(Element element) {
    Element scope = element.parent();
    while (scope != null && !scope.hasAttr("itemscope")) {
      scope = scope.parent();
    }
    if (article.isPresent()) {
      return article.get().equals(scope);
    }
    return scope == null || scope.attr("itemtype").endsWith("Page");
  }

  private static String value(Element element) {
    Element name = element.selectFirst("[itemprop=name]");
    if (name != null && !name.equals(element)) {
      return value(name);
    }
    for (String attribute : List.of("content", "datetime")) {
      if (!element.attr(attribute).isBlank()) {
        return element.attr(attribute);
      }
    }
    return element.text();
  }
}
