package broadsheet.corpus.office;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Reads the cells of a sheet, row by row. Use once. */
final class SheetReader implements XmlEvents.Receiver {
  private static final int MOST_COLUMNS = 200;
  private static final double LAST_DAY = 2_958_465;
  private static final int SECONDS_PER_DAY = 24 * 60 * 60;

  private final List<String> shared;
  private final DayStyles styles;
  private final LocalDate dayZero;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private String type = "";
  private boolean isDay;
  private int column;
  private boolean isValue;
  private boolean isPhonetic;
  private long characters;

  /**
   * @param dayZero the day that cells have as the number 0
   */
  SheetReader(List<String> shared, DayStyles styles, LocalDate dayZero) {
    this.dayZero = dayZero;
    this.shared = shared;
    this.styles = styles;
  }

  /** Whether cells were left out, since those before repeat shared strings to no end. */
  boolean isTooLarge() {
    return characters > Parts.MOST;
  }

  /** The rows that are not empty; missing cells are empty. */
  List<List<String>> rows() {
    return rows;
  }

  @Override
  public void begin(String name, XmlEvents.Attributes attributes) {
    switch (name) {
      case "row" -> row = new ArrayList<>();
      case "c" -> {
        type = attributes.get("t");
        isDay = styles.isDayStyle(attributes.get("s"));
        column = column(attributes.get("r"));
        value.setLength(0);
      }
      case "rPh" -> isPhonetic = true;
      case "v", "t" -> isValue = !isPhonetic;
      default -> {}
    }
  }

  @Override
  public void end(String name) {
    switch (name) {
      case "rPh" -> isPhonetic = false;
      case "v", "t" -> isValue = false;
      case "c" -> put();
      case "row" -> {
        if (row.stream().anyMatch(cell -> !cell.isBlank())) {
          rows.add(row);
        }
      }
      default -> {}
    }
  }

  @Override
  public void text(String words) {
    if (isValue) {
      value.append(words);
    }
  }

  private void put() {
    String cell = column >= MOST_COLUMNS || isTooLarge() ? "" : cell(value.toString());
    characters += cell.length();
    if (column >= MOST_COLUMNS || isTooLarge()) {
      return;
    }
    while (row.size() < column) {
      row.add("");
    }
    row.add(cell);
  }

  private String cell(String stored) {
    boolean isNumber = type.isEmpty() || type.equals("n");
    if (type.equals("s")) {
      int index = number(stored);
      return index >= 0 && index < shared.size() ? shared.get(index) : "";
    }
    return isNumber && isDay ? day(stored) : stored;
  }

  private static int number(String digits) {
    boolean isNumber =
        !digits.isEmpty() && digits.length() < 9 && digits.chars().allMatch(Character::isDigit);
    return isNumber ? Integer.parseInt(digits) : -1;
  }

  /** A number of days, as ISO 8601; unchanged if it is none. */
  private String day(String stored) {
    try {
      double days = Double.parseDouble(stored);
      if (!(days >= 1 && days < LAST_DAY)) {
        return stored;
      }
      LocalDate day = dayZero.plusDays((long) days);
      long seconds = Math.round((days - Math.floor(days)) * SECONDS_PER_DAY);
      return seconds == 0 || seconds == SECONDS_PER_DAY
          ? day.toString()
          : LocalDateTime.of(day, LocalTime.ofSecondOfDay(seconds)).toString();
    } catch (NumberFormatException e) {
      return stored;
    }
  }

  /** The column of a reference such as {@code AB12}, from 0; the next one if there is none. */
  private int column(String reference) {
    int number = 0;
    for (int i = 0; i < reference.length() && i < 3; i++) {
      char c = reference.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        number = number * 26 + c - 'A' + 1;
      }
    }
    return number == 0 ? row.size() : number - 1;
  }
}
