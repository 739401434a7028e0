package broadsheet.recognize;

import broadsheet.scan.draw.GreyPage;
import broadsheet.scan.draw.GreyPages;
import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import broadsheet.worker.Task;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Runs OCR on an image file in a worker, and answers with a {@link PicturePage} for each of its
 * pages.
 */
public final class PictureTask implements Task {
  /** The least pixels on the shorter side of a scanned page; logos have fewer. */
  private static final int SMALLEST = 200;

  private final UnaryOperator<String> languageOf;

  /**
   * @param languageOf the code of a text's language in ISO 639-1; empty if unknown
   */
  public PictureTask(UnaryOperator<String> languageOf) {
    this.languageOf = languageOf;
  }

  @Override
  public void run(ReceivedFile file, byte[] options, Parts parts) throws IOException, ParseRefusal {
    Optional<PageRecognizer> recognizer = PageRecognizer.ordered(file, options, parts, languageOf);
    if (recognizer.isEmpty()) {
      return;
    }
    List<Integer> numbers = GreyPages.numbers(file);
    for (int number : numbers) {
      PicturePage page =
          numbers.size() == 1
              ? recognized(file, number, recognizer.get())
              : tried(file, number, recognizer.get());
      parts.add(page.bytes());
    }
  }

  /** One of several pages: the others are read whatever becomes of it. */
  private static PicturePage tried(ReceivedFile file, int number, PageRecognizer recognizer) {
    try {
      return recognized(file, number, recognizer);
    } catch (ParseRefusal e) {
      return new PicturePage(number, String.valueOf(e.getMessage()), new byte[0]);
    } catch (IOException | RuntimeException e) {
      return new PicturePage(number, "damaged", new byte[0]);
    }
  }

  private static PicturePage recognized(ReceivedFile file, int number, PageRecognizer recognizer)
      throws IOException, ParseRefusal {
    byte[] alto = recognizer.alto(number, () -> page(file, number, recognizer.decoder()));
    return new PicturePage(number, "", alto);
  }

  private static GreyPage page(ReceivedFile file, int number, String decoder)
      throws IOException, ParseRefusal {
    GreyPage page = GreyPages.ofImage(file, number, decoder);
    if (Math.min(page.width(), page.height()) < SMALLEST) {
      throw ParseRefusal.skipped("a picture too small for a page");
    }
    return page;
  }
}
