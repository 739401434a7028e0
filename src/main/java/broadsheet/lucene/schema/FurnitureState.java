package broadsheet.lucene.schema;

import broadsheet.engine.FurnitureChange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The boilerplate setting of an archive: the sources in which it sets furniture aside. Immutable.
 *
 * @param isSetAside whether it does in most
 * @param others the sources in which it does the opposite, in small letters
 */
public record FurnitureState(boolean isSetAside, List<String> others) {

  /** Furniture is set aside everywhere, as in an archive for which nobody said anything else. */
  public static final FurnitureState USUAL = new FurnitureState(true, List.of());

  /** Nothing is looked for. */
  public static final FurnitureState NOWHERE = new FurnitureState(false, List.of());

  private static final String SEPARATOR = "\0";

  public FurnitureState {
    others = List.copyOf(others);
  }

  /** Whether furniture is set aside in a source. */
  public boolean holdsFor(String source) {
    return others.contains(source.toLowerCase(Locale.ROOT)) != isSetAside;
  }

  /** The state after a source was treated in one way or the other. */
  public FurnitureState with(String source, boolean setsAside) {
    TreeSet<String> changed = new TreeSet<>(others);
    if (setsAside == isSetAside) {
      changed.remove(source.toLowerCase(Locale.ROOT));
    } else {
      changed.add(source.toLowerCase(Locale.ROOT));
    }
    return new FurnitureState(isSetAside, List.copyOf(changed));
  }

  /** The state after a change of one source, or of all. */
  public FurnitureState after(FurnitureChange change) {
    return change
        .source()
        .map(source -> with(source, change.isSetAside()))
        .orElse(new FurnitureState(change.isSetAside(), List.of()));
  }

  /** The state as a text of a commit. */
  String text() {
    return equals(USUAL) ? "" : isSetAside + SEPARATOR + String.join(SEPARATOR, others);
  }

  /** The reverse of {@link #text}. */
  static FurnitureState of(String text) {
    List<String> parts = Arrays.asList(text.split(SEPARATOR, -1));
    return text.isEmpty()
        ? USUAL
        : new FurnitureState(
            Boolean.parseBoolean(parts.getFirst()),
            parts.stream().skip(1).filter(source -> !source.isEmpty()).toList());
  }
}
