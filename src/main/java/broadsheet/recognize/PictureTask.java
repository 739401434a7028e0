package broadsheet.recognize;

import broadsheet.scan.draw.GreyPage;
import broadsheet.scan.draw.GreyPages;
import broadsheet.worker.ParseRefusal;
import broadsheet.worker.ReceivedFile;
import broadsheet.worker.Task;
import java.io.IOException;
import java.util.Optional;

/** Recognizes the text of an image file in a worker, and answers with ALTO. */
public final class PictureTask implements Task {
  /** The least pixels on the shorter side of a scanned page; logos have fewer. */
  private static final int SMALLEST = 200;

  @Override
  public void run(ReceivedFile file, byte[] options, Parts parts) throws IOException, ParseRefusal {
    Optional<PageRecognizer> recognizer = PageRecognizer.ordered(file, options, parts);
    if (recognizer.isPresent()) {
      parts.add(recognizer.get().alto(1, () -> page(file, recognizer.get().decoder())));
    }
  }

  private static GreyPage page(ReceivedFile file, String decoder) throws IOException, ParseRefusal {
    GreyPage page = GreyPages.ofImage(file, decoder);
    if (Math.min(page.width(), page.height()) < SMALLEST) {
      throw ParseRefusal.skipped("a picture too small for a page");
    }
    return page;
  }
}
