package broadsheet.corpus.format;

import broadsheet.corpus.Corpus;
import broadsheet.corpus.collection.Iptc7901;
import broadsheet.corpus.collection.Reuters21578;
import broadsheet.corpus.collection.Trec;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.feed.Feed;
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
import broadsheet.corpus.pdf.Pdf;
import broadsheet.corpus.pdf.PdfPageCounter;
import broadsheet.corpus.pdf.PdfWorker;
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
import broadsheet.corpus.record.ArticleCompletion;
import broadsheet.corpus.record.CorpusException;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.spoken.RecordingFormat;
import broadsheet.corpus.spoken.TranscriptFormat;
import broadsheet.corpus.table.TableOfArticles;
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
import broadsheet.extension.host.Extensions;
import broadsheet.recognize.Recognizer;
import broadsheet.worker.WorkerPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats, in the order in which they are tried. Immutable. */
public final class Formats implements AutoCloseable {

  /** The format of a file, or the reason why it has none. */
  public record Choice(Optional<Format> format, String reason) {}

  /** A worker without the second compiler is the cheaper one for up to about 170 PDFs. */
  private static final int QUICK_PDFS = 100;

  private final List<WorkerPool> workers;
  private final Kinds kinds;
  private final boolean isForced;
  private final ArticleCompletion completion;

  /**
   * The formats by kind.
   *
   * @param added those of extensions, which are asked first
   * @param packed those of binary files
   * @param texts those of text, in the order in which they are tried
   * @param pictures that of pictures, which callers cannot name
   * @param recordings that of sound and films, which callers cannot name either
   * @param recognition the means by which pictures are recognized; empty if they are not
   */
  private record Kinds(
      List<Format> added,
      List<Format> packed,
      List<Format> texts,
      Format pictures,
      Format recordings,
      String recognition) {
    Kinds {
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

    Kinds with(List<Format> others, List<Format> read) {
      return new Kinds(others, packed, read, pictures, recordings, recognition);
    }
  }

  private Formats(
      List<WorkerPool> workers, Kinds kinds, boolean isForced, ArticleCompletion completion) {
    this.workers = workers;
    this.kinds = kinds;
    this.isForced = isForced;
    this.completion = completion;
  }

  /** All own formats; the one that accepts any prose comes last. Pictures are not recognized. */
  public static Formats all(DateReader dates) {
    return all(dates, Recognizer.OFF, Extensions.NONE);
  }

  /**
   * All formats; the one that accepts any prose comes last.
   *
   * @param recognizer recognizes pages that are only pictures
   * @param extensions have further formats
   */
  public static Formats all(DateReader dates, Recognizer recognizer, Extensions extensions) {
    WorkerPool workers = new WorkerPool(PdfWorker.class, recognizer.limits(), QUICK_PDFS);
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
            new Trafilatura(dates),
            new FactivaXml(dates),
            new Gale(dates),
            new DublinCore(dates),
            new Feed(dates),
            new HtmlPage(dates),
            new MovableType(dates),
            new Markdown(dates),
            new Impresso(dates),
            new Telegram(dates),
            new Ghost(dates),
            new JsonLines(dates),
            new JsonDocuments(dates),
            new FieldedXml(dates),
            new TableOfArticles(dates),
            new PlainText(dates)));
    ScannedImage pictures = new ScannedImage(workers, dates, recognizer);
    Kinds kinds =
        new Kinds(
            List.of(), packed, formats, pictures, new RecordingFormat(dates), recognizer.means());
    List<WorkerPool> all = new ArrayList<>(List.of(workers));
    List<String> own = kinds.named().map(Format::name).toList();
    List<Format> added = ExtensionFormat.all(extensions.formatsBeside(own), dates, all);
    return new Formats(all, kinds.with(added, formats), false, new ArticleCompletion(dates));
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

  /** The completion applied to every article, whatever its format. */
  public ArticleCompletion completion() {
    return completion;
  }

  /** The formats of text, in the order in which they are tried. */
  public List<Format> all() {
    return kinds.texts();
  }

  /** The formats whose files may have parts. */
  public List<Format> withParts() {
    return kinds.texts().stream().filter(Format::mayHaveParts).toList();
  }

  /** The readers of all formats, in the state that is recorded with what they read. */
  public Readers readers() {
    return Readers.of(kinds.own(), kinds.added());
  }

  /** The means by which pictures are recognized, in words; empty if they are not. */
  public String recognition() {
    return kinds.recognition();
  }

  public List<String> names() {
    return kinds.named().map(Format::name).toList();
  }

  /** See {@link Corpus#readAs}. */
  public Formats only(String name) {
    List<Format> named = kinds.named().filter(f -> f.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new CorpusException(
          "Unknown format '" + name + "': use one of " + String.join(", ", names()));
    }
    List<Format> added = kinds.added().stream().filter(named::contains).toList();
    return new Formats(workers, kinds.with(added, named), true, completion);
  }

  /** Ends the workers, if any were started. Others are started when they are needed again. */
  @Override
  public void close() {
    workers.forEach(WorkerPool::close);
  }

  /** Whether an extension reads a file, which is then not unpacked as an archive. */
  public boolean isOfExtension(Peek peek) {
    return knowing(peek, kinds.added()).isPresent();
  }

  private static Optional<Format> knowing(Peek peek, List<Format> formats) {
    return formats.stream().filter(f -> f.recognise(peek) instanceof Recognition.Mine).findFirst();
  }

  /** Chooses by a file's beginning. A file of packed parts is never read as text. */
  public Choice choose(Peek peek) {
    Optional<Format> added = knowing(peek, kinds.added());
    if (added.isPresent()) {
      return new Choice(added, "");
    }
    Optional<Format> binary = knowing(peek, kinds.packed());
    if (isForced) {
      Format named = kinds.texts().getFirst();
      boolean isOther = binary.isPresent() && !binary.get().name().equals(named.name());
      return isOther ? none("not in this format: " + binary.get().name()) : chosen(named);
    }
    if (kinds.recordings().recognise(peek) instanceof Recognition.Mine && NotNews.isBinary(peek)) {
      return chosen(kinds.recordings());
    }
    Optional<String> reason = NotNews.reason(peek);
    if (reason.isPresent() || binary.isPresent()) {
      return reason.map(Formats::none).orElseGet(() -> new Choice(binary, ""));
    }
    if (kinds.pictures().recognise(peek) instanceof Recognition.Mine) {
      return chosen(kinds.pictures());
    }
    return NotNews.isBinary(peek) ? none("binary data") : firstThatKnows(peek);
  }

  private static Choice chosen(Format format) {
    return new Choice(Optional.of(format), "");
  }

  private Choice firstThatKnows(Peek peek) {
    for (Format format : kinds.texts()) {
      switch (format.recognise(peek)) {
        case Recognition.Mine m -> {
          return chosen(format);
        }
        case Recognition.NoArticle known -> {
          return none(known.reason());
        }
        case Recognition.NotMine n -> {}
      }
    }
    return none("unknown format");
  }

  private static Choice none(String reason) {
    return new Choice(Optional.empty(), reason);
  }
}
