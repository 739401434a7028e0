package broadsheet.lucene.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * British and American spellings of English words. The rules also suggest words that do not exist:
 * callers must check them against the words of the archive. Words that no rule can tell from others
 * are listed; {@code grey} and {@code gray}, which are surnames too, are not. Stateless.
 */
public final class EnglishSpellings {

  /** The pairs of a rule end alike. */
  private record Rule(Pattern pattern, String replacement) {

    private static List<Rule> both(String start, String british, String american, String ends) {
      return List.of(of(start, british, american, ends), of(start, american, british, ends));
    }

    private static Rule of(String start, String from, String to, String ends) {
      return new Rule(
          Pattern.compile("(" + start + ")" + from + "(" + ends + ")"), "$1" + to + "$2");
    }
  }

  private static final String VERBAL = "e|ed|es|er|ers|ing";

  private static final List<Rule> RULES =
      List.of(
              Rule.both(".{3,}", "is", "iz", VERBAL + "|ation|ations|ational|able"),
              Rule.both(".{3,}", "ys", "yz", VERBAL),
              Rule.both(
                  ".{3,}",
                  "our",
                  "or",
                  "|s|ed|ing|er|ers|able|ably|ful|fully|ite|ites|less|hood|hoods|al|ist|ists|y|ies"),
              Rule.both(
                  ".{2,}[aeiou]", "ll", "l", "ed|ing|er|ers|or|ors|ous|ously|ist|ists|ery|ory"))
          .stream()
          .flatMap(List::stream)
          .toList();

  /** British, then American; each also with an s. */
  private static final String PAIRS =
      """
      acknowledgement acknowledgment  ageing aging  aluminium aluminum  anaemia anemia
      anaemic anemic  anaesthesia anesthesia  anaesthetic anesthetic  analogue analog
      archaeological archeological  archaeologist archeologist  archaeology archeology
      artefact artifact  caesarean cesarean  calibre caliber  catalogue catalog
      centimetre centimeter  centre center  centred centered  coeliac celiac  cosy cozy
      defence defense  dialogue dialog  diarrhoea diarrhea  doughnut donut
      encyclopaedia encyclopedia  enrol enroll  enrolment enrollment  fibre fiber
      foetal fetal  foetus fetus  fulfil fulfill  fulfilment fulfillment
      gynaecologist gynecologist  gynaecology gynecology  haemophilia hemophilia
      haemorrhage hemorrhage  haemorrhaging hemorrhaging  instalment installment
      jewellery jewelry  judgement judgment  kilometre kilometer  leukaemia leukemia
      licence license  litre liter  lustre luster  manoeuvre maneuver
      manoeuvred maneuvered  manoeuvring maneuvering  meagre meager  mediaeval medieval
      metre meter  millimetre millimeter  mould mold  mouldy moldy  moustache mustache
      odour odor  oestrogen estrogen  offence offense  omelette omelet
      orthopaedic orthopedic  paediatric pediatric  paediatrician pediatrician
      paedophile pedophile  paedophilia pedophilia  plough plow  ploughed plowed
      ploughing plowing  practise practice  practised practiced  practising practicing
      pretence pretense  programme program  pyjama pajama  sabre saber  sceptic skeptic
      sceptical skeptical  scepticism skepticism  sceptre scepter  sizeable sizable
      skilful skillful  skilfully skillfully  sombre somber  spectre specter
      sulphur sulfur  theatre theater  whisky whiskey  wilful willful
      wilfully willfully  woollen woolen  worshipped worshiped  worshipper worshiper
      yoghurt yogurt
      """;

  private static final Map<String, String> LISTED = listed();

  private EnglishSpellings() {}

  private static Map<String, String> listed() {
    Map<String, String> listed = new HashMap<>();
    for (String pair : PAIRS.strip().split("\\s{2,}|\\n", -1)) {
      String[] both = pair.split(" ", -1);
      for (String end : List.of("", "s")) {
        listed.put(both[0] + end, both[1] + end);
        listed.put(both[1] + end, both[0] + end);
      }
    }
    return Map.copyOf(listed);
  }

  /**
   * The spellings of a word on the other side of the Atlantic.
   *
   * @param word in lower case
   * @return usually none or one, never the word itself
   */
  public static List<String> of(String word) {
    Set<String> others = new LinkedHashSet<>();
    String listed = LISTED.get(word);
    if (listed != null) {
      others.add(listed);
    }
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern().matcher(word);
      if (matcher.matches()) {
        others.add(matcher.replaceFirst(rule.replacement()));
      }
    }
    return new ArrayList<>(others);
  }
}
