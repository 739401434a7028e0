package broadsheet.corpus.collection;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.PrefilteredPattern;
import broadsheet.corpus.xml.CutElement;
import broadsheet.corpus.xml.ElementCutter;
import broadsheet.corpus.xml.ElementCutter.MarkupSyntax;
import broadsheet.corpus.xml.XmlRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The SGML of the TREC and LDC news collections (AP, WSJ, FT, LA Times, FBIS, SJMN, ZIFF, AQUAINT,
 * Gigaword and similar ones): many {@code <DOC>}s per file, with no element around them. Holds one
 * at a time.
 */
public final class Trec extends Format {
  private static final PrefilteredPattern NUMBERED =
      PrefilteredPattern.ofAnyCase("<DOC>\\s*<DOCNO>", "<docno>");

  private static final Pattern HAS_NUMBER = Pattern.compile("(?i)<DOCNO>");
  private static final Pattern HAS_ID =
      Pattern.compile("(?i)<DOC\\s+id\\s*=\\s*\"?[\\w.]+\"?[^>]*>");
  private static final Pattern HAS_TEXT = Pattern.compile("(?i)<TEXT>");
  private static final Charset DECLARED = Decoding.FALLBACK;

  public Trec(DateReader dates) {
    super("trec", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    XmlRoot root = XmlRoot.of(peek.head());
    boolean isDocument =
        root.isOneOf("doc")
            && (HAS_NUMBER.matcher(peek.head()).find()
                || (HAS_ID.matcher(root.tag()).matches() && HAS_TEXT.matcher(peek.head()).find()));
    boolean holdsDocuments = !root.name().isEmpty() && NUMBERED.isIn(peek.head());
    return Recognition.mineIf(isDocument || holdsDocuments);
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    ElementCutter cutter = new ElementCutter(in, Set.of("doc"), MarkupSyntax.SGML, false);
    Optional<CutElement> document = cutter.next();
    for (long number = 1; document.isPresent(); number++) {
      take(document.get(), number, records);
      document = cutter.next();
    }
  }

  private void take(CutElement cut, long number, Records records) {
    switch (cut.end()) {
      case TOO_LONG -> records.fail(number, Records.TOO_LONG, "");
      case CUT_OFF -> records.fail(number, Damage.CUT_OFF, "");
      case UNCLOSED -> {
        records.remark(number, "read without its end tag", "");
        article(cut, number, records);
      }
      case CLOSED -> article(cut, number, records);
    }
  }

  private void article(CutElement cut, long number, Records records) {
    records.take(
        number, () -> new TrecDocument(cut.text(DECLARED), records, number).article(dates));
  }
}
