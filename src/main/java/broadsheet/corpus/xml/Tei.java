package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.article.ArticleBuilder;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.Names;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Texts in TEI, the encoding of scholarly editions: a {@code TEI} is an article, or an issue of
 * several. Source: https://tei-c.org/release/doc/tei-p5-doc/en/html/.
 */
public final class Tei extends XmlNews {
  private static final String NAMESPACE = "http://www.tei-c.org/ns/1.0";
  private static final String ADVERTISEMENTS = "Advertisements";
  private static final Pattern BLANK = Pattern.compile(" ");

  /** A longer byline is a sentence. */
  private static final int MOST_WORDS = 5;

  public Tei(DateReader dates) {
    super("tei", dates, "tei", "tei.2");
  }

  @Override
  public String revision() {
    return SECOND_REVISION;
  }

  @Override
  Recognition recognise(XmlRoot root, Peek peek) {
    boolean isTei = root.isOneOf("tei", "teicorpus", "tei.2");
    return Recognition.mineIf(isTei || (root.tag().contains(NAMESPACE) && root.isOneOf("text")));
  }

  @Override
  List<ItemPart> articles(Element tei) {
    TeiHeader header = new TeiHeader(tei);
    return TeiIssue.of(tei, header)
        .map(
            issue ->
                issue.divisions().stream()
                    .map(division -> (ItemPart) item -> article(division, issue, header, tei, item))
                    .toList())
        .orElseGet(() -> List.of(item -> article(tei, item)));
  }

  @Override
  Article article(Element tei, XmlItem item) throws NotAnArticle {
    TeiHeader header = new TeiHeader(tei);
    Optional<SittingText> debate = TeiDebate.of(tei, item, header.sittingDay());
    if (debate.isPresent()) {
      return article(tei, header, debate.get(), item);
    }
    List<String> paragraphs =
        XmlTree.all(XmlTree.at(tei, "text"), "body").stream()
            .filter(body -> body.parents().stream().noneMatch(p -> XmlTree.isNamed(p, "body")))
            .flatMap(body -> TeiText.paragraphs(body, _ -> false).stream())
            .toList();
    return started(XmlTree.attribute(tei, "xml:id"), paragraphs, header, item)
        .title(header.title())
        .authors(header.authors())
        .language(header.language())
        .build();
  }

  /** A sitting, as a transcript is an article: of its day, under its own title. */
  private static Article article(Element tei, TeiHeader header, SittingText debate, XmlItem item)
      throws NotAnArticle {
    String id = XmlTree.attribute(tei, "xml:id");
    return started(id, debate.paragraphs(), header, item)
        .title(header.sittingTitle())
        .source(header.recordKeeper())
        .speakers(debate.speakers())
        .language(header.language())
        .publishedAt(
            header.sittingDay().isEmpty()
                ? item.date(header.dates())
                : item.date(header.sittingDay()))
        .build();
  }

  private static Article article(
      TeiIssue.Division division, TeiIssue issue, TeiHeader header, Element tei, XmlItem item)
      throws NotAnArticle {
    Element element = division.element();
    String issueId = XmlTree.attribute(tei, "xml:id");
    String id = XmlTree.attribute(element, "xml:id");
    boolean isAdvertisement = TeiIssue.isAdvertisement(element) && division.section().isEmpty();
    return started(
            issueId.isEmpty() || id.isEmpty() ? "" : issueId + "-" + id,
            issue.paragraphs(division),
            header,
            item)
        .title(TeiIssue.head(element))
        .authors(authors(element))
        .section(isAdvertisement ? ADVERTISEMENTS : division.section())
        .language(language(element, header))
        .build();
  }

  private static ArticleBuilder started(
      String id, List<String> paragraphs, TeiHeader header, XmlItem item) throws NotAnArticle {
    if (paragraphs.isEmpty()) {
      throw NotAnArticle.skipped("no text in it");
    }
    return item.article(id, "")
        .paragraphs(paragraphs)
        .source(XmlTree.firstOf(header.periodical(), header.publisher()))
        .topics(header.topics())
        .publishedAt(item.date(header.dates()));
  }

  /** The people marked in bylines; in others, a few words that are names. */
  private static List<String> authors(Element division) {
    return Stream.of("byline", "docAuthor")
        .flatMap(name -> XmlTree.children(division, name))
        .flatMap(Tei::people)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static Stream<String> people(Element byline) {
    List<Element> marked = XmlTree.all(byline, "persName");
    String line = TeiText.line(byline);
    boolean isShort = BLANK.split(line, MOST_WORDS + 1).length <= MOST_WORDS;
    return marked.isEmpty()
        ? isShort ? Byline.people(line).stream() : Stream.of()
        : marked.stream().map(person -> Names.person(XmlTree.line(person)));
  }

  /** The language of the nearest element that states one. */
  private static String language(Element division, TeiHeader header) {
    for (Element around = division; around != null; around = around.parent()) {
      String stated = LanguageTag.of(XmlTree.attribute(around, "xml:lang"));
      if (!stated.isEmpty()) {
        return stated;
      }
    }
    return header.language();
  }
}
