package broadsheet.corpus.press;

/** Exports with one document each, invented, in the layouts of the databases. */
public final class PressSamples {
  private static final String TEXT =
      """
      The new bridge across the Ember opened on Monday, a year after it was
      promised. Trains will follow in the spring, the harbour board said.
      """;

  private PressSamples() {}

  public static String nexis(String title) {
    return """

                                     1 of 1 DOCUMENTS


                                     Harbour Mail (Emberton)

                                  January 11, 2010 Monday
                                      3 Star Edition

    %s

    BYLINE: By Ada Rivers

    SECTION: NEWS; Pg. 6

    LENGTH: 25 words

    HIGHLIGHT: A year late, and dearer than planned

    %s
    LOAD-DATE: January 12, 2010

    LANGUAGE: ENGLISH

    SUBJECT: BRIDGES (93%%); HARBOURS & PORTS (71%%)

                           Copyright 2010 Harbour Mail Ltd
                               All Rights Reserved
    """
        .formatted(title, TEXT);
  }

  public static String factiva(String title) {
    return """
    Foreign Desk
    %s
    By Ada Rivers
    25 words
    11 January 2010
    Harbour Mail
    HARBM
    Late Edition
    6
    English
    Copyright 2010 Harbour Mail Ltd. All rights reserved.

    %s
    Document HARBM00020100111e61b0001p
    """
        .formatted(title, TEXT);
  }

  static String factivaWithCodes(String title) {
    return """
    HD
    %s
    BY
    By Ada Rivers
    WC
    25 words
    PD
    11 January 2010
    ET
    05:12
    SN
    Harbour Mail
    SC
    HARBM
    LA
    English
    CY
    Copyright 2010
    LP
    %s
    TD
    A ferry was sold.
    NS
    gtrans : Transport | gcat : Political/General News
    RE
    emb : Emberton
    AN
    Document HARBM00020100111e61b0001p
    """
        .formatted(title, TEXT);
  }

  /** Codes before their values, which are wrapped. */
  static String factivaWithCodesInColumn(String title) {
    return """
    SE   Foreign Desk
    HD   %s
    BY   By Ada Rivers and Tom
         Field
    CR   Harbour Agency
    WC   25 words
    PD   11 January 2010
    ET   05:12 AM
    SN   Harbour Mail
    SC   HARBM
    ED   Late Edition
    PG   6
    LA   English
    CY   Copyright 2010 Harbour Mail Ltd. All rights reserved.
    LP

    The new bridge across the Ember opened on Monday, a year after the date that
    the council had promised to the people of the harbour.

    TD   A ferry was sold to an owner in the north, where it will carry cattle and
         hay between two islands.

         Trains follow in spring.

    CT   press@harbour.example
    CO   embra : Ember Rail Ltd.
    IN   i7 : Transport
    NS   gtrans : Transport | gcat : Political/General
         News
         gpol : Politics
    RE   emb : Emberton
    IPC  LON
    PUB  Harbour Mail Ltd.
    AN   Document HARBM00020100111e61b0001p

    """
        .formatted(title);
  }

  public static String proQuest(String title) {
    return """
    Report Information from ProQuest
    11 January 2017 15:18
    ____________________________________________________________

    %s

    Author: Rivers, Ada

    Publication info: Harbour Mail ; Emberton [Emberton]11 Jan 2010: A.2.

    ProQuest document link

    Abstract: A year late.

    Full text: %s
    Subject: Bridges; Ports

    Location: Emberton

    Title: %s

    Publication title: Harbour Mail; Emberton

    Publication date: Jan 11, 2010

    Section: News; Part A

    ProQuest document ID: 2514399

    Document URL: https://search.example/docview/2514399

    Database: ProQuest Central
    ____________________________________________________________

    Contact ProQuest
    """
        .formatted(title, TEXT, title);
  }

  public static String europresse(String title) {
    return """
    <!DOCTYPE html><html><head><title></title></head><body><article><header>
    <div><span class="DocPublicationName">Le Port</span></div>
    <div><span class="DocHeader">Société, lundi 11 janvier 2010, p. 6</span></div>
    <div class="titreArticle"><p class="titreArticleVisu">%s</p></div><div>Ada Rivers</div>
    </header><section><div class="DocText"><p>Le pont a <mark>ouvert</mark> lundi.</p>
    <p>Les trains suivront.</p></div></section>
    <footer><small>© 2010 Le Port.</small>
    <p>Numéro de document : news·20100111·LP·0q1403_12</p></footer></article></body></html>
    """
        .formatted(title);
  }

  static String oldEuropresse(String title) {
    return """
    <html><body><table><tr><td><span class="DocPublicationName">Le Port, no. 12</span><br>
    <span class="DocHeader">Société</span>, <span class="DocHeader">lundi</span>,
    <span class="DocHeader">11 janvier 2010</span>, <span class="DocHeader">p. 6</span><br>
    <span class="TitreArticleVisu">%s</span><br>Ada Rivers<br><p>Le pont a ouvert lundi.<p>Les
    trains suivront.<p>© 2010 Le Port. Tous droits réservés.</td></tr></table></body></html>
    """
        .formatted(title);
  }

