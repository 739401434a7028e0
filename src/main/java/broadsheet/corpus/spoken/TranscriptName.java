package broadsheet.corpus.spoken;

import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.text.CleanText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The facts in the name of a transcript's file: {@code 2024-03-05_City_council.en.vtt}. Immutable.
 *
 * @param base the name without the extension
 * @param bare the base without a language
 * @param language BCP 47; empty if the name has none
 */
record TranscriptName(String base, String bare, String language) {
  private static final Pattern EXTENSION =
      Pattern.compile("(?i)\\.(?:srt|vtt|webvtt|ttml2?|dfxp|itt|smi|sami|json3?|xml|txt)$");

  private static final Pattern LANGUAGE =
      Pattern.compile("[._](?<tag>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2})$");

  private static final Pattern MEDIA =
      Pattern.compile("(?i)\\.(?:mp3|m4a|m4v|mp4|webm|ogg|oga|ogv|opus|wav|flac|mkv|mov|avi)$");

  /** The id of a video, as downloaders write it. */
  private static final Pattern VIDEO = Pattern.compile("\\s*(?:\\[[\\w-]{11}\\])$");

  private static final Pattern DATE =
      Pattern.compile("^\\d{4}[-_. ]?\\d{2}[-_. ]?\\d{2}(?:[T_ -]\\d{4,6}Z?)?[-_. ]*");

  private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}.*\\P{L}\\p{L}{2,}.*");

  /**
   * @param name the name of the file, without folders
   */
  static TranscriptName of(String name) {
    String base = EXTENSION.matcher(name).replaceFirst("");
    Matcher tag = LANGUAGE.matcher(base);
    boolean isNamed = !base.equals(name) && tag.find();
    String language =
        isNamed ? LanguageTag.of(tag.group("tag").replaceFirst("(?i)-orig$", "")) : "";
    return new TranscriptName(
        base, language.isEmpty() ? base : base.substring(0, tag.start()), language);
  }

  /** The words of the name, if it has at least two and an extension that only transcripts have. */
  String title(String name) {
    if (base.equals(name)) {
      return "";
    }
    String title = MEDIA.matcher(bare).replaceFirst("");
    title = VIDEO.matcher(DATE.matcher(title).replaceFirst("")).replaceFirst("");
    title = CleanText.line(title.replace('_', ' '));
    title = title.contains(" ") ? title : title.replace('-', ' ').replace('.', ' ').strip();
    return WORDS.matcher(title).matches() ? title : "";
  }
}
