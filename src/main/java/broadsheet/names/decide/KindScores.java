package broadsheet.names.decide;

import broadsheet.names.Cue;
import broadsheet.names.NameKind;
import broadsheet.names.word.Lexicon;
import broadsheet.names.word.PersonalName;
import broadsheet.names.word.Trait;
import broadsheet.names.word.WordShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides the kind of a name from its words, the tagger's votes and what stands around its mentions
 * in the whole archive. A score is a sum; the best kind must reach a score, and lead by a margin.
 */
final class KindScores {

  private static final double LEAST_SCORE = 1.8;
  private static final double LEAST_MARGIN = 0.6;
  private static final double MOST_SMALL = 0.4;
  private static final double LEAST_VOTED = 0.25;
  private static final double LEAST_PLACED = 0.1;
  private static final int MANY = 15;

  /** The score of a place's votes without anything that speaks for a place. */
  private static final double MOST_OF_UNSUPPORTED = 0.8;

  /** Weight and most of the score of what only companies and clubs do and have. */
  private static final double AGENCY_WEIGHT = 8;

  private static final double AGENCY = 2;

  /** The share of mentions from which on a person's votes may be a company's. */
  private static final double LEAST_AGENCY = 0.03;

  /** Last words of buildings. */
  private static final Set<String> BUILDINGS = Set.of("Stadium", "Building", "Arena", "Prison");

  /** The share of mentions after {@code at} from which on a name is a venue's. */
  private static final double LEAST_AT = 0.2;

  /** The share of mentions with a sign of a person up to which a name may be a company's. */
  private static final double MOST_PERSONAL = 0.04;

  /** {@code DVDs}: an abbreviation in the plural. */
  private static final Pattern PLURAL_OF_CAPITALS = Pattern.compile("\\p{Lu}{2,}s");

  /** The share of forms with a suffix such as Inc from which on a name is a company's. */
  private static final double LEAST_COMPANIES = 0.15;

  /** Words that make a name of several words, and are none alone. */
  private static final int GENERIC =
      Trait.ORGANISATION.bit()
          | Trait.CORPORATE.bit()
          | Trait.HEAD.bit()
          | Trait.PORTFOLIO.bit()
          | Trait.PLACE.bit()
          | Trait.THING.bit()
          | Trait.MODIFIER.bit();

  /** Words of organisations that are surnames as well. */
  private static final Set<String> SURNAMES =
      Set.of(
          "Bank", "Banks", "Church", "Court", "Steel", "Power", "Mines", "Sons", "Guard", "Post",
          "Press", "Force", "Park", "Fund", "Mail", "Board", "School");

  private final Lexicon lexicon;
  private final FormEvidence evidence;
  private final String form;
  private final List<String> words;
  private final boolean company;
  private final RareName rare;
  private final int whole;
  private final int first;
  private final int last;
  private final int any;

  KindScores(NameGroup group, Lexicon lexicon) {
    this.lexicon = lexicon;
    this.evidence = group.evidence();
    this.form = group.form();
    this.company = group.companies(lexicon) > LEAST_COMPANIES;
    this.words = PersonalName.list(form);
    this.rare = new RareName(group, lexicon);
    this.whole = lexicon.traits(form);
    this.first = lexicon.traits(words.getFirst());
    this.last = lexicon.traits(words.getLast());
    this.any = words.stream().mapToInt(lexicon::traits).reduce(0, (one, other) -> one | other);
  }

  /** The kind; empty if it is no name, or none of the kinds is likely enough. */
  Optional<NameKind> kind() {
    if (isNoName()) {
      return Optional.empty();
    }
    double person = person();
    double organisation = organisation();
    double place = isSupportedPlace() ? place() : Math.min(place(), MOST_OF_UNSUPPORTED);
    double best = Math.max(person, Math.max(organisation, place));
    double second =
        person + organisation + place - best - Math.min(person, Math.min(organisation, place));
    if (best < LEAST_SCORE || best - second < LEAST_MARGIN) {
      return Optional.empty();
    }
    if (best == person) {
      return supported(NameKind.PERSON, isSupportedPerson());
    }
    return best == organisation
        ? supported(NameKind.ORGANISATION, isSupportedOrganisation())
        : supported(NameKind.PLACE, true);
  }

