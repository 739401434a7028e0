package broadsheet.corpus.print;

import broadsheet.article.Article;
import broadsheet.article.PrintedPage;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.ocr.OliveEntity;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.xml.XmlRoot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Olive ActivePaper: a file is an article or advertisement. One that continues on another page is
 * read with the files that continue it. Stateless.
 */
public final class Olive extends WholeFormat {
  /** The name of a file: its kind, three digits of its page, two of its place on the page. */
  private static final Pattern ID = Pattern.compile("[A-Za-z]{1,4}\\d{5}");

  private static final int MOST_PARTS = 20;

  public Olive(DateReader dates) {
    super("olive", dates);
  }

  @Override
  public boolean mayBePart(String name) {
    return true;
  }

  @Override
  public Recognition recognise(Peek peek) {
    XmlRoot root = XmlRoot.of(peek.head());
    if (root.isOneOf("xmd-page", "xmd_toc")) {
      return Recognition.noArticle("the layout of an issue, whose articles are other files");
    }
    return Recognition.mineIf(root.isOneOf("xmd-entity"));
  }

  @Override
  protected void read(byte[] bytes, Records records) throws IOException {
    OliveEntity entity = OliveEntity.of(StatedEncoding.text(bytes, ""));
    if (sibling(entity.continues(), records).isPresent()) {
      records.skip(0, "the continuation of another file", entity.continues());
      return;
    }
    List<OliveEntity> parts = new ArrayList<>(List.of(entity));
    Set<String> seen = new HashSet<>();
    String next = entity.continuedIn();
    while (parts.size() < MOST_PARTS && seen.add(next)) {
      Optional<byte[]> more = sibling(next, records);
      if (more.isPresent()) {
        parts.add(OliveEntity.of(StatedEncoding.text(more.get(), "")));
        next = parts.getLast().continuedIn();
      }
    }
    records.take(0, () -> article(parts, records));
  }

  /** The file of another part, in the folder of its page. */
  private static Optional<byte[]> sibling(String id, Records records) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    int digits = id.length() - 5;
    String page = Integer.toString(Integer.parseInt(id.substring(digits, digits + 3)));
    try {
      return records.siblings().read("../" + page + "/" + id + ".xml");
    } catch (IOException e) {
      records.remark(0, Damage.reason(e), id);
      return Optional.empty();
    }
  }

  private Article article(List<OliveEntity> parts, Records records) throws NotAnArticle {
    OliveEntity first = parts.getFirst();
    ScannedArticle text = new ScannedArticle();
    List<PrintedPage> pages = new ArrayList<>();
    for (OliveEntity part : parts) {
      int page = pages.size();
      pages.add(part.printedPage());
      text.on(page);
      part.headings().blocks().forEach(block -> text.add(block, page, true));
      part.body().blocks().forEach(block -> text.add(block, page, false));
    }
    if (text.isEmpty() && first.title().isEmpty()) {
      throw NotAnArticle.skipped("without a title and text");
    }
    IssueFacts facts = new IssueFacts(records, dates);
    var article =
        records
            .article(0, first.id(), "")
            .source(facts.newspaper(first.newspaper()))
            .publishedAt(facts.date(List.of(first.date())))
            .section(first.section())
            .language(LanguageTag.of(first.language()));
    text.fill(article, first.title(), pages);
    return article.build();
  }
}
