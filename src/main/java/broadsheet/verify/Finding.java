package broadsheet.verify;

import java.util.List;

/**
 * The verdict on a claim and the places that it rests on.
 *
 * @param claim the claim
 * @param verdict its relation to the archive
 * @param changes the differences from the first place; none if the words are the same
 * @param places the places, the earliest of the articles with these words first, then others: the
 *     other half of what was spliced, or, of an absent claim, what is nearest; may be empty
 * @param articles the number of articles that have the words of the first place, as far as they
 *     were looked at
 */
public record Finding(
    Claim claim, Verdict verdict, List<Change> changes, List<FoundPlace> places, int articles) {

  public Finding {
    changes = List.copyOf(changes);
    places = List.copyOf(places);
  }

  /** An absent claim near which nothing is. */
  static Finding absent(Claim claim) {
    return new Finding(claim, Verdict.ABSENT, List.of(), List.of(), 0);
  }
}