  private Optional<NameKind> supported(NameKind kind, boolean isSupported) {
    return Optional.of(kind).filter(_ -> isSupported && rare.mayBe(kind));
  }

  /** Whether an abbreviation is more than a product's: somebody works there, or it acts. */
  private boolean isSupportedOrganisation() {
    return !isCapitals() || evidence.mentions() < MANY || evidence.agency() > 0;
  }

  /** Whether more than the tagger's votes speaks for a person. */
  private boolean isSupportedPerson() {
    return hasFirstName()
        || PersonalName.isSurname(form)
        || Trait.ROYAL.in(first)
        || !isNeverPersonal();
  }

  /** Whether more than the tagger's votes and the name of a small town speaks for a place. */
  private boolean isSupportedPlace() {
    boolean town = isAlone() ? Trait.TOWN.in(whole) : Trait.TOWN.in(whole | first | last);
    double placed = evidence.cue(Cue.IN_BEFORE) + evidence.cue(Cue.PLACE_AFTER);
    placed += evidence.cue(Cue.AT_BEFORE) > LEAST_AT ? evidence.cue(Cue.AT_BEFORE) : 0;
    return isGazetteer()
        || Trait.PLACE.in(whole | first | last)
        || BUILDINGS.contains(words.getLast())
        || placed > LEAST_PLACED
        || (town && placed > LEAST_PLACED / 2);
  }

  private boolean isAlone() {
    return words.size() == 1;
  }

  private boolean isCapitals() {
    return isAlone() && WordShape.of(form) == WordShape.CAPITALS;
  }

  private boolean isGazetteer() {
    return (whole & (Trait.COUNTRY.bit() | Trait.STATE.bit() | Trait.CITY.bit())) != 0;
  }

  private boolean hasFirstName() {
    return !isAlone() && Trait.FIRST_NAME.in(first);
  }

  private boolean isNoName() {
    if (evidence.small() > MOST_SMALL && !isGazetteer()) {
      return true;
    }
    if (Trait.NEVER.in(whole) || Trait.DEMONYM.in(whole) || Trait.FUNCTION.in(whole)) {
      return true;
    }
    if (isAlone()) {
      return isPlain() || PLURAL_OF_CAPITALS.matcher(form).matches();
    }
    boolean people =
        (Trait.DEMONYM.in(last) && !isPersonal())
            || (Trait.NEVER.in(last) && form.endsWith("s") && !isPersonal());
    return (people && !Trait.ORGANISATION.in(last))
        || Trait.CORPORATE.in(first)
        || new NameFragment(words, lexicon).isAny(GENERIC)
        || isThing()
        || (Trait.THING_FIRST.in(first) && !isPersonal() && !Trait.ORGANISATION.in(last));
  }

  /** A plain word that has a capital by chance. */
  private boolean isPlain() {
    boolean unsure =
        evidence.innerVoted() < LEAST_VOTED
            && !isGazetteer()
            && evidence.cue(Cue.TITLE_BEFORE) < 0.2;
    if ((whole & GENERIC) != 0 && !isGazetteer() && evidence.cue(Cue.TITLE_BEFORE) < 0.2) {
      return true;
    }
    return evidence.inner() < 0.05
        || (unsure && !isCapitals() && evidence.voted() < LEAST_VOTED)
        || (Trait.SMALL.in(whole) && evidence.innerVoted() < 0.5 && !isGazetteer());
  }

  private boolean isPersonal() {
    boolean two = SURNAMES.contains(words.getLast()) && evidence.vote(NameKind.PERSON) > 0.6;
    if (Trait.ORGANISATION.in(last) && !(hasFirstName() && two) && evidence.personal() < 0.05) {
      return false;
    }
    return (hasFirstName() && evidence.vote(NameKind.PERSON) > 0.4)
        || (evidence.cue(Cue.TITLE_BEFORE) > 0.2 && evidence.vote(NameKind.PERSON) > 0.2);
  }

  /** The name of an event, a work, a law or a product. */
  private boolean isThing() {
    int of = words.indexOf("of");
    boolean thing =
        Trait.THING.in(last) || (of > 0 && Trait.THING.in(lexicon.traits(words.get(of - 1))));
    return thing && !isPersonal() && !Trait.CORPORATE.in(any) && !isGazetteer();
  }

