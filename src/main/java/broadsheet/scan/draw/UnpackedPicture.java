package broadsheet.scan.draw;

import broadsheet.worker.ParseRefusal;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a PDF with the samples that its JPEG 2000 image has, or that of its mask, for PDFBox
 * decodes none. Source: ISO 32000-2, 7.4.9 and 8.9.5. Use once.
 */
final class UnpackedPicture implements AutoCloseable {
  private static final List<COSName> MASKS = List.of(COSName.SMASK, COSName.MASK);
  private static final List<COSName> PACKING =
      List.of(COSName.FILTER, COSName.F, COSName.DECODE_PARMS, COSName.DP, COSName.DECODE);

  private final COSDocument document;
  private final Means means;
  private final List<COSStream> streams = new ArrayList<>();

  /**
   * The means of unpacking.
   *
   * @param resources the resources that name colour spaces
   * @param place where the picture is drawn
   */
  record Means(@Nullable PDResources resources, OpenJpegLimit limit, PictureDrawer.Place place) {}

  UnpackedPicture(COSDocument document, Means means) {
    this.document = document;
    this.means = means;
  }

  /** Whether PDFBox needs this to draw a picture. */
  static boolean isNeeded(PDImageXObject picture) {
    COSStream stream = picture.getCOSObject();
    return isJpeg2000(stream) || MASKS.stream().anyMatch(mask -> isJpeg2000(stream, mask));
  }

  private static boolean isJpeg2000(COSStream picture, COSName mask) {
    return picture.getDictionaryObject(mask) instanceof COSStream stream && isJpeg2000(stream);
  }

  private static boolean isJpeg2000(COSStream stream) {
    return new PDStream(stream).getFilters().contains(COSName.JPX_DECODE);
  }

  /**
   * The picture, until this is closed.
   *
   * @throws ParseRefusal if it cannot be decoded
   */
  PDImageXObject of(PDImageXObject packed) throws IOException, ParseRefusal {
    COSStream stream = packed.getCOSObject();
    COSStream unpacked = isJpeg2000(stream) ? decoded(stream) : copied(stream);
    for (COSName mask : MASKS) {
      if (isJpeg2000(stream, mask) && stream.getDictionaryObject(mask) instanceof COSStream its) {
        unpacked.setItem(mask, decoded(its));
      }
    }
    return picture(unpacked);
  }

  private PDImageXObject picture(COSStream stream) throws IOException {
    return new PDImageXObject(new PDStream(stream), means.resources());
  }

  private COSStream stream(COSStream like) {
    COSStream stream = document.createCOSStream();
    stream.addAll(like);
    streams.add(stream);
    return stream;
  }

  private COSStream copied(COSStream packed) throws IOException {
    COSStream copy = stream(packed);
    try (InputStream in = packed.createRawInputStream();
        OutputStream out = copy.createRawOutputStream()) {
      in.transferTo(out);
    }
    return copy;
  }

  private COSStream decoded(COSStream packed) throws IOException, ParseRefusal {
    if (packed.getBoolean(COSName.IMAGE_MASK, false)) {
      throw ParseRefusal.failed("is a stencil in JPEG 2000, which is not decoded", "");
    }
    SampleBytes samples = new SampleBytes(image(packed));
    COSStream raw = stream(packed);
    PACKING.forEach(raw::removeItem);
    PDColorSpace stated = stated(packed);
    int components = stated == null ? 0 : stated.getNumberOfComponents();
    int colours = components == samples.bands() ? components : samples.colours();
    if (components != colours) {
      raw.setItem(COSName.COLORSPACE, colours == 1 ? COSName.DEVICEGRAY : COSName.DEVICERGB);
    }
    write(samples.of(0, colours, stated instanceof PDIndexed), samples, raw);
    if (colours < samples.bands() && packed.getInt(COSName.SMASK_IN_DATA) > 0) {
      COSStream alpha = stream(raw);
      List.of(COSName.SMASK, COSName.MASK, COSName.SMASK_IN_DATA).forEach(alpha::removeItem);
      alpha.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
      write(samples.of(colours, 1, false), samples, alpha);
      raw.setItem(COSName.SMASK, alpha);
    }
    return raw;
  }

  private @Nullable PDColorSpace stated(COSStream packed) throws IOException {
    COSBase stated = packed.getDictionaryObject(COSName.COLORSPACE, COSName.CS);
    return stated == null ? null : PDColorSpace.create(stated, means.resources());
  }

  private static void write(SampleBytes.Rows rows, SampleBytes samples, COSStream stream)
      throws IOException {
    stream.setInt(COSName.WIDTH, samples.width());
    stream.setInt(COSName.HEIGHT, samples.height());
    stream.setInt(COSName.BITS_PER_COMPONENT, Byte.SIZE);
    try (OutputStream out = stream.createRawOutputStream()) {
      rows.writeTo(out);
    }
  }

  private BufferedImage image(COSStream packed) throws IOException, ParseRefusal {
    means.limit().requireProgram();
    try (InputStream in =
            new PDStream(packed).createInputStream(List.of(COSName.JPX_DECODE.getName()));
        OpenJpegRun run = new OpenJpegRun(in)) {
      Jpeg2000Header header = run.header();
      double shrinking = means.place().shrinking((double) header.width(), (double) header.height());
      int most = Math.max(0, Math.getExponent(shrinking));
      return run.image(means.limit(), Jpeg2000Size.halvings(header, most));
    }
  }

  /** Deletes what was unpacked. */
  @Override
  public void close() throws IOException {
    for (COSStream stream : streams) {
      stream.close();
    }
  }

  /** The samples of an image, a byte each, pixel by pixel. Immutable. */
  private static final class SampleBytes {
    private static final int MOST = 255;
    private static final int RGB = 3;

    private final Raster raster;

    /** Rows of samples. */
    interface Rows {
      void writeTo(OutputStream out) throws IOException;
    }

    SampleBytes(BufferedImage image) {
      raster = image.getRaster();
    }

    int width() {
      return raster.getWidth();
    }

    int height() {
      return raster.getHeight();
    }

    int bands() {
      return raster.getNumBands();
    }

    /** The number of bands without the one of transparency. */
    int colours() {
      return bands() < RGB ? 1 : RGB;
    }

    /**
     * The samples of some bands.
     *
     * @param first the first band
     * @param isNumber whether a sample is a number in a palette, and no shade
     */
    Rows of(int first, int count, boolean isNumber) {
      return out -> {
        int bands = bands();
        int most = isNumber ? MOST : (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        int[] samples = new int[bands * width()];
        byte[] row = new byte[count * width()];
        for (int y = 0; y < height(); y++) {
          raster.getPixels(raster.getMinX(), raster.getMinY() + y, width(), 1, samples);
          for (int i = 0; i < row.length; i++) {
            row[i] = (byte) (samples[i / count * bands + first + i % count] * MOST / most);
          }
          out.write(row);
        }
      };
    }
  }
}
