package broadsheet.names.decide;

import broadsheet.names.Cue;
import broadsheet.names.NameKind;
import broadsheet.names.word.Lexicon;
import broadsheet.names.word.PersonalName;
import broadsheet.names.word.Trait;
import broadsheet.names.word.WordShape;
import java.util.List;
import java.util.Locale;

/**
 * Asks more of a name that few articles have: its words must say what it is, or what stands around
 * it. A vote or two of the tagger are not enough.
 */
final class RareName {

  private static final int FEW = 5;
  private static final int SEVERAL = 4;

  /** The share of mentions that show one that acts or has offices, with few and with more. */
  private static final double LEAST_AGENCY = 0.2;

  private static final double LEAST_AGENCY_OF_SEVERAL = 0.08;

  private final Lexicon lexicon;
  private final FormEvidence evidence;
  private final String form;
  private final List<String> words;
  private final boolean rare;

  RareName(NameGroup group, Lexicon lexicon) {
    this.lexicon = lexicon;
    evidence = group.evidence();
    form = group.form();
    words = PersonalName.list(form);
    rare = group.articles() < FEW;
  }

  boolean isRare() {
    return rare;
  }

  /** Whether the evidence is enough for a kind. */
  boolean mayBe(NameKind kind) {
    if (!rare) {
      return true;
    }
    return switch (kind) {
      case PERSON -> mayBePerson();
      case ORGANISATION -> mayBeOrganisation();
      case PLACE -> mayBePlace();
    };
  }

  private boolean mayBePerson() {
    double personal = evidence.personal();
    if (words.size() == 1) {
      return personal > 0.3 && !isPlain();
    }
    boolean name =
        Trait.FIRST_NAME.in(lexicon.traits(words.getFirst()))
            || personal > 0
            || evidence.vote(NameKind.PERSON) > 0.5;
    return name
        && !Trait.PORTFOLIO.in(lexicon.traits(words.getLast()))
        && PersonalName.isPossible(form, lexicon)
        && isWritten();
  }

  private boolean mayBeOrganisation() {
    if (words.size() == 1) {
      boolean capitals = WordShape.of(form) == WordShape.CAPITALS && form.length() > 2;
      double least =
          evidence.mentions() >= SEVERAL ? LEAST_AGENCY_OF_SEVERAL : capitals ? 0 : LEAST_AGENCY;
      return evidence.vote(NameKind.PLACE) < 0.3
          && !isPlain()
          && (!capitals || evidence.vote(NameKind.ORGANISATION) > 0.6)
          && evidence.agency() > least;
    }
    int sure = Trait.ORGANISATION.bit() | Trait.CORPORATE.bit();
    if ((lexicon.traits(words.getLast()) & sure) != 0) {
      return isWritten();
    }
    boolean of = Trait.HEAD.in(lexicon.traits(words.getFirst())) && words.contains("of");
    return isWritten()
        && !Trait.DEMONYM.in(lexicon.traits(words.getFirst()))
        && (of || (evidence.agency() > LEAST_AGENCY && evidence.vote(NameKind.ORGANISATION) > 0.3));
  }

  private boolean mayBePlace() {
    int places = Trait.COUNTRY.bit() | Trait.STATE.bit() | Trait.CITY.bit() | Trait.TOWN.bit();
    boolean listed = (lexicon.traits(form) & places) != 0;
    if (listed || words.size() == 1) {
      double placed = evidence.cue(Cue.IN_BEFORE) + evidence.cue(Cue.AT_BEFORE);
      return listed || (placed > 0.3 && evidence.mentions() > 1 && !isPlain());
    }
    int ends = lexicon.traits(words.getFirst()) | lexicon.traits(words.getLast());
    return Trait.PLACE.in(ends) && isWritten();
  }

  private boolean isPlain() {
    return Trait.SMALL.in(lexicon.traits(form, form.toLowerCase(Locale.ROOT)))
        || evidence.small() > 0;
  }

  /** Whether no word of several begins a sentence or has capitals throughout by chance. */
  private boolean isWritten() {
    return evidence.small() < 0.1
        && words.stream()
            .noneMatch(word -> Trait.FUNCTION.in(lexicon.traits(word)) || isShouted(word));
  }

  /** Whether it is a plain word in capitals: {@code MUST WATCH}. */
  private boolean isShouted(String word) {
    return word.length() > 3
        && WordShape.of(word) == WordShape.CAPITALS
        && Trait.SMALL.in(lexicon.traits(word, word.toLowerCase(Locale.ROOT)));
  }
}