  private double person() {
    double score = 3 * evidence.vote(NameKind.PERSON);
    score += capped(Cue.TITLE_BEFORE, 6, 2) + capped(Cue.PERSON_AFTER, 8, 1.5);
    score -=
        capped(Cue.IN_BEFORE, 4, 2)
            + capped(Cue.THE_BEFORE, 3, 2)
            + capped(Cue.OFFICE_BESIDE, 5, 1);
    score += hasFirstName() ? 1.5 : 0;
    score -= evidence.mentions() >= MANY && isNeverPersonal() ? 1 : 0;
    boolean surname = hasFirstName() && words.size() <= 3;
    score -= !PersonalName.isPossible(form, lexicon) && !(surname && isPersonal()) ? 4 : 0;
    score -= Trait.PLACE.in(last) && !surname ? 2 : 0;
    score -= Trait.COUNTRY.in(whole) || Trait.STATE.in(whole) ? 3 : Trait.CITY.in(whole) ? 1.5 : 0;
    score -= isCapitals() ? 1.5 : 0;
    score -= words.size() > 4 ? 2 : 0;
    return score;
  }

  /** Whether no office, no age and no verb ever shows that it is a person. */
  private boolean isNeverPersonal() {
    return evidence.personal() == 0;
  }

  private double organisation() {
    double score = 3 * evidence.vote(NameKind.ORGANISATION);
    score += capped(Cue.OFFICE_BESIDE, 6, 1.5) + capped(Cue.THE_BEFORE, 2, 1);
    score -=
        capped(Cue.TITLE_BEFORE, 6, 2)
            + capped(Cue.IN_BEFORE, 2, 1)
            + capped(Cue.PERSON_AFTER, 6, 1);
    boolean surname = hasFirstName() && isPersonal();
    if (!hasFirstName() && !rare.isRare() && evidence.personal() < MOST_PERSONAL) {
      score += Math.min(AGENCY, AGENCY_WEIGHT * evidence.agency());
      score += isSupportedPlace() ? 0 : 2 * evidence.vote(NameKind.PLACE);
      score += evidence.agency() > LEAST_AGENCY && isAlone() ? evidence.vote(NameKind.PERSON) : 0;
    }
    score += Trait.ORGANISATION.in(last) && !isAlone() && !surname ? 3 : 0;
    score += Trait.ORGANISATION.in(any) && !isAlone() && !surname ? 1 : 0;
    score += (Trait.CORPORATE.in(any) && !isAlone()) || company ? 3 : 0;
    score += Trait.HEAD.in(first) && words.contains("of") ? 1 : 0;
    score += isCapitals() ? evidence.vote(NameKind.ORGANISATION) > 0.3 ? 1.5 : 0.5 : 0;
    score -= Trait.COUNTRY.in(whole) || Trait.STATE.in(whole) ? 3 : 0;
    score -= hasFirstName() ? 1 : 0;
    return score;
  }

  private double place() {
    double score = 3 * evidence.vote(NameKind.PLACE);
    score += capped(Cue.IN_BEFORE, 5, 2.5) + capped(Cue.PLACE_AFTER, 6, 2);
    score += evidence.cue(Cue.AT_BEFORE) > LEAST_AT ? capped(Cue.AT_BEFORE, 5, 2) : 0;
    score -= capped(Cue.TITLE_BEFORE, 6, 2) + capped(Cue.PERSON_AFTER, 8, 1.5);
    score += Trait.COUNTRY.in(whole) || Trait.STATE.in(whole) ? 4 : 0;
    score += Trait.CITY.in(whole) ? 2 : Trait.TOWN.in(whole) ? 1 : 0;
    score += Trait.PLACE.in(last) && !isAlone() ? 2 : 0;
    score += BUILDINGS.contains(words.getLast()) && !isAlone() ? 6 : 0;
    score += Trait.PLACE.in(first) && !isAlone() ? 1 : 0;
    score -= Trait.ORGANISATION.in(last) && !isAlone() ? 2 : 0;
    score -= isCapitals() ? 1 : 0;
    return score;
  }

  private double capped(Cue cue, double weight, double most) {
    return Math.min(most, weight * evidence.cue(cue));
  }
}
