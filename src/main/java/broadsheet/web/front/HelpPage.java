package broadsheet.web.front;

import broadsheet.engine.ArchiveFields;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.query.QueryField;
import broadsheet.query.QueryForm;
import broadsheet.web.page.Example;
import broadsheet.web.page.MarkedHtml;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.SampleWords;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The search tips.
 *
 * @param frame the page frame
 * @param forms the forms of the query language
 * @param fields the fields that articles of this archive have, with searches for some values
 * @param others the names of fields that none of them has
 * @param isAtHand whether there are examples from this archive
 */
public record HelpPage(
    PageFrame frame, List<Form> forms, List<Field> fields, List<String> others, boolean isAtHand) {

  public static final String PATH = "/help";

  /**
   * A form of the query language.
   *
   * @param syntaxHtml safe HTML
   * @param meaningHtml safe HTML
   * @param examples queries to try
   * @param atHand examples that use words from this archive; empty if it has none
   */
  public record Form(
      String syntaxHtml, String meaningHtml, List<Example> examples, List<Example> atHand) {}

  /** A field name that may be used before a colon, with searches to try. */
  public record Field(String name, List<Example> examples) {}

  static HelpPage of(
      PageFrame frame,
      List<Hit> latest,
      IndexSummary summary,
      List<ArchiveFields.Field> inArchive) {
    Optional<SampleWords> words =
        latest.stream().flatMap(hit -> SampleWords.of(hit.title().text()).stream()).findFirst();
    return new HelpPage(
        frame,
        QueryForm.ALL.stream().map(form -> form(form, words, summary)).toList(),
        inArchive.stream().map(HelpPage::field).toList(),
        Arrays.stream(QueryField.values())
            .filter(field -> inArchive.stream().noneMatch(each -> each.field() == field))
            .map(QueryField::label)
            .toList(),
        words.isPresent());
  }

  private static Field field(ArchiveFields.Field field) {
    return new Field(
        field.label(), field.queries().stream().map(query -> Example.of(query, "")).toList());
  }

  private static Form form(QueryForm form, Optional<SampleWords> words, IndexSummary summary) {
    Optional<String> atHand = words.map(w -> w.in(form.pattern(), summary.lastDay()));
    return new Form(
        html(form.syntax()),
        html(form.meaning()),
        form.examples().stream()
            .filter(example -> !atHand.equals(Optional.of(example)))
            .map(example -> Example.of(example, ""))
            .toList(),
        atHand.map(query -> Example.of(query, "")).map(List::of).orElse(List.of()));
  }

  /** Formats code in backticks and drops references to sections of the documentation. */
  private static String html(String text) {
    String plain = text.replaceAll(", see \\[\\w+\\]\\(#\\w+\\)", "");
    return MarkedHtml.of(MarkedText.unmarked(plain)).replaceAll("`([^`]+)`", "<code>$1</code>");
  }
}
