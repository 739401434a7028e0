package broadsheet;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Queries in the syntax of other engines and databases, whole and in pieces. */
public final class ForeignSyntax {

  private static final String LUCENE =
      """
      title:"The Right Way" AND text:go
      te?t
      test*
      te*t
      *
      **
      *:*
      -*:*
      ?
      ??
      *?*
      roam~
      roam~0.8
      roam~1
      roam~-1
      roam~99
      "jakarta apache"~10
      "jakarta apache"~
      mod_date:[20020101 TO 20030101]
      title:{Aida TO Carmen}
      [* TO *]
      {* TO *}
      [* TO *}
      [*TO*]
      [ TO ]
      [TO]
      [a TO]
      [TO b]
      [a TO b
      a TO b]
      date:[* TO *]
      date:{* TO *}
      date:[*TO*]
      date:*..*
      date:..
      date:>=*
      date:<*
      date:[2023 TO *]
      date:{* TO 2023-06}
      date:[- TO -]
      date:[. TO .]
      words:[* TO *]
      words:>*
      words:[-5 TO 5]
      words:99999999999999999999
      title:[* TO *]
      author:[* TO *]
      id:[* TO *]
      id:*
      language:[* TO *]
      url:{a TO b}
      jakarta^4 apache
      "jakarta apache"^4
      jakarta^
      jakarta^^
      jakarta^-1
      jakarta^0
      jakarta^1e9
      jakarta^0.0001
      +jakarta lucene
      +
      -
      --
      +-
      -+
      !
      !a
      ! a
      a && b
      a || b
      &&
      ||
      AND
      OR
      NOT
      AND OR NOT
      NOT NOT a
      ((((
      ))))
      ()
      (())
      (a OR b) AND
      title:(+return +"pink panther")
      title:
      title::a
      :a
      :
      title:title:title:
      \\(1\\+1\\)\\:2
      \\
      \\\\
      "\\""
      /[mb]oat/
      /.*/
      /(a|b)*c{1,1000}/
      name:/joh?n(ath[oa]n)/
      fn:ordered(quick brown fox)
      fn:maxwidth(5 fn:or(quick fast))
      (a b c)@2
      {!term f=title}a
      {!frange l=0 u=2.2}sum(a,b)
      _query_:"{!dismax qf=title}a"
      """;

  private static final String ELASTIC =
      """
      status:active
      title:(quick OR brown)
      author:"John Smith"
      book.\\*:(quick OR brown)
      _exists_:title
      _missing_:title
      qu?ck bro*
      quikc~ brwn~ foks~
      "fox quick"~5
      date:[2012-01-01 TO 2012-12-31]
      count:[1 TO 5]
      count:[10 TO *]
      count:[1 TO 5}
      age:>10
      age:>=10
      age:(>=10 AND <20)
      age:(+>=10 +<20)
      date:>now-1d
      date:[now-1d/d TO now/d]
      date:{now TO *}
      quick brown +fox -news
      ((quick AND fox) OR (brown AND fox) OR fox) AND NOT news
      kimchy\\!
      "fried eggs" +(eggplant | potato) -frittata
      +(a | b)
      a | | b
      a |
      | a
      "a b"~2 | c~1*
      prefix* -suffix
      a + b
      a +b
      foo:(bar -baz^2)~3
      now-7d/d
      {"query":{"match_all":{}}}
      {"query_string":{"query":"(new york city) OR (big apple)"}}
      """;

  private static final String NEXIS =
      """
      headline(trade war)
      HEADLINE(trade w/5 war)
      hlead(tariff!)
      tariff!
      wom*n
      bank! w/seg fraud
      trade w/s war
      trade w/p war
      trade /s war
      trade /5 war
      trade +5 war
      trade pre/3 war
      trade PRE/0 war
      trade onear/3 war
      trade near/3 war
      trade w/0 war
      trade w/99999999999 war
      trade not w/5 war
      trade NOT W/S war
      trade and not war
      trade AND NOT war
      atleast5(tariff)
      ATLEAST10(trade OR war)
      atleast0(a)
      atleast(a)
      ATLEAST/3
      ATLEAST/99999999999 a
      allcaps(aids)
      caps(bush)
      nocaps(aids)
      singular(apple)
      plural(apple)
      publication(New York Times)
      byline(smith)
      date(geq (1/1/2010) and leq (12/31/2010))
      date aft 01/01/2010
      date is 2010
      length > 500
      section(sports) and not terms(football)
      dlc(p)
      w/5 w/5 w/5
      w/5
      a w/5
      w/5 a
      a w/5 b w/s c pre/p d
      (a w/5 b) w/10 (c w/s d)
      ((a or b) w/5 (c or d)) w/p "e f"
      a w/5 (b -c)
      a w/5 date:2010
      a w/5 title:*
      a NOT w/5 NOT b
      $trade
      §1983
      """;

