package broadsheet.corpus.mail;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** A message (EML), or a page that a browser saved as one (MHT). */
public final class Mail extends Format {
  private static final Pattern HEADER =
      Pattern.compile(
          "(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\\r\\n]*+\\R(?:[ \\t]++\\S[^\\r\\n]*+\\R)*+)++");

  private static final Pattern FIELD =
      Pattern.compile(
          "(?im)^(?:MIME-Version|Received|Return-Path|Delivered-To|Message-ID|X-Mailer"
              + "|Content-Transfer-Encoding):");

  private static final Pattern FROM = Pattern.compile("(?im)^From:");
  private static final Pattern TO =
      Pattern.compile("(?im)^(?:(?:To|Cc|Bcc):|Content-Type: *multipart/)");

  public Mail(DateReader dates) {
    super("mail", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    var header = HEADER.matcher(peek.start());
    if (!header.lookingAt()) {
      return Recognition.NOT_MINE;
    }
    String fields = header.group();
    boolean isNamed = peek.hasExtension("eml", "mht", "mhtml", "emlx");
    boolean isAddressed = FROM.matcher(fields).find() && (isNamed || TO.matcher(fields).find());
    return Recognition.mineIf(isAddressed || FIELD.matcher(fields).find());
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    MailArticle.take(in, 0, records, dates);
  }
}
