package broadsheet.engine;

import broadsheet.names.FormUse;
import java.util.List;

/** The forms in a hundredth of an archive's articles that look like names and stand for none. */
public final class UndecidedNames {

  private static final int SHARE = 100;

  /** The fewest articles, in a small archive. */
  private static final int FEWEST = 3;

  private static final int MOST = 500;

  private UndecidedNames() {}

  /** Those in most articles first; none where nobody looked for names. */
  public static List<FormUse> in(SearchEngine engine) {
    return engine.hasNames()
        ? engine.undecidedForms(Math.max(FEWEST, engine.articleCount() / SHARE), MOST)
        : List.of();
  }
}
