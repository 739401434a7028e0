package broadsheet.extension.host;

import broadsheet.extension.ArticleSink;
import broadsheet.extension.ExtensionArticle;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Encodes what passes between the program and the worker of an extension. Texts and lists follow
 * their length. The program takes nothing on trust: a length beyond its bounds is an error.
 */
final class ExtensionCodec {
  /** The longest article, in bytes. */
  static final int LONGEST_ARTICLE = 16 << 20;

  static final String TOO_LONG = "longer than 16 MB";

  private static final int ARTICLE = 1;
  private static final int SKIP = 2;
  private static final int FAIL = 3;

  private ExtensionCodec() {}

  /** Writes one message. */
  interface Message {
    void write(DataOutputStream out) throws IOException;
  }

  static byte[] encoded(Message message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  static byte[] article(long number, ExtensionArticle article) throws IOException {
    byte[] bytes =
        encoded(
            out -> {
              out.writeByte(ARTICLE);
              out.writeLong(number);
              write(article, out);
            });
    return bytes.length > LONGEST_ARTICLE ? fail(number, TOO_LONG) : bytes;
  }

  static byte[] skip(long number, String reason) throws IOException {
    return entry(SKIP, number, reason);
  }

  static byte[] fail(long number, String reason) throws IOException {
    return entry(FAIL, number, reason);
  }

  private static byte[] entry(int kind, long number, String reason) throws IOException {
    return encoded(
        out -> {
          out.writeByte(kind);
          out.writeLong(number);
          write(reason, out);
        });
  }

  /**
   * Hands over what a reader found.
   *
   * @throws IOException if it makes no sense
   */
  static void deliver(DataInputStream in, ArticleSink to) throws IOException {
    int kind = in.readByte();
    long number = Math.max(0, in.readLong());
    switch (kind) {
      case ARTICLE -> to.article(number, article(in));
      case SKIP -> to.skip(number, text(in));
      case FAIL -> to.fail(number, text(in));
      default -> throw new IOException("no record begins with " + kind);
    }
  }

  static void write(ExtensionArticle article, DataOutputStream out) throws IOException {
    out.writeInt(article.fields().size());
    for (Map.Entry<String, List<String>> field : article.fields().entrySet()) {
      write(field.getKey(), out);
      write(field.getValue(), out);
    }
  }

  static ExtensionArticle article(DataInputStream in) throws IOException {
    ExtensionArticle.Builder article = ExtensionArticle.builder();
    for (int left = in.readInt(); left > 0; left--) {
      article.field(text(in), list(in));
    }
    return article.build();
  }

  static void write(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      write(text, out);
    }
  }

  static List<String> list(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.add(text(in));
    }
    return texts;
  }

  static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST_ARTICLE) {
      throw new IOException("a text of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
