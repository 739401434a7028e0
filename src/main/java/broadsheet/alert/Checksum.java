package broadsheet.alert;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** The checksum of a record: CRC-32 of its values in their order, as eight hexadecimal digits. */
final class Checksum {

  private Checksum() {}

  static String of(String... values) {
    CRC32 sum = new CRC32();
    for (String value : values) {
      sum.update(value.getBytes(StandardCharsets.UTF_8));
      sum.update(0);
    }
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }
}
