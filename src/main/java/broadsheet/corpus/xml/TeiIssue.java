package broadsheet.corpus.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Finds the articles in the text of an issue: divisions that say that they are one, at any depth
 * below sections, and the other divisions beside them. The text that a section has of its own is an
 * article as well. Source: https://tei-c.org/release/doc/tei-p5-doc/en/html/DS.html; types of
 * divisions as in https://github.com/OpenArabicPE and the base format of the Deutsches Textarchiv.
 */
final class TeiIssue {
  /** A division that is an article, and the title of the section around it. */
  record Division(Element element, String section) {}

  /** Types that only issues have. */
  private static final Pattern OF_ISSUES =
      Pattern.compile("(?i)j?article|item|news(?:[_-]?item)?|story|advert(?:isement)?s?|j?an");

  private static final Pattern ARTICLE =
      Pattern.compile(
          OF_ISSUES.pattern()
              + "|letter|review|obituary|poem|verse|bill|notice|announcement|editorial|leader"
              + "|interview|report|essay|comment(?:ary)?");

  private static final Pattern FURNITURE =
      Pattern.compile("(?i)mast-?head|contents|toc|imprint|colophon");

  private static final Pattern ISSUE = Pattern.compile("(?i)issue|newspaper|journal|periodical");

  /** Parts of a text that are no divisions. */
  private static final Set<String> AROUND = Set.of("front", "body", "back", "group", "text");

  private final List<Division> divisions = new ArrayList<>();
  private final Set<Element> elements = new HashSet<>();

  private TeiIssue() {}

  /** The issue that a text is; empty if it is none, or has fewer than two articles. */
  static Optional<TeiIssue> of(Element tei, TeiHeader header) {
    Element text = XmlTree.at(tei, "text");
    List<Element> all = text.getAllElements().stream().filter(TeiText::isDivision).toList();
    long marked = all.stream().filter(d -> isOfType(d, OF_ISSUES)).limit(2).count();
    boolean isStated =
        ISSUE.matcher(text.attr("type")).matches()
            || (header.isPeriodical() && all.stream().allMatch(d -> d.hasAttr("type")));
    if (marked < 2 && !isStated) {
      return Optional.empty();
    }
    TeiIssue issue = new TeiIssue();
    issue.walk(text, "", "", true);
    return issue.divisions.size() < 2 ? Optional.empty() : Optional.of(issue);
  }

  /** The articles, in order. */
  List<Division> divisions() {
    return List.copyOf(divisions);
  }

  /** The paragraphs of an article, without its own headline and the bylines of marked people. */
  List<String> paragraphs(Division article) {
    Element own = article.element();
    Set<Element> furniture = new HashSet<>();
    XmlTree.children(own, "head").forEach(furniture::add);
    XmlTree.children(own, "byline")
        .filter(byline -> !XmlTree.all(byline, "persName").isEmpty())
        .forEach(furniture::add);
    return TeiText.paragraphs(
        own, e -> furniture.contains(e) || (elements.contains(e) && !e.equals(own)));
  }

  /** The headline of a division; empty if it has none. */
  static String head(Element division) {
    return XmlTree.children(division, "head")
        .map(TeiText::line)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }

  static boolean isAdvertisement(Element division) {
    return types(division).anyMatch(type -> type.toLowerCase(Locale.ROOT).startsWith("advert"));
  }

  /**
   * Adds the articles in an element.
   *
   * @param section the title of the section around it
   * @param inner the title of the section around what is in it
   * @param isText whether divisions of other types count, as they do in the body of a text
   */
  private void walk(Element around, String section, String inner, boolean isText) {
    int before = divisions.size();
    for (Element child : around.children()) {
      String name = TeiText.name(child);
      if (AROUND.contains(name)) {
        boolean isBody = isText && !name.equals("front") && !name.equals("back");
        walk(child, inner, inner, isBody);
      } else if (TeiText.isDivision(child)) {
        division(child, inner, isText);
      }
    }
    Division own = new Division(around, section);
    if (isText && !paragraphs(own).isEmpty()) {
      divisions.add(before, own);
    }
    elements.add(around);
  }

  private void division(Element division, String section, boolean isText) {
    boolean isArticle = isOfType(division, ARTICLE) && !holds(division, TeiIssue::isOwnArticle);
    boolean isOther = isText && !holds(division, d -> isOfType(d, ARTICLE));
    if (isOfType(division, FURNITURE)) {
      elements.add(division);
    } else if (isArticle || isOther) {
      elements.add(division);
      divisions.add(new Division(division, section));
    } else {
      String head = head(division);
      walk(division, section, head.isEmpty() ? section : head, isText);
    }
  }

  private static boolean holds(Element division, Predicate<Element> condition) {
    return division.getAllElements().stream()
        .anyMatch(d -> !d.equals(division) && TeiText.isDivision(d) && condition.test(d));
  }

  /** Whether a division is an article even inside another, as a poem or letter in it is not. */
  private static boolean isOwnArticle(Element division) {
    String type = XmlTree.firstOf(division.attr("subtype"), division.attr("type"));
    return OF_ISSUES.matcher(type).matches();
  }

  private static boolean isOfType(Element division, Pattern type) {
    return types(division).anyMatch(stated -> type.matcher(stated).matches());
  }

  private static Stream<String> types(Element division) {
    return Stream.of(division.attr("type"), division.attr("subtype"));
  }
}
