package broadsheet.corpus.xml;

import broadsheet.corpus.xml.SittingText.Speaker;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Reads the speeches of a sitting from Akoma Ntoso, from parlparse's {@code publicwhip} and {@code
 * debates}, and from the Hansards of the United Kingdom, Australia and Canada. Their elements have
 * the same few meanings under different names. For one file. Sources: Akoma Ntoso Version 1.0
 * (OASIS); https://parser.theyworkforyou.com/hansard.html.
 */
final class DebateXml {
  private static final Set<String> HEADINGS =
      names(
          "heading subheading title major-heading minor-heading oral-heading hansard-heading"
              + " orderofbusinesstitle subjectofbusinesstitle");

  private static final Set<String> SPEECHES =
      names("speech ques reply question answer interjection continue intervention");

  private static final Set<String> PARAGRAPHS =
      names("p narrative scene summary block para paratext li tr other");

  /** Lists of votes and of members, and facts about the file. */
  private static final Set<String> NOT_SAID =
      names(
          "meta coverpage preface division divisioncount mplist lordlist msplist gidredirect"
              + " session.header page.no extractedinformation documenttitle rollcall attachments"
              + " col image");

  /** The names of speakers, which are no part of what they say. */
  private static final Set<String> LABELS =
      names("from num talker personspeaking member heading subheading");

  private final SittingText text = new SittingText();
  private final Map<String, String> people = new HashMap<>();

  DebateXml(Element root) {
    for (Element person : XmlTree.all(root, "tlcperson", "tlcrole")) {
      String id =
          XmlTree.firstOf(XmlTree.attribute(person, "eId"), XmlTree.attribute(person, "id"));
      people.put(id, XmlTree.attribute(person, "showAs"));
    }
    walk(root);
  }

  private static Set<String> names(String list) {
    return Set.of(list.split(" ", -1));
  }

  /** The text of the whole file. */
  SittingText text() {
    return text;
  }

  private static String name(Element element) {
    String name = element.tagName().toLowerCase(Locale.ROOT);
    return name.substring(name.indexOf(':') + 1);
  }

  private void walk(Element around) {
    for (Element element : around.children()) {
      String name = name(element);
      boolean holdsSpeeches =
          SPEECHES.contains(name)
              && element.children().stream().anyMatch(child -> SPEECHES.contains(name(child)));
      boolean isMembersWords = name.equals("p") && !XmlTree.all(element, "member").isEmpty();
      if (NOT_SAID.contains(name)) {
        continue;
      }
      if (HEADINGS.contains(name)) {
        text.between(XmlTree.line(element));
      } else if (isMembersWords || (SPEECHES.contains(name) && !holdsSpeeches)) {
        speech(element);
      } else if (PARAGRAPHS.contains(name)) {
        XmlBlocks.paragraphs(element).forEach(text::between);
      } else {
        walk(element);
      }
    }
  }

  private void speech(Element speech) {
    XmlTree.children(speech, "heading").map(XmlTree::line).forEach(text::between);
    String time =
        XmlTree.firstOf(
            XmlTree.attribute(speech, "time"),
            XmlTree.attribute(speech, "startTime"),
            XmlTree.line(XmlTree.first(speech, "time.stamp")));
    Speaker speaker = speaker(speech);
    Element said = speech.clone();
    said.getAllElements().stream()
        .filter(part -> !part.equals(said) && LABELS.contains(name(part)))
        .forEach(Element::remove);
    text.speech(speaker, time, XmlBlocks.paragraphs(said));
  }

  private Speaker speaker(Element speech) {
    Element talker = XmlTree.first(speech, "talker");
    String printed =
        XmlTree.firstOf(
            XmlTree.lineAt(speech, "from"),
            XmlTree.line(XmlTree.first(speech, "personspeaking")),
            XmlTree.lineAt(talker, "name"),
            XmlTree.line(XmlTree.first(speech, "member")));
    Speaker label = Speaker.printed(printed);
    String stated =
        XmlTree.firstOf(
            XmlTree.attribute(speech, "speakername"),
            person(speech, "by"),
            label.name(),
            person(speech, "as"));
    return stated.equals("unknown")
        ? Speaker.UNKNOWN
        : new Speaker(stated, XmlTree.firstOf(label.party(), XmlTree.lineAt(talker, "party")));
  }

  /** The name of the person or role that an attribute points at. */
  private String person(Element speech, String attribute) {
    String reference = XmlTree.attribute(speech, attribute);
    return reference.startsWith("#") ? people.getOrDefault(reference.substring(1), "") : "";
  }
}
