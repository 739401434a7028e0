package broadsheet.scan.draw;

import broadsheet.scan.draw.PdfDrawing.MissingPicture;
import broadsheet.worker.ParseRefusal;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws a page, with pictures in JPEG 2000, and notes which pictures cannot be drawn. */
final class PictureDrawer extends PageDrawer {
  private static final String DAMAGED = "is damaged";

  /** More than that many are not noted. */
  private static final int MOST_NOTED = 100;

  private final COSDocument document;
  private final OpenJpegLimit limit;
  private final List<MissingPicture> missing = new ArrayList<>();
  private AffineTransform page = new AffineTransform();

  PictureDrawer(PageDrawerParameters parameters, COSDocument document, OpenJpegLimit limit)
      throws IOException {
    super(parameters);
    this.document = document;
    this.limit = limit;
  }

  /** The pictures that could not be drawn. */
  List<MissingPicture> missing() {
    return missing;
  }

  @Override
  public void processPage(PDPage drawn) throws IOException {
    page = getGraphics().getTransform();
    super.processPage(drawn);
  }

  @Override
  public void drawImage(PDImage picture) throws IOException {
    try {
      if (picture instanceof PDImageXObject object && UnpackedPicture.isNeeded(object)) {
        var means = new UnpackedPicture.Means(getResources(), limit, place());
        try (UnpackedPicture unpacked = new UnpackedPicture(document, means)) {
          super.drawImage(unpacked.of(object));
        }
      } else {
        super.drawImage(picture);
      }
    } catch (ParseRefusal e) {
      miss(String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      miss(DAMAGED);
    }
  }

  private void miss(String reason) {
    if (missing.size() < MOST_NOTED) {
      missing.add(new MissingPicture(reason, place().bounds()));
    }
  }

  private Place place() {
    AffineTransform all = new AffineTransform(page);
    all.concatenate(getGraphicsState().getCurrentTransformationMatrix().createAffineTransform());
    return new Place(all);
  }

  /**
   * The place of a picture in the drawing.
   *
   * @param all turns the unit square into it
   */
  record Place(AffineTransform all) {
    Rectangle bounds() {
      return all.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)).getBounds();
    }

    /** The pixels of a picture for each of the drawing, in the direction with fewer. */
    double shrinking(double width, double height) {
      double drawnWidth = length(1, 0);
      double drawnHeight = length(0, 1);
      return Math.min(width / Math.max(1, drawnWidth), height / Math.max(1, drawnHeight));
    }

    private double length(double x, double y) {
      return all.deltaTransform(new Point2D.Double(x, y), null).distance(0, 0);
    }
  }
}
