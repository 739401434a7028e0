package broadsheet.recognize;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The OCR result for one page of an image file. Immutable. */
public final class PicturePage {
  private final int number;
  private final String failure;
  private final byte[] alto;

  /**
   * @param number the number of the image in its file, from 1
   * @param failure why it was not recognized; empty if it was
   * @param alto its text as ALTO; empty if it has none
   */
  PicturePage(int number, String failure, byte[] alto) {
    this.number = number;
    this.failure = failure;
    this.alto = alto;
  }

  /** The number of the image in its file, from 1. */
  public int number() {
    return number;
  }

  /** Why it was not recognized; empty if it was. */
  public String failure() {
    return failure;
  }

  /** Its text as ALTO, not to be changed; empty if it has none. */
  public byte[] alto() {
    return alto;
  }

  /** The form in which the worker sends it. */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(number);
    out.writeUTF(failure);
    out.write(alto);
    return bytes.toByteArray();
  }

  /** Reads what {@link PictureTask} sends, unless it is empty, which is a sign of life. */
  public static PicturePage of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    return new PicturePage(in.readInt(), in.readUTF(), in.readAllBytes());
  }
}
