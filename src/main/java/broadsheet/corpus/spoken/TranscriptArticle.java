package broadsheet.corpus.spoken;

import broadsheet.article.Article;
import broadsheet.article.Positions;
import broadsheet.article.Recording;
import broadsheet.article.WordPlaces;
import broadsheet.corpus.language.LanguageTag;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.path.PathName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes an article of a transcript. */
final class TranscriptArticle {
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
    Turns.of(RollingCues.undoubled(cues)).forEach(text::add);
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

  private static Recording recording(TranscriptName name, Transcript.Facts facts, Records records) {
    Optional<Path> beside = MediaBeside.of(name, records.siblings());
    String file = beside.map(MediaBeside::name).orElseGet(() -> records.file().name());
    String label = CleanText.line(file);
    return new Recording(
        label.isEmpty() ? "recording" : label, beside.map(PathName::of).orElse(facts.media()));
  }
}
