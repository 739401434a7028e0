package broadsheet.corpus.xml;

import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.xml.SittingText.Speaker;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Names the speakers of a debate in TEI: by the persons that its header lists, its corpus's header,
 * or the file of persons that ParlaMint puts beside it; otherwise by the note that prints the name,
 * otherwise by an id that is one, as in {@code #AdaRivers}.
 */
final class TeiSpeakers {
  private static final Pattern NAME_IN_ID =
      Pattern.compile("\\p{Lu}[\\p{Ll}’'-]+(?:\\p{Lu}[\\p{Ll}’'-]*)+");

  private static final Pattern BEFORE_CAPITAL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern PARTY =
      Pattern.compile("#?(?:party|politicalParty|parliamentaryGroup|group|pg)\\.(.+)");

  /** The first part of a file's name in ParlaMint, which names its corpus. */
  private static final Pattern CORPUS = Pattern.compile("(ParlaMint-[A-Z-]+?)(?:-en)?_.*");

  private final Map<String, Element> persons = new HashMap<>();
  private final String day;

  /**
   * @param day of the sitting, as {@code 2021-04-12}; empty if it is not stated
   */
  TeiSpeakers(Element tei, XmlItem item, String day) {
    this.day = day;
    add(tei);
    add(item.envelope());
    Matcher corpus = CORPUS.matcher(item.records().file().name());
    if (persons.isEmpty() && corpus.matches()) {
      Stream.of("", "../")
          .map(folder -> beside(folder + corpus.group(1) + "-listPerson.xml", item))
          .forEach(this::add);
    }
  }

  private static Element beside(String address, XmlItem item) {
    try {
      byte[] bytes = item.records().siblings().read(address).orElse(new byte[0]);
      return XmlTree.parsed(StatedEncoding.text(bytes, ""));
    } catch (IOException e) { // damaged: the speakers keep their printed names
      return XmlTree.parsed("");
    }
  }

  private void add(Element around) {
    XmlTree.all(around, "person")
        .forEach(person -> persons.putIfAbsent(XmlTree.attribute(person, "xml:id"), person));
  }

  /**
   * The speaker of an utterance.
   *
   * @param who a reference to a person
   * @param printed the name as the record prints it; may be empty
   */
  Speaker of(String who, String printed) {
    String id = who.startsWith("#") ? who.substring(1) : who;
    Element person = persons.get(id);
    if (person != null) {
      String name = name(person);
      return new Speaker(name.isEmpty() ? id : name, party(person));
    }
    Speaker label = Speaker.printed(printed);
    boolean isName = label.name().isEmpty() && NAME_IN_ID.matcher(id).matches();
    return isName ? new Speaker(BEFORE_CAPITAL.matcher(id).replaceAll(" "), "") : label;
  }

  /** The name that somebody had on the day: first names, then last names. */
  private String name(Element person) {
    List<Element> names = XmlTree.children(person, "persName").filter(this::holds).toList();
    if (names.isEmpty()) {
      return "";
    }
    Element name = names.getLast();
    String parts =
        Stream.of("forename", "nameLink", "surname")
            .flatMap(part -> XmlTree.lines(name, part))
            .collect(Collectors.joining(" "));
    return parts.isEmpty() ? Names.person(XmlTree.line(name)) : parts;
  }

  private String party(Element person) {
    return XmlTree.children(person, "affiliation")
        .filter(this::holds)
        .map(affiliation -> PARTY.matcher(XmlTree.attribute(affiliation, "ref")))
        .filter(Matcher::matches)
        .map(party -> party.group(1))
        .findFirst()
        .orElse("");
  }

  /** Whether a fact with {@code from} and {@code to} holds on the day. */
  private boolean holds(Element fact) {
    String from = fact.attr("from");
    String to = fact.attr("to");
    return day.isEmpty()
        || ((from.isEmpty() || from.compareTo(day) <= 0)
            && (to.isEmpty() || to.compareTo(day) >= 0));
  }
}
