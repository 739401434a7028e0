package broadsheet.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The protocol between the program and its worker. A request is the name of a task, its options and
 * the file, in pieces that end with an empty one. An answer is any number of frames; each begins
 * with its kind. All numbers are big-endian; each block of bytes follows its length.
 */
final class Frames {
  private static final int PIECE = 64 * 1024;
  private static final int LONGEST_TEXT = 64 * 1024;
  private static final int PART = 1;
  private static final int END = 2;
  private static final int FAILURE = 3;

  private Frames() {}

  /** Sends a request; reads the file to its end. */
  static void request(String task, byte[] options, InputStream file, OutputStream to)
      throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    text(task, out);
    block(options, out);
    byte[] piece = new byte[PIECE];
    for (int read = file.read(piece); read > 0; read = file.read(piece)) {
      out.writeInt(read);
      out.write(piece, 0, read);
    }
    out.writeInt(0);
    out.flush();
  }

  static void answer(Answer answer, OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    switch (answer) {
      case Answer.Part part -> {
        out.writeByte(PART);
        block(part.content(), out);
      }
      case Answer.End end -> out.writeByte(END);
      case Answer.Failure failure -> {
        out.writeByte(FAILURE);
        out.writeBoolean(failure.isSkipped());
        text(failure.reason(), out);
        text(failure.detail(), out);
      }
    }
    out.flush();
  }

  /**
   * Receives the next frame of an answer.
   *
   * @throws EOFException if the worker has ended
   * @throws IOException if the answer makes no sense
   */
  static Answer answer(DataInputStream in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case PART -> new Answer.Part(block(in, Answer.LONGEST));
      case END -> new Answer.End();
      case FAILURE -> new Answer.Failure(in.readBoolean(), text(in), text(in));
      default -> throw new IOException("no answer begins with " + kind);
    };
  }

  static void text(String text, DataOutputStream out) throws IOException {
    String cut = text.length() > LONGEST_TEXT / 4 ? text.substring(0, LONGEST_TEXT / 4) : text;
    block(cut.getBytes(StandardCharsets.UTF_8), out);
  }

  static String text(DataInputStream in) throws IOException {
    return new String(block(in, LONGEST_TEXT), StandardCharsets.UTF_8);
  }

  static byte[] block(DataInputStream in, int most) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > most) {
      throw new IOException("a block of " + length + " bytes");
    }
    byte[] block = in.readNBytes(length);
    if (block.length < length) {
      throw new EOFException();
    }
    return block;
  }

  private static void block(byte[] block, DataOutputStream out) throws IOException {
    out.writeInt(block.length);
    out.write(block);
  }
}
