package broadsheet.scan;

import broadsheet.scan.ScanAnswer.Image;
import broadsheet.scan.draw.PageRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The scan of a page, or a part of it, in one size. Immutable. */
public final class Scan {
  private final ImageFile file;
  private final Look look;
  private final DrawnScans drawings;

  Scan(ImageFile file, Look look, DrawnScans drawings) {
    this.file = file;
    this.look = look;
    this.drawings = drawings;
  }

  /** Changes with the image. */
  public String version() {
    return file.version() + "-" + file.page() + "-" + look.label();
  }

  /**
   * Opens the image. One that browsers do not show, or that is wanted smaller or in part, is drawn
   * first, which may take seconds. Nothing is decoded in this process.
   *
   * @throws IOException if it cannot be read
   */
  public ScanAnswer open() throws IOException {
    boolean isShownAsItIs = file.kind().isShownAsItIs();
    if (isShownAsItIs && look.equals(Look.FULL)) {
      return asItIs();
    }
    ScanAnswer drawn = drawings.open(file, look);
    return isShownAsItIs && look.isWhole() && !(drawn instanceof Image) ? asItIs() : drawn;
  }

  private Image asItIs() throws IOException {
    return new Image(file.kind().mediaType(), file.size(), Files.newInputStream(file.path()));
  }

  /** The part of an image that is shown, and its size. Immutable. */
  record Look(ScanSize size, PageRegion region) {
    static final Look FULL = new Look(ScanSize.FULL, PageRegion.WHOLE);

    boolean isWhole() {
      return region.equals(PageRegion.WHOLE);
    }

    String label() {
      return isWhole() ? size.label() : size.label() + "-" + region;
    }
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
