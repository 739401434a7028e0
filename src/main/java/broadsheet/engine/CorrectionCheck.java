package broadsheet.engine;

import broadsheet.names.FormUse;
import broadsheet.names.Name;
import broadsheet.names.NameEntry;
import java.util.List;
import java.util.Optional;

/**
 * Refuses corrections of names that would change nothing, and says what the archive has instead.
 */
public final class CorrectionCheck {

  private static final int MOST_SHOWN = 5;

  private final SearchEngine engine;

  /**
   * @param engine with the corrections made before
   */
  public CorrectionCheck(SearchEngine engine) {
    this.engine = engine;
  }

  /**
   * Checks a correction of a name that was found. Everything is right where nobody looked for
   * names.
   *
   * @param form the form that is corrected; empty for all
   * @throws IllegalArgumentException when the archive has no such name, or it has no such form; the
   *     message is for the editor
   */
  public void require(Name name, String form) {
    if (!engine.hasNames()) {
      return;
    }
    Optional<NameEntry> entry = engine.name(name);
    if (entry.isEmpty()) {
      throw new IllegalArgumentException(
          "the archive has no %s “%s”%s"
              .formatted(name.kind().label(), name.text(), instead(name)));
    }
    List<String> forms = entry.get().forms();
    if (!form.isEmpty() && !forms.contains(form)) {
      throw new IllegalArgumentException(
          "“%s” is no form of %s; its forms are %s%s"
              .formatted(
                  form,
                  name.text(),
                  String.join(", ", forms.subList(0, Math.min(MOST_SHOWN, forms.size()))),
                  forms.size() > MOST_SHOWN ? " and others" : ""));
    }
  }

  /**
   * Checks that a form can be added to a name. Everything is right where nobody looked for names.
   *
   * @throws IllegalArgumentException when no article has the form, or it stands for the name
   *     already; the message is for the editor
   */
  public void requireNew(Name name, String form) {
    if (!engine.hasNames()) {
      return;
    }
    FormUse use = engine.form(form);
    if (use.articles() == 0) {
      throw new IllegalArgumentException(
          "no article has “%s” where a name may stand".formatted(form));
    }
    if (use.names().contains(name)) {
      throw new IllegalArgumentException("“%s” stands for %s already".formatted(form, name.text()));
    }
  }

  /** Whether articles have the form, and it does not stand for the name yet. */
  public boolean isNew(Name name, String form) {
    FormUse use = engine.form(form);
    return use.articles() > 0 && !use.names().contains(name);
  }

  /** A sentence on the names that the text of a name stands for. */
  private String instead(Name name) {
    FormUse use = engine.form(name.text());
    if (!use.names().isEmpty()) {
      Name other = use.names().getFirst();
      return "; “%s” is a form of %s “%s”"
          .formatted(name.text(), other.kind().label(), other.text());
    }
    return use.articles() > 0
        ? "; %s articles write “%s”, which is undecided: add it as a name"
            .formatted(use.articles(), name.text())
        : "";
  }
}
