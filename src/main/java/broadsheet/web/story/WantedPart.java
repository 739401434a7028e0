package broadsheet.web.story;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.web.link.PartAddress;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of an article that an address asks for. Immutable.
 *
 * @param number the number of a page, file or stretch, from 1; {@link PartAddress#WHOLE}; or 0 if
 *     it names none
 * @param piece the number of one of its pieces, from 1; 0 for the one with the first match
 * @param paragraph the index of the paragraph to show if it names no part; empty for the one with
 *     the first match
 */
record WantedPart(int number, int piece, OptionalInt paragraph) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})(?:\\.([1-9][0-9]{0,5}))?");

  /**
   * Reads an address.
   *
   * @throws Refusal if it names a part in no known form
   */
  static WantedPart of(QueryString given) {
    String part = given.filled(PartAddress.PART).stream().findFirst().orElse("");
    if (part.isEmpty() || part.equals(PartAddress.ALL)) {
      return new WantedPart(part.isEmpty() ? 0 : PartAddress.WHOLE, 0, OptionalInt.empty());
    }
    Matcher form = FORM.matcher(part);
    if (!form.matches()) {
      throw new Refusal(Problem.badRequest("part takes the number of a page, from 1, or all."));
    }
    int piece = form.group(2) == null ? 0 : Integer.parseInt(form.group(2));
    return new WantedPart(Integer.parseInt(form.group(1)), piece, OptionalInt.empty());
  }

  boolean isWhole() {
    return number == PartAddress.WHOLE;
  }

  /** The same, or a paragraph if no part is named. */
  WantedPart orParagraph(OptionalInt index) {
    return number == 0 ? new WantedPart(0, 0, index) : this;
  }
}
