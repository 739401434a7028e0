package broadsheet.verify;

import broadsheet.article.Article;
import broadsheet.corpus.archive.Unpacking;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.format.Formats;
import broadsheet.corpus.pack.DecompressionBudget;
import broadsheet.corpus.record.FileAccount;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.Siblings;
import broadsheet.corpus.record.SinkReception;
import broadsheet.corpus.record.SourceFile;
import broadsheet.ledger.FileRecord;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The text of a file that is read once and not kept: plain text, HTML, PDF, or a file of an office
 * program. It is read from memory as those of an archive are, a PDF in a worker. Stateless.
 */
public final class DraftFile {

  private DraftFile() {}

  /**
   * The text of a file, a line for each paragraph.
   *
   * @return empty if it has none or is damaged
   */
  public static Optional<String> text(byte[] file, LocalDate today) {
    return ending(file).isEmpty() ? plain(file) : read(file, "draft" + ending(file), today);
  }

  /** The ending by which readers know a file; empty for plain text. */
  private static String ending(byte[] file) {
    String head =
        new String(file, 0, Math.min(file.length, 1_024), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    if (head.contains("%pdf-")) {
      return ".pdf";
    }
    if (head.startsWith("pk\u0003\u0004")) {
      return ".docx";
    }
    if (head.startsWith("{\\rtf")) {
      return ".rtf";
    }
    return head.contains("<html") || head.contains("<!doctype html") ? ".html" : "";
  }

  private static Optional<String> plain(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return Optional.of(text.replace("\ufeff", "")).filter(each -> !each.isBlank());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> read(byte[] file, String name, LocalDate today) {
    List<Article> articles = new ArrayList<>();
    FileRecord none = new FileRecord("", "", "", "", "", file.length, 0, 0, 0, 0);
    FileAccount account = new FileAccount(none, new SinkReception(articles::add), new Ledger());
    try (Formats formats = Formats.all(new DateReader(today))) {
      new Unpacking(formats, account, Siblings.NONE, new DecompressionBudget(account::records))
          .read(new SourceFile(Path.of(name), name, file.length), new ByteArrayInputStream(file));
    }
    StringBuilder text = new StringBuilder();
    for (Article article : articles) {
      text.append(article.title()).append("\n\n").append(article.standfirst()).append("\n\n");
      text.append(String.join("\n\n", article.paragraphs())).append("\n\n");
    }
    return Optional.of(text.toString().strip()).filter(each -> !each.isBlank());
  }
}
