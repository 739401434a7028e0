package broadsheet.recognize;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The instructions for a worker's OCR: its programs, cache and time limit. Immutable.
 *
 * @param decoder the program that decodes JPEG 2000; empty if it is not installed
 * @param cache the folder in which recognized pages are kept
 * @param seconds the longest that the recognition of a page may take
 */
record RecognitionOrder(Tesseract tesseract, String decoder, String cache, int seconds) {

  /** The same order with the languages in another order. */
  RecognitionOrder in(String languages) {
    Tesseract same =
        new Tesseract(tesseract.program(), tesseract.data(), tesseract.version(), languages);
    return new RecognitionOrder(same, decoder, cache, seconds);
  }

  /** Returns the form that is sent to the worker. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(tesseract.program());
      out.writeUTF(tesseract.data());
      out.writeUTF(tesseract.version());
      out.writeUTF(tesseract.languages());
      out.writeUTF(decoder);
      out.writeUTF(cache);
      out.writeInt(seconds);
    } catch (IOException e) {
      throw new IllegalStateException("memory takes all bytes", e);
    }
    return bytes.toByteArray();
  }

  static RecognitionOrder of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    Tesseract tesseract = new Tesseract(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
    return new RecognitionOrder(tesseract, in.readUTF(), in.readUTF(), in.readInt());
  }
}
