package broadsheet.web.help;

import broadsheet.engine.ArchiveFields;
import broadsheet.query.QueryField;
import broadsheet.web.page.Example;
import broadsheet.web.page.PageFrame;
import java.util.Arrays;
import java.util.List;

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
      PageFrame frame, String html, List<Example> examples, List<ArchiveFields.Field> inArchive) {
    return new HelpPage(
        frame,
        html,
        examples,
        inArchive.stream().map(HelpPage::field).toList(),
        Arrays.stream(QueryField.values())
            .filter(field -> inArchive.stream().noneMatch(each -> each.field() == field))
            .map(QueryField::label)
            .toList());
  }

  private static Field field(ArchiveFields.Field field) {
    return new Field(
        field.label(), field.queries().stream().map(query -> Example.of(query, "")).toList());
  }
}
