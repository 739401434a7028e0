package broadsheet.web.names;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.desk.DeskException;
import broadsheet.desk.NameCorrections;
import broadsheet.engine.ArchiveCollection;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameEntry;
import broadsheet.names.NameKind;
import broadsheet.operation.Parameter;
import broadsheet.web.link.NameAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.request.Access;
import broadsheet.web.request.FormBody;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Corrects names, and undoes corrections: {@code POST /name/{kind}/{name}/correct} and {@code POST
 * /names/{key}/undo}. Open only to clients that may make changes. A correction holds for every
 * request that follows.
 *
 * @param access decides who may correct names
 */
public record NameChanges(Archive archive, Access access) {

  public static final String CORRECT = NameAddress.PATH + "/correct";
  public static final String UNDO = NamesHandler.PATH + "/{key}/undo";

  private static final Logger LOG = LoggerFactory.getLogger(NameChanges.class);
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{1,64}");
  private static final String AS = "as";
  private static final String KIND = "as-kind";
  private static final String FORM = "form";
  private static final String HIDE = "hide";

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.form(CORRECT, "Correct a name")
            .taking(
                List.of(
                    Parameter.text(AS, "the name it stands for instead; its own if missing"),
                    Parameter.text(KIND, "person, organisation or place; its own kind if missing"),
                    Parameter.text(FORM, "the form that alone is corrected; all forms if missing"),
                    Parameter.text(HIDE, "1 to hide it"))),
        Operation.form(UNDO, "Undo a correction of a name"));
  }

  /** Corrects a name and leads to what it is now. */
  public void correct(Context context) {
    access.requireChange(context);
    Name name = NameHandler.name(context.pathParam("kind"), context.pathParam("name"));
    QueryString given = FormBody.of(context);
    Optional<Name> becomes =
        value(given, HIDE).isEmpty() ? Optional.of(becomes(name, given)) : Optional.empty();
    try {
      String form = value(given, FORM).orElse("");
      corrections(context).add(name, form, becomes, having(name, form, context));
    } catch (IllegalArgumentException e) {
      throw new Refusal(new Problem("Nothing to correct", 400, e.getMessage() + "."));
    } catch (DeskException e) {
      throw refusal(e);
    }
    apply(context);
    context.redirect(
        becomes.map(NameAddress::page).orElse(NameCorrectionsHandler.PATH), HttpStatus.SEE_OTHER);
  }

  private static Name becomes(Name name, QueryString given) {
    String kind = value(given, KIND).orElse(name.kind().label());
    NameKind known =
        NameKind.named(kind)
            .orElseThrow(
                () ->
                    new Refusal(
                        new Problem(
                            "Unknown kind of name",
                            400,
                            "“as-kind” is person, organisation or place, not “%s”."
                                .formatted(kind))));
    return new Name(known, value(given, AS).orElse(name.text()));
  }

  /** Undoes a correction; does nothing if it was undone before. */
  public void undo(Context context) {
    access.requireChange(context);
    try {
      corrections(context).undo(key(context.pathParam("key")));
    } catch (DeskException e) {
      throw refusal(e);
    }
    apply(context);
    context.redirect(NameCorrectionsHandler.PATH, HttpStatus.SEE_OTHER);
  }

  private static String key(String text) {
    if (!KEY.matcher(text).matches()) {
      throw new Refusal(Problem.of(404));
    }
    return text;
  }

  /** The collections that have the name, among those that the reader may read. */
  private Set<ArchiveCollection> having(Name name, String form, Context context) {
    List<NameCorrection> known = corrections(context).corrections();
    Set<ArchiveCollection> having =
        archive
            .collections()
            .where(
                engine -> {
                  engine.correct(known);
                  return engine.name(name).filter(found -> has(found, form)).isPresent();
                });
    if (having.isEmpty()) {
      throw NameHandler.unknown(name, archive);
    }
    return having;
  }

  private static boolean has(NameEntry found, String form) {
    return form.isEmpty() || found.forms().contains(form);
  }

  private static Optional<String> value(QueryString given, String name) {
    return given.pairs().stream()
        .filter(pair -> pair.name().equals(name))
        .map(pair -> pair.value().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private NameCorrections corrections(Context context) {
    return archive.lists().desk(context).names();
  }

  /** The engine would learn of it within a second; the editor looks now. */
  private void apply(Context context) {
    archive.engine().correct(corrections(context).corrections());
  }

  /** The fault names files, so it is only logged. */
  static Refusal refusal(DeskException e) {
    LOG.error("Corrections of names cannot be read or kept: {}", e.getMessage());
    return new Refusal(
        new Problem(
            "Corrections are unavailable",
            503,
            "The corrections of names could not be read or written. Look whether one was kept"
                + " before you repeat it, and see the server’s log for the cause."));
  }
}
