package broadsheet.corpus.spoken;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognizes recordings, which are no articles: each belongs to the article of the transcript
 * beside it, if there is one.
 */
public final class RecordingFormat extends Format {
  private static final Pattern NAME =
      Pattern.compile("(?i).*\\.(?:mp3|m4[av]|mp4|webm|og[gav]|opus|wav|flac|aac|mov|mkv|avi)");

  public RecordingFormat(DateReader dates) {
    super("recording", dates);
  }

  /** Goes by the name; the caller knows that the content is binary. */
  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(NAME.matcher(peek.file().name()).matches());
  }

  @Override
  public void read(InputStream in, Records records) {
    Optional<String> transcript = records.siblings().transcript();
    if (transcript.isPresent()) {
      records.skip(0, "the recording of a transcript, which has its words", transcript.get());
    } else {
      records.skip(0, "a recording without a transcript beside it: only transcripts are read");
    }
  }
}
