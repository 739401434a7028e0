package broadsheet.corpus.pdf;

import broadsheet.article.WordPlaces;
import broadsheet.corpus.pdf.PdfPage.OcrOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes facts and pages for their way from the worker to the program: first the facts, then each
 * page.
 */
final class PdfCodec {
  private static final int MOST_PARAGRAPHS = 1_000_000;

  private PdfCodec() {}

  static byte[] encoded(PdfFacts facts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    write(facts.title(), out);
    write(facts.author(), out);
    write(facts.created(), out);
    out.writeInt(facts.pages());
    out.writeInt(facts.labels().size());
    for (String label : facts.labels()) {
      write(label, out);
    }
    return bytes.toByteArray();
  }

  static PdfFacts facts(byte[] encoded) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded));
    String title = text(in);
    String author = text(in);
    String created = text(in);
    int pages = in.readInt();
    List<String> labels = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      labels.add(text(in));
    }
    return new PdfFacts(title, author, created, pages, labels);
  }

  static byte[] encoded(PdfPage page) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(page.number());
    out.writeDouble(page.sheet().width());
    out.writeDouble(page.sheet().height());
    out.writeInt(page.sheet().turns());
    out.writeInt(page.columns());
    out.writeBoolean(page.isRead());
    write(page.ocr().failure(), out);
    out.writeInt(page.ocr().words());
    out.writeDouble(page.ocr().confidence());
    out.writeInt(page.paragraphs().size());
    for (PdfParagraph paragraph : page.paragraphs()) {
      write(paragraph.text(), out);
      out.writeDouble(paragraph.size());
      out.writeDouble(paragraph.top());
      out.writeBoolean(paragraph.isHeading());
      write(paragraph.places().bytes(), out);
    }
    return bytes.toByteArray();
  }

  static PdfPage page(byte[] encoded) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded));
    int number = in.readInt();
    Sheet sheet = new Sheet(in.readDouble(), in.readDouble(), in.readInt());
    int columns = in.readInt();
    boolean isRead = in.readBoolean();
    OcrOutcome ocr = new OcrOutcome(text(in), in.readInt(), in.readDouble());
    int count = in.readInt();
    if (count < 0 || count > MOST_PARAGRAPHS) {
      throw new IOException("a page of " + count + " paragraphs");
    }
    List<PdfParagraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      paragraphs.add(
          new PdfParagraph(
              text(in),
              in.readDouble(),
              in.readDouble(),
              in.readBoolean(),
              WordPlaces.ofBytes(bytes(in))));
    }
    return new PdfPage(number, sheet, columns, paragraphs, isRead, ocr);
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8), out);
  }

  private static void write(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(bytes(in), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("a part of " + length + " bytes");
    }
    return in.readNBytes(length);
  }
}
