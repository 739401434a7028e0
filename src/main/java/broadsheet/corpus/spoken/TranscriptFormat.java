package broadsheet.corpus.spoken;

import broadsheet.article.Article;
import broadsheet.article.Positions;
import broadsheet.article.Recording;
import broadsheet.article.WordPlaces;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.spoken.TranscriptBeside.MediaBeside;
import broadsheet.corpus.text.CleanText;
import broadsheet.path.PathName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Captions and transcripts of recordings: a file is an article. */
public final class TranscriptFormat extends WholeFormat {
  private final TranscriptReader reader;

  private TranscriptFormat(String name, TranscriptReader reader, DateReader dates) {
    super(name, dates);
    this.reader = reader;
  }

  /** The formats of transcripts. */
  public static List<Format> all(DateReader dates) {
    return List.of(
        new TranscriptFormat("webvtt", new WebVtt(), dates),
        new TranscriptFormat("srt", new SubRip(), dates),
        new TranscriptFormat("ttml", new Ttml(), dates),
        new TranscriptFormat("sami", new Sami(), dates),
        new TranscriptFormat("transcript", new StampedLines(), dates),
        new TranscriptFormat("youtube", new YouTubeJson(), dates),
        new TranscriptFormat("whisper", new WhisperJson(), dates));
  }

  @Override
  public Recognition recognise(Peek peek) {
    return reader.recognise(peek);
  }

  @Override
  protected void read(byte[] bytes, Records records) throws IOException {
    String text = text(bytes, records);
    Transcript transcript = reader.read(text);
    Optional<Format> other = reader.otherwise(dates);
    if (!transcript.cues().isEmpty()) {
      take(transcript, records);
    } else if (other.isPresent()) {
      other.get().read(new ByteArrayInputStream(bytes), records);
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

  /**
   * Cues in the order of their times, each with an end. Immutable.
   *
   * @param isSorted whether the file had them in another order
   * @param untimed the number of cues without a possible time, which stay after those before them
   */
  private record CueOrder(List<SpokenCue> cues, boolean isSorted, int untimed) {
    /** Captions without an end are shown for this long at most. In milliseconds. */
    private static final int SHOWN = 10_000;

    private record Keyed(SpokenCue cue, int start) {}

    static CueOrder of(List<SpokenCue> all) {
      List<Keyed> keyed = new ArrayList<>(all.size());
      int last = 0;
      int untimed = 0;
      boolean isOrdered = true;
      for (SpokenCue cue : all) {
        isOrdered &= !cue.isTimed() || cue.start() >= last;
        untimed += cue.isTimed() ? 0 : 1;
        last = cue.isTimed() ? cue.start() : last;
        keyed.add(new Keyed(cue, last));
      }
      if (!isOrdered) {
        keyed.sort(Comparator.comparingInt(Keyed::start));
      }
      return new CueOrder(ended(keyed), !isOrdered, untimed);
    }

    private static List<SpokenCue> ended(List<Keyed> keyed) {
      List<SpokenCue> ended = new ArrayList<>(keyed.size());
      for (int i = 0; i < keyed.size(); i++) {
        SpokenCue cue = keyed.get(i).cue();
        boolean isEnded = !cue.isTimed() || cue.end() >= cue.start();
        int next = i + 1 < keyed.size() ? keyed.get(i + 1).start() : cue.start() + SHOWN;
        ended.add(isEnded ? cue : cue.at(cue.start(), Math.min(next, cue.start() + SHOWN)));
      }
      return ended;
    }
  }

  /** Makes an article of a transcript. */
  private static final class TranscriptArticle {
    private TranscriptArticle() {}

    /**
     * The article.
     *
     * @param cues in the order of their times
     */
    static Article of(Transcript.Facts facts, List<SpokenCue> cues, Records records)
        throws NotAnArticle {
      String file = records.file().name();
      TranscriptName name = TranscriptName.of(file);
      String title = CleanText.line(facts.title().isEmpty() ? name.title(file) : facts.title());
      SpokenText text = new SpokenText(title.isEmpty() ? 0 : title.split(" ", -1).length);
      Turns.of(RollUpDeduplication.undoubled(cues)).forEach(text::add);
      List<String> paragraphs = text.paragraphs();
      if (paragraphs.isEmpty()) {
        throw NotAnArticle.skipped("captions without text");
      }
      String stated = LanguageTag.of(facts.language());
      return records
          .article(0, "", "")
          .title(title)
          .paragraphs(paragraphs)
          .speakers(text.speakers())
          .section(CleanText.line(records.file().section()))
          .language(stated.isEmpty() ? name.language() : stated)
          .positions(
              new Positions(
                  List.of(recording(name, facts, records)),
                  WordPlaces.of(text.places()),
                  Positions.UNKNOWN_QUALITY))
          .build();
    }

    private static Recording recording(
        TranscriptName name, Transcript.Facts facts, Records records) {
      Optional<Path> beside = MediaBeside.of(name, records.siblings());
      String file = beside.map(MediaBeside::name).orElseGet(() -> records.file().name());
      String label = CleanText.line(file);
      return new Recording(
          label.isEmpty() ? "recording" : label, beside.map(PathName::of).orElse(facts.media()));
    }
  }
}
