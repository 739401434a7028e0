package broadsheet.names;

import java.util.Optional;

/**
 * A candidate mention of a named entity in an article: evidence, not a decision.
 *
 * @param part the text it stands in
 * @param start its first character in {@link NamedPart#of}
 * @param end the place after its last character
 * @param form the number of its form in {@link Candidates#forms}
 * @param vote the kind that the tagger gave it; empty if the tagger found no name there
 * @param cues the bits of the {@link Cue}s around it; 0 to 65,535
 */
public record Mention(
    NamedPart part, int start, int end, int form, Optional<NameKind> vote, int cues) {

  /**
   * @throws IllegalArgumentException when it holds no character, or its cues are not sixteen bits
   */
  public Mention {
    if (start < 0 || end <= start || form < 0 || cues < 0 || cues > 0xFFFF) {
      throw new IllegalArgumentException(
          "not a mention: %s to %s of form %s, cues %s".formatted(start, end, form, cues));
    }
  }
}
