package broadsheet.web.lists;

import broadsheet.address.ParameterReader;
import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.desk.ListRuleException;
import broadsheet.desk.NotOwnerException;
import broadsheet.web.page.Archive;
import broadsheet.web.request.FormBody;
import io.javalin.http.Context;

/** Reads the forms that change lists, after checking who sends them. Stateless. */
final class ListForms {

  /** Enough for every hit of a page. */
  private static final int LONGEST_BYTES = 128 * 1024;

  /** Enough for the notes of a page, each as long as may be in most scripts, and for a table. */
  private static final int LONGEST_NOTES_BYTES = 10 * 1024 * 1024;

  private ListForms() {}

  /**
   * The fields of a form of a page of this server.
   *
   * @throws Refusal if this reader may not make changes, or it comes from elsewhere
   */
  static QueryString of(Context context, Archive archive) {
    archive.lists().access().requireChange(context);
    return FormBody.of(context, LONGEST_BYTES);
  }

  /** The fields of a form with notes, or with a table to import. */
  static QueryString notesOf(Context context, Archive archive) {
    archive.lists().access().requireChange(context);
    return FormBody.of(context, LONGEST_NOTES_BYTES);
  }

  /** The one value of a field; empty if there is none. */
  static String value(QueryString form, String name) {
    return form.filled(name).stream().findFirst().orElse("");
  }

  /**
   * The one value of a field.
   *
   * @throws Refusal if there is none
   */
  static String required(QueryString form, String name) {
    String value = value(form, name);
    if (value.isEmpty()) {
      throw new Refusal(
          Problem.badRequest("%s is missing.".formatted(ParameterReader.shortened(name))));
    }
    return value;
  }

  /** A change that only the list's owner may make, or permit. */
  static Refusal forbidden(NotOwnerException e) {
    return new Refusal(new Problem("Not your list", 403, String.valueOf(e.getMessage())));
  }

  /** A rule of the desk that a form breaks, such as a name that is taken. */
  static Refusal refused(ListRuleException e) {
    return new Refusal(Problem.badRequest(String.valueOf(e.getMessage())));
  }
}
