package com.hekax.phone.audit;

import com.hekax.phone.platform.http.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Entries as CSV (RFC 4180) for a spreadsheet. Takes so many that the answer stays far below the 6
 * MB that Lambda passes on, of which JSON around the text takes its part.
 */
public final class AuditTable {
  /** Entries that are read at a time. */
  static final int BATCH = 500;

  private static final int MOST_ENTRIES = 10_000;
  private static final int MOST_BYTES = 2_000_000;
  private static final String HEAD =
      "at,actor kind,actor,actor name,action,target type,target,before,after,address,request\r\n";

  private final StringBuilder text = new StringBuilder(HEAD);
  private int size;
  private int bytes;
  private boolean cutShort;
  private Optional<Cursor> last = Optional.empty();

  /** How many entries it has. */
  public int size() {
    return size;
  }

  /** The table, with a line of names. */
  public String text() {
    return text.toString();
  }

  /** Where the following part begins, when it is full. */
  public Optional<Cursor> next() {
    return last.filter(_ -> cutShort);
  }

  boolean isFull() {
    return cutShort;
  }

  /** Adds an entry, unless the one before filled it. */
  void add(AuditEntry entry) {
    cutShort = size == MOST_ENTRIES || bytes >= MOST_BYTES;
    if (cutShort) {
      return;
    }
    var line =
        String.join(
                ",",
                cell(entry.at().toString()),
                cell(entry.actorKind().name()),
                cell(entry.actorId().map(UUID::toString)),
                cell(entry.actorName()),
                cell(entry.action()),
                cell(entry.targetType()),
                cell(entry.targetId()),
                cell(entry.before()),
                cell(entry.after()),
                cell(entry.address()),
                cell(entry.requestId()))
            + "\r\n";
    text.append(line);
    bytes += line.getBytes(StandardCharsets.UTF_8).length;
    size++;
    last = Optional.of(entry.position());
  }

  private static String cell(Optional<String> value) {
    return cell(value.orElse(""));
  }

  /** What a spreadsheet would run as a formula is made a text by an apostrophe. */
  private static String cell(String value) {
    var harmless =
        !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    return "\"" + harmless.replace("\"", "\"\"") + "\"";
  }
}
