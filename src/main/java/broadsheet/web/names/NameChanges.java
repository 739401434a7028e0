package broadsheet.web.names;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.desk.DeskException;
import broadsheet.desk.NameCorrections;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.CorrectionCheck;
import broadsheet.engine.SearchEngine;
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
import java.util.function.Predicate;
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
  public static final String ADD = NamesHandler.PATH + "/add";
  public static final String UNDO = NamesHandler.PATH + "/{key}/undo";

  private static final Logger LOG = LoggerFactory.getLogger(NameChanges.class);
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{1,64}");
  private static final String AS = "as";
  private static final String KIND = "as-kind";
  private static final String FORM = "form";
  private static final String HIDE = "hide";
  private static final String NAME = "name";
  private static final String NAME_KIND = "kind";

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
        Operation.form(ADD, "Add a name that was not found, or a form to one that was")
            .taking(
                List.of(
                    Parameter.text(NAME, "the name as it is to be shown"),
                    Parameter.text(NAME_KIND, "person, organisation or place"),
                    Parameter.text(FORM, "how articles write it; as the name if missing"))),
        Operation.form(UNDO, "Undo a correction of a name"));
  }

  /** Corrects a name and leads to what it is now. */
  public void correct(Context context) {
    access.requireChange(context);
    Name name = NameHandler.name(context.pathParam("kind"), context.pathParam("name"));
    QueryString given = FormBody.of(context);
    Optional<Name> becomes =
        value(given, HIDE).isEmpty() ? Optional.of(becomes(name, given)) : Optional.empty();
    String form = value(given, FORM).orElse("");
    keep(
        context,
        () -> {
          boolean isAddition = !form.isEmpty() && becomes.filter(name::equals).isPresent();
          corrections(context)
              .add(
                  name,
                  form,
                  becomes,
                  isAddition ? writing(name, form, context) : having(name, form, context));
        });
    context.redirect(
        becomes.map(NameAddress::page).orElse(NameCorrectionsHandler.PATH), HttpStatus.SEE_OTHER);
  }

  /** Adds a name and leads to it. */
  public void add(Context context) {
    access.requireChange(context);
    QueryString given = FormBody.of(context);
    Name name = NameHandler.name(value(given, NAME_KIND).orElse(""), value(given, NAME).orElse(""));
    String form = value(given, FORM).orElse(name.text());
    keep(
        context,
        () ->
            corrections(context).add(name, form, Optional.of(name), writing(name, form, context)));
    context.redirect(NameAddress.page(name), HttpStatus.SEE_OTHER);
  }

  private void keep(Context context, Runnable change) {
    try {
      change.run();
    } catch (IllegalArgumentException e) {
      throw new Refusal(new Problem("Nothing to correct", 400, e.getMessage() + "."));
    } catch (DeskException e) {
      throw refusal(e);
    }
    apply(context);
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
    new CorrectionCheck(archive.engine()).require(name, form);
    Set<ArchiveCollection> having =
        where(engine -> engine.name(name).filter(found -> has(found, form)).isPresent(), context);
    if (having.isEmpty()) {
      throw NameHandler.unknown(name, archive);
    }
    return having;
  }

  /**
   * The collections that write a form, and do not have it as one of the name, among those that the
   * reader may read; all of these where nobody looked for names.
   */
  private Set<ArchiveCollection> writing(Name name, String form, Context context) {
    Set<ArchiveCollection> writing =
        where(engine -> new CorrectionCheck(engine).isNew(name, form), context);
    Set<ArchiveCollection> read = archive.collections().read();
    if (writing.isEmpty() || read.size() == 1) {
      new CorrectionCheck(archive.engine()).requireNew(name, form);
    }
    return writing.isEmpty() ? read : writing;
  }

  private Set<ArchiveCollection> where(Predicate<SearchEngine> holds, Context context) {
    List<NameCorrection> known = corrections(context).corrections();
    return archive
        .collections()
        .where(
            engine -> {
              engine.correct(known);
              return holds.test(engine);
            });
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
