package broadsheet.scan;

import broadsheet.article.PageImage;
import broadsheet.article.PrintedPage;
import broadsheet.path.SourceRoots;
import broadsheet.scan.Scan.ImageFile;
import broadsheet.scan.Scan.Look;
import broadsheet.scan.draw.DrawnSize;
import broadsheet.scan.draw.OpenJpeg;
import broadsheet.scan.draw.PageRegion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Finds the scans of indexed pages. Finds only images within the files and folders that the index
 * is made from, no matter what an index says, and follows no link out of them. Safe for use by
 * several threads.
 */
public final class Scans implements AutoCloseable {
  private final SourceRoots roots;
  private final Optional<Path> decoder;
  private final DrawnScans drawings;

  /**
   * @param roots what the index is made from
   */
  public Scans(SourceRoots roots) {
    this(roots, OpenJpeg.installed());
  }

  /**
   * @param decoder the program that decodes JPEG 2000; empty if it is not installed
   */
  Scans(SourceRoots roots, Optional<Path> decoder) {
    this.roots = roots;
    this.decoder = decoder;
    drawings = new DrawnScans(decoder);
  }

  private Scans(SourceRoots roots, Scans drawing) {
    this.roots = roots;
    decoder = drawing.decoder;
    drawings = drawing.drawings;
  }

  /** The scans of another index, which are drawn in turn with these until these are closed. */
  public Scans of(SourceRoots others) {
    return new Scans(others, this);
  }

  /** Whether a page has a scan that can be shown. Does not open it. */
  public boolean has(PrintedPage page) {
    return path(page).isPresent();
  }

  /**
   * Whether a page has an image of a kind that cannot be shown, such as JPEG 2000 where no decoder
   * is installed.
   */
  public boolean isUnknownKind(PrintedPage page) {
    return page.hasImage() && !isShown(PageImage.of(page.image()).file());
  }

  private boolean isShown(String file) {
    return ImageKind.named(file).filter(this::isShown).isPresent();
  }

  private boolean isShown(ImageKind kind) {
    return kind != ImageKind.JPEG_2000 || decoder.isPresent();
  }

  /** The scan of a page in a size; empty if there is none that can be shown. */
  public Optional<Scan> of(PrintedPage page, ScanSize size) {
    return of(page, size, PageRegion.WHOLE);
  }

  /** A part of the scan of a page, drawn in a size; empty if there is none that can be shown. */
  public Optional<Scan> of(PrintedPage page, ScanSize size, PageRegion region) {
    PageImage image = PageImage.of(page.image());
    return path(page)
        .flatMap(path -> file(path, image.page()))
        .map(file -> new Scan(file, new Look(size, region), drawings));
  }

  /** The size in pixels of the large scan of a page; empty if unknown. Draws nothing. */
  public Optional<PixelSize> size(PrintedPage page) {
    PageImage image = PageImage.of(page.image());
    Optional<ImageFile> file = path(page).flatMap(path -> file(path, image.page()));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<PixelSize> size = ImageHeader.size(file.get());
      return switch (file.get().kind()) {
        case JPEG, PNG, GIF -> size;
        case TIFF, JPEG_2000 -> size.map(Scans::drawn);
        case PDF -> drawn(page);
      };
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static PixelSize drawn(PixelSize image) {
    int factor = DrawnSize.factor(image.width(), ScanSize.FULL.width());
    return new PixelSize(Math.max(1, image.width() / factor), Math.max(1, image.height() / factor));
  }

  private static Optional<PixelSize> drawn(PrintedPage page) {
    if (page.width() == 0 || page.height() == 0) {
      return Optional.empty();
    }
    double scale = DrawnSize.scale(page.width(), page.height(), ScanSize.FULL.width());
    return Optional.of(
        new PixelSize(
            Math.max(1, (int) (page.width() * scale)), Math.max(1, (int) (page.height() * scale))));
  }

  private Optional<Path> path(PrintedPage page) {
    String file = PageImage.of(page.image()).file();
    if (!page.hasImage() || !isShown(file)) {
      return Optional.empty();
    }
    return roots.file(file);
  }

  private Optional<ImageFile> file(Path path, int page) {
    try (InputStream in = Files.newInputStream(path)) {
      Optional<ImageKind> kind = ImageKind.of(in.readNBytes(ImageKind.HEAD));
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      String version = file.size() + "-" + file.lastModifiedTime().toMillis();
      return kind.filter(this::isShown)
          .filter(_ -> file.size() <= OpenJpeg.LARGEST)
          .map(k -> new ImageFile(path, page, k, file.size(), version));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Stops drawing scans and deletes the drawings. */
  @Override
  public void close() {
    drawings.close();
  }
}
