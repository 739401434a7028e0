package broadsheet.web.help;

import broadsheet.engine.ArchiveFields;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.result.Hit;
import broadsheet.query.QueryField;
import broadsheet.query.QueryForm;
import broadsheet.web.page.Example;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.SampleWords;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first page of the help: the pages there are, and queries to try in this archive.
 *
 * @param frame the page frame
 * @param html the list of pages, as the build made it
 * @param examples a query of each form of the language, with words from this archive
 * @param fields the fields that articles of this archive have, with searches for some values
 * @param others the names of fields that none of them has
 */
public record HelpPage(
    PageFrame frame, String html, List<Example> examples, List<Field> fields, List<String> others) {

  /** A field name that may be used before a colon, with searches to try. */
  public record Field(String name, List<Example> examples) {}

  static HelpPage of(
      PageFrame frame,
      String html,
      List<Hit> latest,
      IndexSummary summary,
      List<ArchiveFields.Field> inArchive) {
    return new HelpPage(
        frame,
        html,
        latest.stream()
            .flatMap(hit -> SampleWords.of(hit.title().text()).stream())
            .limit(1)
            .flatMap(words -> examples(words, summary))
            .toList(),
        inArchive.stream().map(HelpPage::field).toList(),
        Arrays.stream(QueryField.values())
            .filter(field -> inArchive.stream().noneMatch(each -> each.field() == field))
            .map(QueryField::label)
            .toList());
  }

  private static Stream<Example> examples(SampleWords words, IndexSummary summary) {
    return QueryForm.ALL.stream()
        .map(form -> words.in(form.pattern(), summary.lastDay()))
        .map(query -> Example.of(query, ""));
  }

  private static Field field(ArchiveFields.Field field) {
    return new Field(
        field.label(), field.queries().stream().map(query -> Example.of(query, "")).toList());
  }
}
