package broadsheet.corpus.print;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.ocr.LegibleWords;
import broadsheet.corpus.ocr.OcrFormat;
import broadsheet.corpus.ocr.OcrPage;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.recognize.Recognizer;
import broadsheet.worker.Answer;
import broadsheet.worker.WorkerPool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A scan of a page as JPEG, PNG, TIFF or JPEG 2000, which is recognized if that is wanted and no
 * other file has its text. Pictures in archives and mail are passed over.
 */
public final class ScannedImage implements Format {
  static final String NOT_WANTED = "a picture; with --ocr, scans of pages are recognized";
  static final String NO_PAGE = "a picture without the text of a page";
  static final String RECOGNIZED = "text recognized by OCR";

  private static final Pattern START =
      Pattern.compile(
          "\u00ff\u00d8\u00ff|\u0089PNG\r\n\u001a\n|II\\*\0|MM\0\\*"
              + "|\0\0\0\fjP  \r\n\u0087\n|\u00ffO\u00ffQ");

  /** A picture with fewer legible words is no page; a caption may have as many. */
  private static final int FEWEST_WORDS = 10;

  private final WorkerPool workers;
  private final DateReader dates;
  private final Recognizer recognizer;

  public ScannedImage(WorkerPool workers, DateReader dates, Recognizer recognizer) {
    this.workers = workers;
    this.dates = dates;
    this.recognizer = recognizer;
  }

  @Override
  public String name() {
    return "image";
  }

  @Override
  public Recognition recognise(Peek peek) {
    boolean isImage = START.matcher(peek.head()).lookingAt() && !peek.file().isInContainer();
    return isImage ? Recognition.MINE : Recognition.NOT_MINE;
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
    ByteArrayOutputStream alto = new ByteArrayOutputStream();
    Answer answer = workers.ask(Recognizer.PICTURE, recognizer.options(), in, alto::writeBytes);
    if (!(answer instanceof Answer.Failure failure)) {
      take(alto.toByteArray(), records);
    } else if (failure.isSkipped()) {
      records.skip(0, failure.reason());
    } else {
      records.fail(0, failure.reason(), failure.detail());
    }
  }

  private void take(byte[] alto, Records records) {
    List<OcrPage> pages = alto.length == 0 ? List.of() : OcrFormat.ALTO.pages(alto);
    if (pages.isEmpty() || LegibleWords.count(pages.getFirst()) < FEWEST_WORDS) {
      records.skip(0, NO_PAGE);
      return;
    }
    records.remark(0, RECOGNIZED, recognizer.name());
    OcrPage page = pages.getFirst();
    OcrPage named =
        new OcrPage(page.width(), page.height(), records.file().name(), page.blocks(), false);
    PageFormat.take(named, new IssueFacts(records, dates), records);
  }
}
