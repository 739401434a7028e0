package broadsheet.extension;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the files of one format. A class with a public constructor without parameters, named in
 * {@code META-INF/services/broadsheet.extension.FormatReader} of its jar. Runs in a process of its
 * own, with 384 MB, a minute without an article and ten minutes a file; whatever it does there
 * costs the file at hand, and nothing else. Each instance is used by one thread, for many files;
 * several processes may have one.
 */
public interface FormatReader {

  /**
   * The name of the format, for {@code --format}: up to 30 small letters, digits and hyphens, the
   * first a letter; no other format's.
   */
  String name();

  /** Recognizes its files. */
  Signature signature();

  /**
   * Reads a file that the {@link #signature} matches, or that the user says is in this format.
   * Hands over each article as soon as it is read.
   *
   * @param in the file, decompressed, and as UTF-8 if it was UTF-16; a stream need not be closed
   * @param fileName its name, without folders
   * @param articles receives the articles
   * @throws IOException if the file is damaged, with what is wrong as its message. The ledger has
   *     it; articles handed over before stay
   */
  void read(InputStream in, String fileName, ArticleSink articles) throws IOException;
}
