package broadsheet.corpus.format;

import broadsheet.corpus.collection.Iptc7901;
import broadsheet.corpus.collection.Reuters21578;
import broadsheet.corpus.collection.Trec;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.feed.Feed;
import broadsheet.corpus.json.Drupal;
import broadsheet.corpus.json.Ghost;
import broadsheet.corpus.json.Impresso;
import broadsheet.corpus.json.JsonDocuments;
import broadsheet.corpus.json.JsonLines;
import broadsheet.corpus.json.Telegram;
import broadsheet.corpus.mail.Mail;
import broadsheet.corpus.mail.Mailbox;
import broadsheet.corpus.ocr.OcrFormat;
import broadsheet.corpus.office.Docx;
import broadsheet.corpus.office.Epub;
import broadsheet.corpus.office.Odt;
import broadsheet.corpus.office.Pptx;
import broadsheet.corpus.office.Rtf;
import broadsheet.corpus.office.Xlsx;
import broadsheet.corpus.page.HtmlPage;
import broadsheet.corpus.page.Medium;
import broadsheet.corpus.page.NotionPage;
import broadsheet.corpus.pdf.Pdf;
import broadsheet.corpus.pdf.PdfPageCounter;
import broadsheet.corpus.plain.Markdown;
import broadsheet.corpus.plain.MovableType;
import broadsheet.corpus.plain.PlainText;
import broadsheet.corpus.press.PressExport;
import broadsheet.corpus.press.Ris;
import broadsheet.corpus.print.Abbyy;
import broadsheet.corpus.print.IssueFormat;
import broadsheet.corpus.print.KbText;
import broadsheet.corpus.print.Olive;
import broadsheet.corpus.print.PageCounter;
import broadsheet.corpus.print.PageFormat;
import broadsheet.corpus.print.ScannedImage;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.spoken.RecordingFormat;
import broadsheet.corpus.spoken.TranscriptFormat;
import broadsheet.corpus.table.Substack;
import broadsheet.corpus.table.TableOfArticles;
import broadsheet.corpus.xml.Debate;
import broadsheet.corpus.xml.DublinCore;
import broadsheet.corpus.xml.FactivaXml;
import broadsheet.corpus.xml.FieldedXml;
import broadsheet.corpus.xml.Gale;
import broadsheet.corpus.xml.MediaWiki;
import broadsheet.corpus.xml.NewsMl1;
import broadsheet.corpus.xml.NewsMlG2;
import broadsheet.corpus.xml.Nitf;
import broadsheet.corpus.xml.Rcv1;
import broadsheet.corpus.xml.Tei;
import broadsheet.corpus.xml.Trafilatura;
import broadsheet.corpus.xml.Wxr;
import broadsheet.recognize.Recognizer;
import broadsheet.worker.WorkerPool;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The formats by kind. Immutable.
 *
 * @param added those of extensions, which are asked first
 * @param packed those of binary files
 * @param texts those of text, in the order in which they are tried
 * @param pictures that of pictures, which callers cannot name
 * @param recordings that of sound and films, which callers cannot name either
 * @param recognition the means by which pictures are recognized; empty if they are not
 */
record FormatKinds(
    List<Format> added,
    List<Format> packed,
    List<Format> texts,
    Format pictures,
    Format recordings,
    String recognition) {
  FormatKinds {
    added = List.copyOf(added);
    packed = List.copyOf(packed);
    texts = List.copyOf(texts);
  }

  Stream<Format> named() {
    return Stream.of(packed, texts, added).flatMap(List::stream);
  }

  List<Format> own() {
    List<Format> unnamed = List.of(pictures, recordings);
    return Stream.of(packed, texts, unnamed).flatMap(List::stream).toList();
  }

  FormatKinds with(List<Format> others, List<Format> read) {
    return new FormatKinds(others, packed, read, pictures, recordings, recognition);
  }

  /**
   * Those of the program.
   *
   * @param workers read what is not read in this process
   */
  static FormatKinds own(DateReader dates, Recognizer recognizer, WorkerPool workers) {
    List<Format> packed =
        List.of(
            new Pdf(workers, dates, recognizer),
            new Docx(dates),
            new Odt(dates),
            new Pptx(dates),
            new Xlsx(dates),
            new Epub(dates));
    List<Format> formats = new ArrayList<>(scanned(dates, new PdfPageCounter(workers)));
    formats.addAll(List.of(new Mail(dates), new Mailbox(dates)));
    formats.addAll(TranscriptFormat.all(dates));
    formats.addAll(PressExport.all(dates));
    formats.addAll(
        List.of(
            new Ris(dates),
            new Rtf(dates),
            new Reuters21578(dates),
            new Trec(dates),
            new Iptc7901(dates),
            new Nitf(dates),
            new Rcv1(dates),
            new NewsMlG2(dates),
            new NewsMl1(dates),
            new Wxr(dates),
            new MediaWiki(dates),
            new Tei(dates),
            new Debate(dates),
            new Trafilatura(dates),
            new FactivaXml(dates),
            new Gale(dates),
            new DublinCore(dates),
            new Feed(dates),
            new Medium(dates),
            new NotionPage(dates),
            new HtmlPage(dates),
            new MovableType(dates),
            new Markdown(dates),
            new Impresso(dates),
            new Telegram(dates),
            new Ghost(dates),
            new Drupal(dates),
            new JsonLines(dates),
            new JsonDocuments(dates),
            new FieldedXml(dates),
            new Substack(dates),
            new TableOfArticles(dates),
            new PlainText(dates)));
    ScannedImage pictures = new ScannedImage(workers, dates, recognizer);
    return new FormatKinds(
        List.of(), packed, formats, pictures, new RecordingFormat(dates), recognizer.means());
  }

  /** Formats known by their first tag; they are tried before formats that look at more. */
  private static List<Format> scanned(DateReader dates, PageCounter counter) {
    return List.of(
        IssueFormat.mets(dates, counter),
        new PageFormat(OcrFormat.ALTO, dates),
        IssueFormat.didl(dates, counter),
        new KbText(dates),
        new Olive(dates),
        new PageFormat(OcrFormat.PAGE_XML, dates),
        new Abbyy(dates, counter),
        new PageFormat(OcrFormat.DJVU, dates),
        new PageFormat(OcrFormat.HOCR, dates),
        new PageFormat(OcrFormat.TETML, dates));
  }
}
