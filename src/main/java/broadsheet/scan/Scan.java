package broadsheet.scan;

import broadsheet.scan.ScanAnswer.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The scan of a page in one size. Immutable. */
public final class Scan {
  private final ImageFile file;
  private final ScanSize size;
  private final DrawnScans drawings;

  Scan(ImageFile file, ScanSize size, DrawnScans drawings) {
    this.file = file;
    this.size = size;
    this.drawings = drawings;
  }

  /** Changes with the image. */
  public String version() {
    return file.version() + "-" + file.page() + "-" + size.label();
  }

  /**
   * Opens the image. One that browsers do not show, or that is wanted smaller, is drawn first,
   * which may take seconds. Nothing is decoded in this process.
   *
   * @throws IOException if it cannot be read
   */
  public ScanAnswer open() throws IOException {
    boolean isShownAsItIs = file.kind().isShownAsItIs();
    if (isShownAsItIs && size == ScanSize.FULL) {
      return asItIs();
    }
    ScanAnswer drawn = drawings.open(file, size);
    return drawn instanceof Image || !isShownAsItIs ? drawn : asItIs();
  }

  private Image asItIs() throws IOException {
    return new Image(file.kind().mediaType(), file.size(), Files.newInputStream(file.path()));
  }

  /**
   * An image on this machine. Immutable.
   *
   * @param page the number of the page, if the file has several; 0 for the first
   * @param size in bytes
   * @param version changes with the file
   */
  record ImageFile(Path path, int page, ImageKind kind, long size, String version) {}
}
