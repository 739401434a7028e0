package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The dump of a wiki such as Wikinews: each page of its main namespace is an article, in its latest
 * revision.
 */
public final class MediaWiki extends XmlNews {
  /** {@code {{date|July 5, 2007}}}, by which Wikinews states when a story was published. */
  private static final Pattern DATE =
      Pattern.compile(
          "(?iu)\\{\\{\\s*(?:date|datum|fecha|data|дата)\\s*\\|\\s*(?<day>[^{}|]{4,40})");

  /** Old dumps name the namespace in the title alone. */
  private static final Pattern OTHER_NAMESPACE =
      Pattern.compile(
          "(?:(?:\\w+ )?[Tt]alk|User|File|Image|Template|Category|Help|Portal|MediaWiki|Module):");

  public MediaWiki(DateReader dates) {
    super("mediawiki", dates, "page");
  }

  @Override
  Recognition recognise(XmlRoot root, Peek peek) {
    return Recognition.mineIf(root.isOneOf("mediawiki"));
  }

  @Override
  Article article(Element page, XmlItem item) throws NotAnArticle {
    String namespace = XmlTree.lineAt(page, "ns");
    boolean isOther =
        namespace.isEmpty()
            ? OTHER_NAMESPACE.matcher(XmlTree.lineAt(page, "title")).lookingAt()
            : !namespace.equals("0");
    if (isOther) {
      throw NotAnArticle.skipped("not in the wiki's main namespace");
    }
    Optional<Element> latest =
        XmlTree.children(page, "revision").max(Comparator.comparing(MediaWiki::timestamp));
    String source = latest.map(revision -> XmlTree.at(revision, "text").wholeText()).orElse("");
    if (!XmlTree.children(page, "redirect").toList().isEmpty() || WikiText.isRedirect(source)) {
      throw NotAnArticle.skipped("a redirect");
    }
    String title = XmlTree.lineAt(page, "title");
    List<String> paragraphs = WikiText.paragraphs(source);
    if (paragraphs.isEmpty()) {
      throw NotAnArticle.skipped("no text in it");
    }
    Element site = XmlTree.first(item.envelope(), "siteinfo");
    return item.article(XmlTree.lineAt(page, "id"), "")
        .title(title)
        .paragraphs(paragraphs)
        .source(XmlTree.firstOf(XmlTree.lineAt(site, "sitename"), XmlTree.lineAt(site, "dbname")))
        .topics(WikiText.categories(source))
        .language(LanguageTag.of(XmlTree.attribute(item.envelope(), "xml:lang")))
        .publishedAt(date(page, source, item))
        .build();
  }

  /** The day that the page states, otherwise that of its earliest revision in the dump. */
  private static PublicationDate date(Element page, String source, XmlItem item) {
    Matcher stated = DATE.matcher(source);
    String earliest =
        XmlTree.children(page, "revision")
            .map(MediaWiki::timestamp)
            .filter(time -> !time.isEmpty())
            .min(Comparator.naturalOrder())
            .orElse("");
    return item.date(stated.find() ? stated.group("day") : "", earliest);
  }

  private static String timestamp(Element revision) {
    return XmlTree.lineAt(revision, "timestamp");
  }
}
