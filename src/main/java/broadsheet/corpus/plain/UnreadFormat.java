package broadsheet.corpus.plain;

import broadsheet.corpus.record.Peek;
import broadsheet.corpus.text.PrefilteredPattern;
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

  /** The parts of a message whose header is lost. */
  private static final Pattern MAIL_PART =
      Pattern.compile(
          "\\s*--\\S+\\R(?:Content-[A-Z][A-Za-z-]+:[^\\r"
              + "\\n"
              + "]*+\\R(?:[ \\t]++\\S[^\\r"
              + "\\n"
              + "]*+\\R)*+)++");

  private static final Pattern OTHER_REFERENCES =
      Pattern.compile(
          "\\s*(?:%0 [A-Z][^\\r"
              + "\\n"
              + "]*\\R%[A-Z0-9] |FN [^\\r"
              + "\\n"
              + "]*\\RVR 1\\.0|PMID- ?\\d+[ \\t]*\\R[A-Z]{2,4} *- )");

  private static final Pattern BIBTEX =
      Pattern.compile("\\s*(?:%.*\\R\\s*)*+@[A-Za-z]+\\{[^,\\s]*,\\s*[\\w-]+\\s*=");

  private static final PrefilteredPattern NEWSBANK =
      PrefilteredPattern.ofAnyCase("\\b(?:infoweb|docs)\\.newsbank\\.com", ".newsbank.com");

  private static final PrefilteredPattern NEWSBANK_RECORD =
      PrefilteredPattern.of(
          "(?m)^[ \\t]*+(?:Record(?: Number)?|Article ID): \\S",
          "Record: ",
          "Record Number: ",
          "Article ID: ");

  private static final Pattern NEWSBANK_FIELD =
      Pattern.compile("(?m)^[ \\t]*+(?:Readability|Author/Byline|OpenURL Link|Paper): \\S");

  /** Bytes of CEA-608, which are commands to a decoder rather than text. */
  private static final Pattern SCC = Pattern.compile("[\\s\\\\]*Scenarist_SCC V\\d");

  private static final Pattern SUB_STATION = Pattern.compile("\\s*\\[Script Info\\]");

  /** In the order in which they are tried. */
  private static final Map<String, Predicate<String>> FORMATS = formats();

  private UnreadFormat() {}

  /**
   * Explains why a file is not read.
   *
   * @return the reason for the ledger; empty if it is none of these formats
   */
  public static Optional<String> reason(Peek peek) {
    return FORMATS.entrySet().stream()
        .filter(format -> format.getValue().test(peek.head()))
        .findFirst()
        .map(format -> NOT_READ_YET + format.getKey());
  }

  private static Map<String, Predicate<String>> formats() {
    Map<String, Predicate<String>> formats = new LinkedHashMap<>();
    formats.put("mail", head -> MAIL_PART.matcher(head).lookingAt());
    formats.put("references", head -> OTHER_REFERENCES.matcher(head).lookingAt());
    formats.put("references in BibTeX", head -> BIBTEX.matcher(head).lookingAt());
    formats.put("an export from NewsBank", UnreadFormat::isNewsBank);
    formats.put("captions in SCC", head -> SCC.matcher(head).lookingAt());
    formats.put("subtitles in SubStation Alpha", head -> SUB_STATION.matcher(head).lookingAt());
    return formats;
  }

  private static boolean isNewsBank(String head) {
    return NEWSBANK.isIn(head)
        || (NEWSBANK_RECORD.isIn(head) && NEWSBANK_FIELD.matcher(head).find());
  }
}
