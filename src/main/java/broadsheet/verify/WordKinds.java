package broadsheet.verify;

import java.util.Arrays;
import java.util.Set;

/** Words that deny, and words that are numbers, in the languages of most archives. Stateless. */
final class WordKinds {

  private static final Set<String> DENYING =
      words(
          """
          not no never cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt couldnt
          shouldnt hasnt havent hadnt mustnt aint none nobody nothing neither nor without nowhere
          nicht kein keine keinen keinem keiner keines nie niemals nichts niemand ohne weder
          ne pas jamais aucun aucune rien sans personne ni
          ningun ninguna nunca jamas nada nadie sin tampoco
          non mai nessuno nessuna niente senza
          niet geen nooit niemand niets zonder
          inte ej aldrig ingen inget inga utan ikke aldri intet ingenting uden uten
          nao nem ninguem nenhum nenhuma sem
          nie nigdy nikt nic bez ne nikdy nikdo nic
          \u043d\u0435 \u043d\u0435\u0442 \u043d\u0438 \u043d\u0438\u043a\u043e\u0433\u0434\u0430 \u043d\u0438\u043a\u0442\u043e \u0431\u0435\u0437
          tidak bukan tak jangan tanpa belum
          \u0644\u0627 \u0644\u0645 \u0644\u0646 \u0644\u064a\u0633 \u0644\u064a\u0633\u062a \u063a\u064a\u0631 \u062f\u0648\u0646
          \u05dc\u05d0 \u05d0\u05d9\u05df \u05d1\u05dc\u05d9 \u05dc\u05dc\u05d0
          \u4e0d \u6ca1 \u6c92 \u65e0 \u7121 \u672a \u975e \u522b \u3044 \u305a\
          """);

  private static final Set<String> NUMBERS =
      words(
          """
          zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
          fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
          ninety hundred hundreds thousand thousands million millions billion billions trillion
          trillions dozen dozens half third quarter first second fourth fifth sixth seventh eighth
          ninth tenth once twice
          ein eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig dreissig vierzig
          funfzig sechzig siebzig achtzig neunzig hundert tausend millionen million milliarde
          milliarden
          deux trois quatre cinq sept huit neuf dix vingt trente quarante cinquante soixante cent
          mille milliard milliards
          dos tres cuatro cinco seis siete ocho nueve diez veinte treinta cien mil millon millones
          due tre quattro sei sette otto nove dieci venti cento milioni miliardi
          twee drie vijf zes zeven negen tien honderd duizend miljoen miljard
          tva fyra fem sex sju atta nio tio hundra tusen miljoner to fire syv otte ni ti hundre
          satu dua tiga empat lima enam tujuh delapan sembilan sepuluh ratus ribu juta miliar
          \u4e00 \u4e8c \u4e09 \u56db \u4e94 \u516d \u4e03 \u516b \u4e5d \u5341 \u767e \u5343 \u4e07 \u842c \u5104 \u4ebf\
          """);

  private WordKinds() {}

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().split("\\s+", -1)));
  }

  static boolean denies(String word) {
    return DENYING.contains(word);
  }

  static boolean isNumber(String word) {
    return NUMBERS.contains(word)
        || word.codePoints().anyMatch(Character::isDigit)
        || word.equals("%")
        || Character.getType(word.codePointAt(0)) == Character.CURRENCY_SYMBOL;
  }
}
