package broadsheet.corpus.mail;

import broadsheet.article.Article;
import broadsheet.article.ArticleBuilder;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import broadsheet.corpus.record.EnclosedFiles;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Names;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;

/** Makes a message into an article. */
final class MailArticle {
  private static final Pattern BRACKETS = Pattern.compile("[<>]");

  private MailArticle() {}

  /**
   * Takes the article of a message.
   *
   * @param number the number of the message in its mailbox, from 1; 0 if it is the whole file
   */
  static void take(InputStream in, long number, Records records, DateReader dates)
      throws IOException {
    MessageReader message = new MessageReader(records, number == 0 ? "" : number + "/");
    boolean isDamaged = false;
    String detail = "";
    try {
      message.read(in);
    } catch (MimeException e) {
      isDamaged = true;
      detail = String.valueOf(e.getMessage());
    }
    boolean hasText =
        !message.parts().paragraphs().isEmpty()
            || message.header().has("subject")
            || !message.files().isEmpty();
    if (message.isPage()) {
      message.files().forEach(records::release);
    } else if (hasText || !isDamaged) {
      EnclosedFiles files = new EnclosedFiles("message", message.files());
      files.tooLong(message.parts().paragraphs()).forEach(records::release);
      records.take(number, () -> article(message, files, number, records, dates));
    }
    if (isDamaged) {
      records.fail(number, "damaged", detail);
    }
  }

  private static Article article(
      MessageReader message, EnclosedFiles files, long number, Records records, DateReader dates)
      throws NotAnArticle {
    MailHeader header = message.header();
    List<String> paragraphs = message.parts().paragraphs();
    String subject = header.get("subject");
    if (subject.isEmpty() && paragraphs.isEmpty() && files.isEmpty()) {
      throw NotAnArticle.skipped(message.isEncrypted() ? "encrypted" : "neither title nor body");
    }
    if (message.isEncrypted() && paragraphs.isEmpty()) {
      records.remark(number, "its text is encrypted", "");
    }
    String id = BRACKETS.matcher(header.get("message-id")).replaceAll("");
    ArticleBuilder article = records.article(number, id, "").title(subject);
    files.fill(article, subject, paragraphs);
    return article
        .authors(header.people("from"))
        .people(people(header, files))
        .topics(Names.wordsBetweenCommas(header.get("keywords")))
        .section(CleanText.line(records.file().section()))
        .publishedAt(date(header, number, records, dates))
        .build();
  }

  /** The people it is sent to, and those of the messages in it. */
  private static List<String> people(MailHeader header, EnclosedFiles files) {
    return Stream.concat(
            Stream.of("to", "cc").flatMap(field -> header.people(field).stream()),
            files.correspondents())
        .distinct()
        .toList();
  }

  private static PublicationDate date(
      MailHeader header, long number, Records records, DateReader dates) {
    return records.remarked(number, PrintedDay.in(header.get("date"), dates));
  }
}
