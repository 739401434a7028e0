package broadsheet.scan.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes images as JPEG. Stateless. */
final class Jpeg {
  /** Small print stays sharp. */
  private static final float QUALITY = 0.8f;

  private static final float LEAST_QUALITY = 0.2f;
  private static final float STEP = 0.15f;

  private Jpeg() {}

  /**
   * The image in the usual quality, or in a lower one, then smaller, until it is light enough.
   *
   * @param most the number of bytes wanted at most
   */
  static byte[] of(BufferedImage image, int most) throws IOException {
    float quality = QUALITY;
    byte[] jpeg = of(image, quality);
    while (jpeg.length > most && quality - STEP >= LEAST_QUALITY) {
      quality -= STEP;
      jpeg = of(image, quality);
    }
    return jpeg.length <= most || image.getWidth() < 2 ? jpeg : of(Shrinking.by(2, image), most);
  }

  private static byte[] of(BufferedImage image, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