  public static String integrum(String title) {
    return """
    <html><head><meta charset="utf-8"></head><body><p>1. %s</p><div><table><tr><td>^ИС:<br>
    Новости порта<br>^ДТ:<br>11.01.2010<br>^НР:<br>6<br>^ЗГ:<br>%s<br>^АВ:<br>Ада Риверс<br>
    </td></tr></table><pre>   Новый мост открыт в понедельник, спустя год
    после обещанного срока.
       Поезда пойдут весной.</pre></div></body></html>
    """
        .formatted(title, title);
  }

  public static String kikuzo(String title) {
    return """
    <html><body><table class="topic-detail"><tr><td><table class="topic-list"><tr><td>001</td>
    <td>1985年01月11日</td><td>朝刊</td><td>社会</td><td>6</td><td>00024文字</td></tr></table>
    <span class="font002">%s</span><div class="detail001">新しい橋が月曜日に開通した。</div>
    </td></tr></table></body></html>
    """
        .formatted(title);
  }

  /**
   * The headline and the text together, the table of facts in another one before them, cells that
   * are empty or hold a control, and words of the search marked.
   */
  static String kikuzoInTables(String title, String facts) {
    return """
    <table><tr><td><table class="topic-detail"><tr><td><table class="topic-list"><tr><th>番号</th>
    <th>発行日</th><th>朝夕刊</th><th>面名</th><th>ページ</th><th>文字数</th></tr>
    <tr><td><input type="checkbox"></td>%s</tr></table></td></tr></table>
    <table><tr><td><span class="font002">%s</span></td></tr><tr><td><span class="font002">【東京】</span></td></tr><tr><td><div class="detail001">　新しい<span
    style="font-weight: bold">橋</span>が月曜日に開通した。<br>　列車は春に続く。</div></td></tr></table>
    </td></tr></table>
    """
        .formatted(facts, title);
  }

  public static String yomidas(String title) {
    return """
    <html><body><div id="heiseiDetailArea"><table class="contentsTable"><tr><th>1</th>
    <th>1987.01.11</th><th>%s</th><th>東京朝刊</th><th>社会</th><th>6頁</th><th>24字</th></tr>
    </table></div><div><p class="mb10">新しい橋が月曜日に開通した。</p></div></body></html>
    """
        .formatted(title);
  }

  public static String gallica(String title) {
    return """
    <!DOCTYPE html><html><head><title>%s | Gallica</title></head><body>
    <p>Rappel de votre demande:</p><p><strong>Titre : </strong>%s</p>
    <p><strong>Date d'édition : </strong>1910-01-11</p><p><strong>Langue : </strong>français</p>
    <p><strong>Identifiant : </strong>ark:/1/b2</p><hr><p>Le pont a ouvert lundi.</p><hr>
    </body></html>
    """
        .formatted(title, title);
  }

  public static String ris(String title) {
    return """
    Provider: Harbour Archive

    TY  - NEWS
    TI  - %s
    AU  - Rivers, Ada
    JF  - Harbour Mail
    PY  - 2010
    DA  - 2010/01/11/
    SP  - 6
    KW  - Bridges
    KW  - Ports
    AB  - The new bridge across the Ember opened on Monday.
    A ferry was sold.
    UR  - https://harbour.example/12
    ER  -\s
    """
        .formatted(title);
  }

  public static String factivaXml(String title) {
    return """
    <?xml version="1.0"?><PPSResponse><ppsArticleResponse
    xmlns="http://global.factiva.com/pps/2.0"><ppsarticle><article>
    <accessionNo>HARBM00020100111e61b0001p</accessionNo><headline><paragraph>%s</paragraph>
    </headline><leadParagraph><paragraph>It opened.</paragraph></leadParagraph>
    <publicationDate><date>2010-01-11</date></publicationDate><sourceName>Harbour Mail</sourceName>
    </article></ppsarticle></ppsArticleResponse></PPSResponse>
    """
        .formatted(title);
  }

  public static String gale(String title) {
    return """
    <?xml version="1.0"?><issue><pf>19100111</pf><newspaperId>HARB</newspaperId><article>
    <id>HARB-1</id><text><text.title><p><wd pos="1,2,3,4">%s</wd></p></text.title><text.cr><p>
    <wd>It</wd><wd>opened.</wd></p></text.cr></text></article></issue>
    """
        .formatted(title);
  }

  public static String dublinCore(String title) {
    return """
    <?xml version="1.0"?><results><record><header><identifier>oai:1</identifier></header><metadata>
    <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:date>1910-01-11</dc:date>
    <dc:language>fre</dc:language></oai_dc:dc></metadata></record></results>
    """
        .formatted(title);
  }
}
