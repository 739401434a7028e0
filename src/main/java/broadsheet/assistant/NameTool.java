package broadsheet.assistant;

import broadsheet.engine.LookedAt;
import broadsheet.engine.NameProfile;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Note;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Summarizes the articles that have a name: how many, the first and the last, their sources, and
 * the names beside it.
 */
final class NameTool implements ArchiveTool {

  private final ArticleLinks links;

  NameTool(ArticleLinks links) {
    this.links = links;
  }

  /**
   * A name.
   *
   * @param forms its forms in the texts, the most frequent first; empty if only metadata states it
   * @param articles the number of articles that have it
   * @param isExact whether that number is exact; if not, it is a lower bound
   * @param found the number of articles in whose text it was found
   * @param statedOnly the number of the others, whose metadata states it
   * @param first the oldest article of known date; null if no date is known
   * @param last the newest article of known date
   * @param company for each kind, the names that most of its articles have as well
   * @param sources the outlets with the most articles
   * @param lookedAt the articles among which the first was looked for
   * @param link its page on the server; null if the server’s address is not known
   */
  record Answer(
      String kind,
      String name,
      List<String> forms,
      long articles,
      boolean isExact,
      long found,
      long statedOnly,
      @Nullable FoundArticle first,
      @Nullable FoundArticle last,
      Map<String, List<FacetCount>> company,
      List<FacetCount> sources,
      String lookedAt,
      List<String> notes,
      @Nullable String link) {}

  @Override
  public ArchiveOperation operation() {
    return ArchiveOperation.NAMES;
  }

  @Override
  public String description() {
    return "Says what this news archive has on a person, an organisation or a place: how many"
        + " articles name it, in which forms, the first and the latest, who and what appears in"
        + " the same articles, and the outlets. Give the whole name as the archive spells it;"
        + " company and read_article show spellings. found counts names recognised in the text,"
        + " which may be wrong; statedOnly counts those that an article's metadata alone states.";
  }

  @Override
  public Answer answer(ToolCall call, SearchEngine engine) {
    String text = call.values().text(Parameters.NAME).strip();
    Optional<NameKind> wanted = call.values().chosen(Parameters.NAME_KIND, NameKind.class);
    return Arrays.stream(NameKind.values())
        .filter(kind -> !text.isEmpty() && (wanted.isEmpty() || wanted.get() == kind))
        .flatMap(kind -> NameProfile.of(new Name(kind, text), engine).stream())
        .max(Comparator.comparingLong(NameProfile::total))
        .or(() -> ofForm(text, wanted, engine))
        .map(profile -> answer(profile, LookedAt.in(engine)))
        .orElseThrow(
            () ->
                new UnanswerableException(
                    "No article of this archive is known to name “%s”. Search for the words instead. %s"
                        .formatted(TextPiece.first(text, 100), LookedAt.in(engine))));
  }

  /** The profile of the name that a form stands for. */
  private static Optional<NameProfile> ofForm(
      String text, Optional<NameKind> wanted, SearchEngine engine) {
    return text.isEmpty() || !engine.hasNames()
        ? Optional.empty()
        : engine.form(text).names().stream()
            .filter(name -> wanted.isEmpty() || wanted.get() == name.kind())
            .flatMap(name -> NameProfile.of(name, engine).stream())
            .max(Comparator.comparingLong(NameProfile::total));
  }

  private Answer answer(NameProfile profile, String lookedAt) {
    Map<String, List<FacetCount>> company = new LinkedHashMap<>();
    profile.company().forEach((kind, names) -> company.put(kind.label(), names));
    return new Answer(
        profile.name().kind().label(),
        profile.name().text(),
        profile.forms(),
        profile.total(),
        !profile.newest().completeness().isLowerBound(),
        profile.found(),
        profile.statedOnly(),
        profile.first().map(hit -> FoundArticle.of(hit, links)).orElse(null),
        profile.last().map(hit -> FoundArticle.of(hit, links)).orElse(null),
        company,
        profile.sources(),
        lookedAt,
        Note.texts(profile.newest().notes()),
        links.to(profile.name()));
  }
}
