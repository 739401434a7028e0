package broadsheet.corpus.spoken;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import java.util.Optional;

/** Reads the transcripts of one format. Stateless. */
interface TranscriptReader {

  Recognition recognise(Peek peek);

  /** Reads a file, however damaged. */
  Transcript read(String text);

  /** Reads a file that turns out to be no transcript; empty if nothing else can. */
  default Optional<Format> otherwise(DateReader dates) {
    return Optional.empty();
  }
}
