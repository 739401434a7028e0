package broadsheet.web.names;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.engine.LookedAt;
import broadsheet.engine.NameProfile;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.Filters;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.query.QueryNode;
import broadsheet.web.link.NameAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.page.WordsView;
import broadsheet.web.request.Access;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/**
 * Answers {@code /name/{kind}/{name}}, and the same with {@code .json}.
 *
 * @param access decides who may correct names
 */
public record NameHandler(Archive archive, Renderer renderer, Access access) {
  public static final String PATH = NameAddress.PATH;

  private static final String DATA = ".json";

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.page(PATH, "Read about a person, an organisation or a place"),
        Operation.get(PATH + DATA, "What the archive says about a name")
            .answeringJson(NameView.class));
  }

  /** The suffix selects the format. Names may contain dots, so it is cut off here. */
  public void answer(Context context) {
    String text = context.pathParam("name");
    boolean isData = text.endsWith(DATA);
    Name name =
        name(
            context.pathParam("kind"),
            isData ? text.substring(0, text.length() - DATA.length()) : text);
    NameProfile profile =
        NameProfile.of(name, archive.engine()).orElseThrow(() -> unknown(name, archive));
    WordsView words =
        WordsView.of(
            new QueryNode.Everything(),
            NameProfile.filter(name),
            new Contrast.Others(),
            archive.engine());
    NameView view = NameView.of(profile, words, LookedAt.in(archive.engine()));
    Body.send(context, isData ? renderer.json(view) : html(profile, view, context));
  }

  private Body html(NameProfile profile, NameView view, Context context) {
    PageFrame frame = renderer.assets().frame(view.name(), "results.css", SearchParameters.none());
    return renderer.html(
        "name",
        NamePage.of(frame, profile, view, isQuoted(profile.name()), correction(profile, context)));
  }

  /** Only what was found can be corrected: what articles state stays as it is. */
  private Optional<CorrectionForm> correction(NameProfile profile, Context context) {
    return profile.forms().isEmpty() || !access.mayChangeByForm(context)
        ? Optional.empty()
        : Optional.of(
            CorrectionForm.of(
                profile.name(), profile.forms(), NameCorrectionsHandler.all(archive, context)));
  }

  private boolean isQuoted(Name name) {
    return archive.engine().hasAny(NameProfile.quoting(name), Filters.none());
  }

  static Refusal unknown(Name name, Archive archive) {
    Problem problem =
        Problem.noName(name.kind().label(), name.text(), LookedAt.in(archive.engine()));
    return Refusal.offering(problem, name.text());
  }

  static Name name(String kind, String text) {
    Optional<NameKind> known = NameKind.named(kind);
    if (known.isEmpty() || text.isBlank()) {
      throw new Refusal(Problem.of(404));
    }
    return new Name(known.get(), text);
  }
}
