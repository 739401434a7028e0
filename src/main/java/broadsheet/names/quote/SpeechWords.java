package broadsheet.names.quote;

import java.util.Set;

/** The English words that say who speaks. All in small letters. Stateless. */
public final class SpeechWords {

  /** Verbs that introduce or follow what somebody says or writes. */
  private static final Set<String> SAYING =
      words(
          """
          said says told tells added adds asked asks replied replies argued argues announced warned
          warns insisted insists noted notes explained explains tweeted tweets wrote writes testified
          acknowledged stated states commented recalled recalls remarked responded declared declares
          conceded complained joked predicted suggested suggests stressed admitted admits vowed
          claimed claims continued concluded maintained observed quipped countered recounted reiterated
          emphasized emphasised confirmed cautioned contended lamented shouted yelled demanded pleaded
          urged thundered\
          """);

  /** The same verbs in a clause that names nobody. */
  private static final Set<String> GERUNDS =
      words(
          """
          saying telling adding asking replying arguing announcing warning insisting noting explaining
          tweeting writing testifying acknowledging stating commenting recalling remarking responding
          declaring conceding complaining joking predicting suggesting stressing admitting vowing
          claiming concluding say tell add ask called calls calling described describing\
          """);

  /** Words between a name and the verb of which it is the subject. */
  private static final Set<String> BESIDE_A_VERB =
      words(
          """
          has had have also later then earlier previously recently once again further himself
          herself themselves itself still even only just all both angrily simply repeatedly flatly
          famously bluntly quickly quietly immediately reportedly reluctantly publicly privately now
          often always initially finally subsequently\
          """);

  /** Words after which a name is not the subject. */
  private static final Set<String> PREPOSITIONS =
      words(
          """
          of for to by with from at in on about against between under over near including like than
          alongside behind toward towards without within via per versus around among into onto and or
          nor & not\
          """);

  /** Words at which the name of a speaker ends. */
  private static final Set<String> ENDS =
      words(
          """
          that who which whom whose when while where as because but if so than though although since
          until after before during through he she they it we i you this these those there his her
          their its our my your him them us me is are was were be been being will would can could may
          might must should do does did not yesterday today tomorrow monday tuesday wednesday thursday
          friday saturday sunday last earlier later recently once again also then still via amid
          following upon out up\
          """);

  /** Words that may follow a verb of saying at the end of an attribution, beside prepositions. */
  private static final Set<String> CIRCUMSTANCES =
      words(
          """
          yesterday today monday tuesday wednesday thursday friday saturday sunday last earlier later
          recently once again then when while as during after before through via this afterward
          afterwards flatly bluntly simply angrily shortly back outside late early aboard amid
          following upon out\
          """);

  /** Verbs of which the object is the one who listens. */
  private static final Set<String> TELLING = Set.of("told", "tells", "asked", "asks", "reminded");

  private SpeechWords() {}

  private static Set<String> words(String text) {
    return Set.of(text.split("\\s+", -1));
  }

  /** Whether a word is a verb that introduces or follows what somebody says. */
  public static boolean isSaying(String word) {
    return SAYING.contains(word);
  }

  /** Whether a word says that somebody speaks, perhaps somebody else. */
  static boolean isOfSpeech(String word) {
    return SAYING.contains(word) || GERUNDS.contains(word);
  }

  /** Whether a word says that the same person goes on. */
  static boolean isGoingOn(String word) {
    return word.equals("adding") || word.equals("saying");
  }

  static boolean isBesideAVerb(String word) {
    return BESIDE_A_VERB.contains(word);
  }

  static boolean isPreposition(String word) {
    return PREPOSITIONS.contains(word);
  }

  static boolean endsAName(String word) {
    return ENDS.contains(word) || PREPOSITIONS.contains(word);
  }

  static boolean isCircumstance(String word) {
    return CIRCUMSTANCES.contains(word) || PREPOSITIONS.contains(word);
  }

  static boolean isTelling(String word) {
    return TELLING.contains(word);
  }
}
