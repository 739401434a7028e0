package broadsheet.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Pictures in JBIG2 as PDFs embed them: a page with one generic region in MMR, which is the coding
 * of fax group 4. Source: ITU-T T.88 (https://www.itu.int/rec/T-REC-T.88), 6.2.6, 7.2, 7.4.6 and
 * 7.4.8; ISO 32000-2, 7.4.7.
 */
final class Jbig2Samples {
  private static final int PAGE = 48;
  private static final int GENERIC_REGION = 38;

  private Jbig2Samples() {}

  static PDImageXObject picture(PDDocument document, BufferedImage bilevel) throws IOException {
    return new PDImageXObject(
        document,
        new ByteArrayInputStream(stream(document, bilevel)),
        COSName.JBIG2_DECODE,
        bilevel.getWidth(),
        bilevel.getHeight(),
        1,
        PDDeviceGray.INSTANCE);
  }

  private static byte[] stream(PDDocument document, BufferedImage bilevel) throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(page);
    fields.writeInt(bilevel.getWidth());
    fields.writeInt(bilevel.getHeight());
    fields.writeLong(0); // resolution unknown
    fields.writeByte(0);
    fields.writeShort(0); // one stripe
    ByteArrayOutputStream region = new ByteArrayOutputStream();
    fields = new DataOutputStream(region);
    fields.writeInt(bilevel.getWidth());
    fields.writeInt(bilevel.getHeight());
    fields.writeLong(0); // at the upper left
    fields.writeByte(0);
    fields.writeByte(1); // MMR
    try (InputStream fax =
        CCITTFactory.createFromImage(document, bilevel).getCOSObject().createRawInputStream()) {
      fax.transferTo(fields);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    segment(0, PAGE, page.toByteArray(), all);
    segment(1, GENERIC_REGION, region.toByteArray(), all);
    return all.toByteArray();
  }

  private static void segment(int number, int type, byte[] data, ByteArrayOutputStream to)
      throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeInt(number);
    out.writeByte(type);
    out.writeByte(0); // refers to no other segment
    out.writeByte(1); // of page 1
    out.writeInt(data.length);
    out.write(data);
  }
}
