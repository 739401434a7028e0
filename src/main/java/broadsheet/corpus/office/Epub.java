package broadsheet.corpus.office;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.PageTitle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** EPUB books and magazines: a chapter is an article, the book its source. */
public final class Epub extends OfficeFile {
  private static final Pattern NOT_READ =
      Pattern.compile(
          "(?i).*(?:\\.(?:jpe?g|png|gif|svg|webp|css|[ot]tf|woff2?|js|mp[34]|m4a|ogg|ncx)|/)");

  public Epub(DateReader dates) {
    super("epub", dates, OfficeKind.BOOK);
  }

  @Override
  boolean isRead(String name) {
    return !NOT_READ.matcher(name).matches();
  }

  @Override
  Optional<String> whyUnreadable(Parts parts) {
    if (parts.has("META-INF/encryption.xml") && hasContentKeys(parts)) {
      return Optional.of("encrypted");
    }
    return Spine.packageFile(parts).isEmpty()
        ? Optional.of("a book without a list of its chapters")
        : Optional.empty();
  }

  /** Many books encrypt only their fonts. */
  private static boolean hasContentKeys(Parts parts) {
    String list =
        StatedEncoding.text(parts.part("META-INF/encryption.xml").orElse(new byte[0]), "");
    return Pattern.compile("URI=\"[^\"]+\\.x?html?\"").matcher(list).find();
  }

  @Override
  void read(Parts parts, Records records) throws XMLStreamException {
    Spine spine = Spine.of(parts);
    long number = 0;
    for (String chapter : spine.chapters()) {
      number++;
      long place = spine.chapters().size() == 1 ? 0 : number;
      Optional<byte[]> content = parts.part(chapter);
      if (content.isPresent()) {
        Document page = Jsoup.parse(StatedEncoding.text(content.get(), ""));
        take(page, spine, place, records);
      } else {
        records.fail(place, "a chapter is missing", chapter);
      }
    }
  }

  private void take(Document page, Spine spine, long number, Records records) {
    page.select("nav, script, style").remove();
    if (page.body().text().isBlank()) {
      return;
    }
    records.take(number, () -> article(page, spine, number, records));
  }

  private Article article(Document page, Spine spine, long number, Records records)
      throws NotAnArticle {
    String title = title(page, spine);
    List<String> paragraphs =
        Markup.paragraphs(page.body().html()).stream()
            .filter(paragraph -> !PageTitle.folded(paragraph).equals(PageTitle.folded(title)))
            .toList();
    if (paragraphs.isEmpty()) {
      throw NotAnArticle.skipped("a title page, without text");
    }
    PublicationDate date = dates.read(spine.date()).date();
    return records
        .article(number, "", "")
        .title(title)
        .paragraphs(paragraphs)
        .authors(spine.authors().stream().map(Names::person).filter(n -> !n.isEmpty()).toList())
        .source(spine.title())
        .language(LanguageTag.of(spine.language()))
        .publishedAt(date)
        .build();
  }

  private static String title(Document page, Spine spine) {
    Element heading = page.selectFirst("h1, h2, h3");
    String title = CleanText.line(heading == null ? page.title() : heading.text());
    boolean isBook = spine.chapters().size() > 1 && heading == null && title.equals(spine.title());
    return isBook ? "" : title;
  }
}
