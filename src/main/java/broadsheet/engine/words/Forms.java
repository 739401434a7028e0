package broadsheet.engine.words;

import java.util.List;

/**
 * The forms of a query's matches: what each is as printed, in small letters and with single blanks.
 *
 * @param forms the most frequent first, ties in the order of their characters
 * @param matches the number of matches, those of the forms that are not listed included
 */
public record Forms(List<Form> forms, long matches, Extent extent) {

  public Forms {
    forms = List.copyOf(forms);
  }

  /**
   * A form.
   *
   * @param count the number of times it is printed
   */
  public record Form(String text, long count) {}
}
