package broadsheet.names;

import java.util.List;

/**
 * The mentions of one article and the forms they have in common. A form is the fullest way in which
 * the article writes a name: later mentions of {@code Volcker} have the form {@code Paul Volcker}.
 * Immutable.
 *
 * @param forms each form once, in the order of their characters
 * @param small for each form, how often the article has the same words without capitals
 * @param mentions in the order of the text
 */
public record Candidates(List<String> forms, List<Integer> small, List<Mention> mentions) {

  /** Nothing is named, or nothing was looked for. */
  public static final Candidates NONE = new Candidates(List.of(), List.of(), List.of());

  public Candidates {
    forms = List.copyOf(forms);
    small = List.copyOf(small);
    mentions = List.copyOf(mentions);
    if (forms.size() != small.size()) {
      throw new IllegalArgumentException(forms.size() + " forms, " + small.size() + " counts");
    }
  }
}
