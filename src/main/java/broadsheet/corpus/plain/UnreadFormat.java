package broadsheet.corpus.plain;

import broadsheet.corpus.record.Peek;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Recognizes files of many articles, or with much around one, in formats that are not supported
 * yet. Read as text or as a page, they would become one merged article with an arbitrary date.
 */
public final class UnreadFormat {
  static final String NOT_READ_YET = "a format that is not read yet: ";

  private static final Pattern MAIL_HEADER =
      Pattern.compile(
          "(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\\r\\n]*+\\R(?:[ \\t]++\\S[^\\r\\n]*+\\R)*+)++");

  private static final Pattern MAIL_FIELD =
      Pattern.compile(
          "(?im)^(?:MIME-Version|Received|Return-Path|Delivered-To|Message-ID|X-Mailer"
              + "|Content-Transfer-Encoding):");

  private static final Pattern FROM = Pattern.compile("(?im)^From:");
  private static final Pattern TO =
      Pattern.compile("(?im)^(?:(?:To|Cc|Bcc):|Content-Type: *multipart/)");

  /** The parts of a message whose header is lost. */
  private static final Pattern MAIL_PART =
      Pattern.compile(
          "\\s*--\\S+\\R(?:Content-[A-Z][A-Za-z-]+:[^\\r"
              + "\\n"
              + "]*+\\R(?:[ \\t]++\\S[^\\r"
              + "\\n"
              + "]*+\\R)*+)++");

  private static final Pattern MAILBOX =
      Pattern.compile("From \\S+ +(?:[A-Z][a-z]{2} +){2}\\d{1,2} +\\d\\d:\\d\\d");

  private static final Pattern OTHER_REFERENCES =
      Pattern.compile(
          "\\s*(?:%0 [A-Z][^\\r"
              + "\\n"
              + "]*\\R%[A-Z0-9] |FN [^\\r"
              + "\\n"
              + "]*\\RVR 1\\.0|PMID- ?\\d+[ \\t]*\\R[A-Z]{2,4} *- )");

  private static final Pattern BIBTEX =
      Pattern.compile("\\s*(?:%.*\\R\\s*)*+@[A-Za-z]+\\{[^,\\s]*,\\s*[\\w-]+\\s*=");

  private static final Pattern NEWSBANK =
      Pattern.compile("(?i)\\b(?:infoweb|docs)\\.newsbank\\.com");

  private static final Pattern NEWSBANK_RECORD =
      Pattern.compile("(?m)^[ \\t]*+(?:Record(?: Number)?|Article ID): \\S");

  private static final Pattern NEWSBANK_FIELD =
      Pattern.compile("(?m)^[ \\t]*+(?:Readability|Author/Byline|OpenURL Link|Paper): \\S");

  /** In the order in which they are tried. */
  private static final Map<String, Predicate<String>> FORMATS = formats();

  private UnreadFormat() {}

  /**
   * Why a file is not read.
   *
   * @return the reason for the ledger; empty if it is none of these
   */
  public static Optional<String> reason(Peek peek) {
    return FORMATS.entrySet().stream()
        .filter(format -> format.getValue().test(peek.head()))
        .findFirst()
        .map(format -> NOT_READ_YET + format.getKey());
  }

  private static Map<String, Predicate<String>> formats() {
    Map<String, Predicate<String>> formats = new LinkedHashMap<>();
    formats.put("mail", UnreadFormat::isMail);
    formats.put("references", head -> OTHER_REFERENCES.matcher(head).lookingAt());
    formats.put("references in BibTeX", head -> BIBTEX.matcher(head).lookingAt());
    formats.put("an export from NewsBank", UnreadFormat::isNewsBank);
    return formats;
  }

  /** A message or a mailbox; a page saved by a browser is also written as a message. */
  private static boolean isMail(String head) {
    if (MAILBOX.matcher(head).lookingAt() || MAIL_PART.matcher(head).lookingAt()) {
      return true;
    }
    var header = MAIL_HEADER.matcher(head);
    if (!header.lookingAt()) {
      return false;
    }
    String fields = header.group();
    boolean isAddressed = FROM.matcher(fields).find() && TO.matcher(fields).find();
    return isAddressed || MAIL_FIELD.matcher(fields).find();
  }

  private static boolean isNewsBank(String head) {
    return NEWSBANK.matcher(head).find()
        || (NEWSBANK_RECORD.matcher(head).find() && NEWSBANK_FIELD.matcher(head).find());
  }
}
