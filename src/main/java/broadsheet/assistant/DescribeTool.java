package broadsheet.assistant;

import broadsheet.engine.ArchiveFields;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.result.Coverage;
import broadsheet.operation.ArchiveOperation;
import broadsheet.query.QueryForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes the archive and the query language. */
final class DescribeTool implements ArchiveTool {

  /**
   * The archive.
   *
   * @param undated the number of articles without a known date
   * @param firstDay the earliest day an article may have been published; null if none has a date
   * @param sources the outlets, those with most articles first, at most {@value
   *     Coverage#MAX_SOURCES}
   * @param languages by BCP 47 tag, those with most articles first
   * @param builtAt when the archive was last changed
   * @param fields the fields that articles have, with values that find something
   * @param queryLanguage every form of a query
   */
  record Answer(
      long articles,
      long undated,
      @Nullable String firstDay,
      @Nullable String lastDay,
      List<Count> sources,
      List<Count> languages,
      String builtAt,
      List<Field> fields,
      List<Form> queryLanguage) {}

  /** A field, and queries for some of its values. */
  record Field(String field, List<String> examples) {}

  /** The number of articles that have a value. */
  record Count(String value, long count) {}

  /** A form of a query, its meaning, and examples. */
  record Form(String form, String finds, List<String> examples) {}

  private final ArchiveFields fields;

  DescribeTool(ArchiveFields fields) {
    this.fields = fields;
  }

  @Override
  public ArchiveOperation operation() {
    return ArchiveOperation.DESCRIBE;
  }

  @Override
  public String description() {
    return "Says which days, sources and languages this news archive covers, how many articles it"
        + " has, which fields they have with examples, and every form of its query language."
        + " Ask it first: what is not in the archive cannot be found.";
  }

  @Override
  public Answer answer(ToolCall call, SearchEngine engine) {
    IndexSummary summary = engine.summary();
    Coverage coverage = engine.coverage();
    return new Answer(
        summary.articles(),
        summary.undated(),
        summary.firstDay().map(Object::toString).orElse(null),
        summary.lastDay().map(Object::toString).orElse(null),
        coverage.sources().stream()
            .map(source -> new Count(source.source(), source.holdings().articles()))
            .toList(),
        coverage.languages().stream()
            .map(language -> new Count(language.value(), language.count()))
            .toList(),
        summary.builtAt().toString(),
        fields.all().stream().map(field -> new Field(field.label(), field.queries())).toList(),
        QueryForm.ALL.stream()
            .map(form -> new Form(form.syntax(), form.meaning(), form.examples()))
            .toList());
  }
}
