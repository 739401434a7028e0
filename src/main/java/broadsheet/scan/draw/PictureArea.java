package broadsheet.scan.draw;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** Adds up how much of a page its pictures cover, without decoding them. Not thread-safe. */
public final class PictureArea extends PDFStreamEngine {
  private double area;

  private PictureArea() {
    addOperator(new Concatenate(this));
    addOperator(new Save(this));
    addOperator(new Restore(this));
    addOperator(new DrawObject(this));
  }

  /**
   * The part of a page that pictures cover; more than 1 if they lie over each other.
   *
   * @throws IOException if the page is damaged
   */
  public static double share(PDPage page) throws IOException {
    PictureArea pictures = new PictureArea();
    if (page.hasContents()) {
      pictures.processPage(page);
    }
    var crop = page.getCropBox();
    return pictures.area / Math.max(1, (double) crop.getWidth() * crop.getHeight());
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (OperatorName.DRAW_OBJECT.equals(operator.getName()) && isPicture(operands)) {
      var place = getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
      area += Math.abs(place.getDeterminant());
    } else {
      super.processOperator(operator, operands);
    }
  }

  private boolean isPicture(List<COSBase> operands) {
    PDResources resources = getResources();
    return resources != null
        && !operands.isEmpty()
        && operands.getFirst() instanceof COSName name
        && resources.isImageXObject(name);
  }
}
