package broadsheet.corpus.spoken;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Captions and transcripts of recordings: a file is an article. */
public final class TranscriptFormat implements Format {
  private final TranscriptReader reader;
  private final DateReader dates;

  private TranscriptFormat(TranscriptReader reader, DateReader dates) {
    this.reader = reader;
    this.dates = dates;
  }

  /** The formats of transcripts. */
  public static List<Format> all(DateReader dates) {
    return List.of(
        new TranscriptFormat(new WebVtt(), dates),
        new TranscriptFormat(new SubRip(), dates),
        new TranscriptFormat(new Ttml(), dates),
        new TranscriptFormat(new Sami(), dates),
        new TranscriptFormat(new YouTubeJson(), dates),
        new TranscriptFormat(new WhisperJson(), dates));
  }

  @Override
  public String name() {
    return reader.name();
  }

  @Override
  public Recognition recognise(Peek peek) {
    return reader.recognise(peek);
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    Optional<byte[]> bytes = Layer.whole(in, records);
    if (bytes.isEmpty()) {
      return;
    }
    String text = StatedEncoding.text(bytes.get(), records.file().charset());
    Transcript transcript = reader.read(text);
    Optional<Format> other = reader.otherwise(dates);
    if (!transcript.cues().isEmpty()) {
      take(transcript, records);
    } else if (other.isPresent()) {
      other.get().read(new ByteArrayInputStream(bytes.get()), records);
    } else {
      records.skip(0, "captions without text");
    }
  }

  private static void take(Transcript transcript, Records records) {
    if (transcript.isCutOff()) {
      records.remark(0, Damage.CUT_OFF, "");
    }
    CueOrder order = CueOrder.of(transcript.cues());
    if (order.isSorted()) {
      records.remark(0, "captions out of order: sorted by their times", "");
    }
    if (order.untimed() > 0) {
      records.remark(0, "captions without a possible time", String.valueOf(order.untimed()));
    }
    records.take(0, () -> TranscriptArticle.of(transcript.facts(), order.cues(), records));
  }
}
