package broadsheet.corpus.spoken;

import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.text.Markup;
import java.util.regex.Pattern;

/**
 * Reads SubRip captions ({@code .srt}). Source:
 * https://www.loc.gov/preservation/digital/formats/fdd/fdd000569.shtml.
 */
final class SubRip implements TranscriptReader {
  private static final String NUMBER = "(?:\\d{1,9}\\s{1,20})?";
  private static final String START = "-?\\d{1,9}:\\d\\d?:\\d\\d?(?:[.,]\\d{1,9})?[ \\t]*-->";
  private static final Pattern BEGINNING = Pattern.compile("[\\s\\\\]*" + NUMBER + START);

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(BEGINNING.matcher(peek.head()).lookingAt());
  }

  @Override
  public Transcript read(String text) {
    return new Transcript(Transcript.Facts.NONE, CueBlocks.ofSubRip(Markup.lines(text)), false);
  }
}
