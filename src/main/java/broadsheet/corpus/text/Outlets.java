package broadsheet.corpus.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognizes outlets that are named where authors should be. An agency beside a newspaper is one;
 * alone or beside people it stays, since nothing else says where the story is from.
 */
public final class Outlets {
  private static final Set<String> AGENCIES =
      Set.of(
          ("AAP, Adnkronos, AFP, Agence France-Presse, Agencia EFE, Agencias, Agences, Agenturen,"
               + " Anadolu, ANI, ANP, ANSA, AP, APA, Associated Press, Belga, Bernama, Bloomberg,"
               + " CP, ČTK, Deutsche Presse-Agentur, DHA, dpa, DPA, EFE, epd, Europa Press, IANS,"
               + " Interfax, Jiji Press, Keystone-SDA, KNA, Kyodo, Kyodo News, Lusa, MTI, NTB, PA"
               + " Media, PAP, PTI, Reuters, Ritzau, SDA, SID, STT, Tanjug, TASS, Télam, The"
               + " Associated Press, TT, UPI, Xinhua, Yonhap, БТА, Интерфакс, РИА Новости, ТАСС,"
               + " УНІАН, Укринформ, Укрінформ")
              .split(", ", -1));

  /** {@code Le Figaro}: beside an agency's name, this is a newspaper's. */
  private static final Pattern WITH_ARTICLE =
      Pattern.compile("(?:The|Le|La|Les|L['’]|El|Die|Der|Das|Het|Il) ?\\p{Lu}[\\p{L}-]+");

  private static final Pattern ASIAN =
      Pattern.compile(
          "(?:日刊|週刊|月刊|夕刊|朝刊).*|\\p{IsHan}{2,}[社網网]"
              + "|.+(?:新聞|新闻|日報|日报|時報|时报|晚報|晚报|週刊|周刊|通信|通訊|通讯|電視台|电视台"
              + "|テレビ|放送|ニュース|オンライン|뉴스|신문|일보|방송|통신)"
              + "|.*(?:編集[部局]|取材班|編輯部|编辑部|편집국|편집부)");

  private Outlets() {}

  /** The authors without outlets. */
  public static List<String> without(List<String> authors) {
    return isAgencyAndNewspaper(authors)
        ? List.of()
        : authors.stream().filter(author -> !isOutlet(author)).toList();
  }

  private static boolean isAgencyAndNewspaper(List<String> authors) {
    return authors.size() > 1
        && authors.stream().anyMatch(Outlets::isAgency)
        && authors.stream().anyMatch(author -> !isAgency(author))
        && authors.stream().allMatch(a -> isAgency(a) || WITH_ARTICLE.matcher(a).matches());
  }

  /** Whether this is the name of a news agency. */
  public static boolean isAgency(String name) {
    return AGENCIES.contains(name);
  }

  private static boolean isOutlet(String author) {
    return ASIAN.matcher(author).matches() || isAgencyAndNewspaper(Names.people(author));
  }
}
