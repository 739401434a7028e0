package broadsheet.corpus.print;

import broadsheet.article.PageImage;
import broadsheet.article.PrintedPage;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.ocr.LegibleWords;
import broadsheet.corpus.ocr.OcrFormat;
import broadsheet.corpus.ocr.OcrPage;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.path.PathName;
import broadsheet.recognize.PicturePage;
import broadsheet.recognize.Recognizer;
import broadsheet.worker.Answer;
import broadsheet.worker.WorkerPool;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A scan of a page as JPEG, PNG, GIF, TIFF or JPEG 2000, which is recognized if that is wanted and
 * no other file has its text. Pictures in archives and mail are passed over.
 */
public final class ScannedImage extends Format {
  static final String NOT_WANTED = "a picture; with --ocr, scans of pages are recognized";
  static final String NO_PAGE = "a picture without the text of a page";

  private static final Pattern START =
      Pattern.compile(
          "\u00ff\u00d8\u00ff|\u0089PNG\r\n\u001a\n|II\\*\0|MM\0\\*|GIF8[79]a"
              + "|\0\0\0\fjP  \r\n\u0087\n|\u00ffO\u00ffQ");

  /** A picture with fewer legible words is no page; a caption may have as many. */
  private static final int FEWEST_WORDS = 10;

  private final WorkerPool workers;
  private final Recognizer recognizer;

  public ScannedImage(WorkerPool workers, DateReader dates, Recognizer recognizer) {
    super("image", dates);
    this.workers = workers;
    this.recognizer = recognizer;
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(
        START.matcher(peek.head()).lookingAt() && !peek.file().isInContainer());
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    records.dependOnRecognition();
    if (!recognizer.isOn()) {
      records.skip(0, NOT_WANTED);
      return;
    }
    Optional<String> text = records.siblings().textOfPicture();
    if (text.isPresent()) {
      records.skip(0, "a picture of a page whose text is another file", text.get());
      return;
    }
    List<PicturePage> pages = new ArrayList<>();
    Answer answer =
        workers.ask(Recognizer.PICTURE, recognizer.options(), in, part -> receive(part, pages));
    if (!(answer instanceof Answer.Failure failure)) {
      take(pages, records);
    } else if (failure.isSkipped()) {
      records.skip(0, failure.reason());
    } else {
      records.fail(0, failure.reason(), failure.detail());
    }
  }

  /** An empty part is a sign of life. */
  private static void receive(byte[] part, List<PicturePage> pages) throws IOException {
    if (part.length > 0) {
      pages.add(PicturePage.of(part));
    }
  }

  private void take(List<PicturePage> recognized, Records records) {
    List<OcrPage> pages = recognized.stream().map(page -> page(page, records)).toList();
    List<PicturePage> failed =
        recognized.stream().filter(page -> !page.failure().isEmpty()).toList();
    if (!recognized.isEmpty() && failed.size() == recognized.size()) {
      records.fail(0, failed.getFirst().failure(), "");
      return;
    }
    numbers(failed)
        .forEach(
            (why, which) -> records.remark(0, Records.UNRECOGNIZED, "page " + which + ": " + why));
    if (pages.stream().mapToLong(LegibleWords::count).sum() < FEWEST_WORDS) {
      records.skip(0, NO_PAGE);
      return;
    }
    records.remark(0, Records.RECOGNIZED, recognizer.name());
    IssueFacts facts = new IssueFacts(records, dates);
    if (pages.size() == 1) {
      PageFormat.take(pages.getFirst(), facts, records);
    } else {
      PageFormat.document(pages, printed(recognized, pages, records), facts, records);
    }
  }

  /** The numbers of failed pages by reason. */
  private static Map<String, String> numbers(List<PicturePage> failed) {
    return failed.stream()
        .collect(
            Collectors.groupingBy(
                PicturePage::failure,
                TreeMap::new,
                Collectors.mapping(
                    page -> Integer.toString(page.number()), Collectors.joining(", "))));
  }

  private static OcrPage page(PicturePage recognized, Records records) {
    List<OcrPage> read =
        recognized.alto().length == 0 ? List.of() : OcrFormat.ALTO.pages(recognized.alto());
    OcrPage page = read.isEmpty() ? new OcrPage(0, 0, "", List.of(), false) : read.getFirst();
    return new OcrPage(page.width(), page.height(), records.file().name(), page.blocks(), false);
  }

  private static List<PrintedPage> printed(
      List<PicturePage> recognized, List<OcrPage> pages, Records records) {
    String file = records.siblings().onDisk(records.file().name()).map(PathName::of).orElse("");
    List<PrintedPage> printed = new ArrayList<>();
    for (OcrPage page : pages) {
      int number = recognized.get(printed.size()).number();
      String image = file.isEmpty() ? "" : new PageImage(file, number).toString();
      int order = printed.size() + 1;
      printed.add(
          new PrintedPage(order, Integer.toString(order), page.width(), page.height(), image));
    }
    return printed;
  }
}