  private static final String FACTIVA =
      """
      hd=trade
      hd=(trade and war)
      hlp=tariff
      lp:tariff
      hd:tariff
      by=smith
      by:smith
      sn=New York Times
      la=en
      la:en
      la=(en or fr)
      rst=tnyt
      sc:nytf
      ns=gpol
      in:iint
      re=usa
      co=applec
      wc>500
      wc:>500
      wc:[* TO *]
      date after 01/01/2010
      date from 20100101 to 20101231
      pd:2010
      trade adj2 war
      trade adj war
      trade ADJ0 war
      trade near5 war
      trade same war
      trade/F50/
      trade/F50/ and war/N10/
      atleast3 tariff
      atleast3(tariff or duty)
      bank$3 fraud
      bank$
      ba?k
      "trade-war"
      not trade
      ^trade^
      'trade'
      """;

  private static final String PROQUEST =
      """
      TI(trade war)
      ti(trade) AND au(smith)
      AB(tariff) OR SU(tariffs)
      pub.Exact("New York Times")
      su.exact("tariffs")
      PD(20100101-20101231)
      YR(2010)
      DTYPE(news)
      trade NEAR/3 war
      trade N/3 war
      trade PRE/4 war
      trade P/4 war
      trade LNK war
      EXACT("war")
      farm*
      farm[*5]
      *old
      nutr$4
      $n
      colo?r
      ti,ab(trade)
      all(trade)
      noft(trade)
      "trade war" AND PEER(yes)
      {trade war}
      la.Exact("English")
      """;

  private static final String GOOGLE =
      """
      site:example.com balloon
      -site:example.com balloon
      site:
      intitle:balloon
      allintitle: spy balloon
      inurl:politics
      allinurl:politics/news
      intext:balloon
      inanchor:balloon
      filetype:pdf
      ext:pdf
      related:example.com
      link:example.com
      info:example.com
      cache:example.com
      define:balloon
      source:reuters
      location:london
      before:2010
      after:2010
      before:*
      after:[* TO *]
      last:*
      last:7d
      last:99999999999y
      before:2010-01-01 after:2020-01-01
      daterange:2452122-2452234
      balloon AROUND(5) china
      balloon AROUND 5 china
      "spy * balloon"
      "* balloon"
      "*"
      "* *"
      ""
      "
      “
      «
      „a“
      ~balloon
      +balloon
      @reuters
      #balloon
      $400..$500
      2010..2020
      ..2010
      ...
      a..b
      (balloon|china) -taiwan
      balloon -
      -"spy balloon"
      -(spy OR balloon)
      -balloon
      what is NATO?
      cente?
      shutdown 2013
      4 March 1987
      1987 1988 1989
      year:2013
      March 1987
      lang:de
      by:
      language:*
      weather:london
      stocks:aapl
      10 usd in eur
      1+1=2
      https://example.com/a?b=c&d=e#f
      <b>balloon</b>
      'a' OR 1=1; --
      ${jndi:ldap://x}
      %00 %ff %
      C++ C# .NET AT&T O'Neill's
      東京都の話
      東?
      *東*
      中国 w/5 美国
      "중국"~3
      اَلسَّلَامُ
      צה"ל
      ß İ ı ſ
      🙂 👩‍👩‍👧 ½
      """;

  private static final List<String> GLUE = List.of(" ", " ", " ", "", " AND ", " OR ", " -", ":");

  private static final List<String> ALL =
      Stream.concat(
              Stream.of(LUCENE, ELASTIC, NEXIS, FACTIVA, PROQUEST, GOOGLE).flatMap(String::lines),
              Stream.of("\u0000", "\ud83d", "\ude42 a", "\u202etitle:", "a\tb\nc", "\ufeff"))
          .toList();

  private ForeignSyntax() {}

  /** The pieces, well over two hundred. */
  public static List<String> all() {
    return ALL;
  }

  /** Up to five pieces pasted together, sometimes cut at an arbitrary place. */
  public static String pasted(Random random) {
    StringBuilder pasted = new StringBuilder();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      String piece = ALL.get(random.nextInt(ALL.size()));
      int start = random.nextInt(4) == 0 ? random.nextInt(piece.length()) : 0;
      int end = piece.length() - (random.nextInt(4) == 0 ? random.nextInt(piece.length()) : 0);
      pasted.append(piece, start, Math.max(start, end));
      pasted.append(GLUE.get(random.nextInt(GLUE.size())));
    }
    return pasted.toString();
  }
}
