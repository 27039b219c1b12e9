package dev.aiupscale.api.submit;

import dev.aiupscale.api.image.NormalisedImage;
import dev.aiupscale.common.job.ImageRecord;
import dev.aiupscale.common.job.MetadataPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The notes by which a job tells what was done with one request. */
final class Receipt {
  private static final String IGNORED = " is not known and was ignored";
  private static final String BASIC_KEPT =
      "of the metadata only copyright, artist and capture date kept";
  private static final int MAX_NAME = 40;

  private Receipt() {}

  static List<String> of(RequestedOptions asked, ImageRecord image) {
    boolean kept = asked.metadata() == MetadataPolicy.KEEP_BASIC && image.metadata().hasTexts();
    List<String> notes = new ArrayList<>();
    for (String note : image.notes()) {
      notes.add(kept && note.equals(NormalisedImage.METADATA_STRIPPED) ? BASIC_KEPT : note);
    }
    if (kept && !notes.contains(BASIC_KEPT)) {
      notes.add(BASIC_KEPT);
    }
    notes.addAll(ignored(asked.ignoredFields()));
    return notes;
  }

  /**
   * What one who joins a job is told: not which fields the first sender's request had, but their
   * own's.
   *
   * @param fields of this request that mean nothing here
   * @param notes of the job's record
   */
  static List<String> ofJoined(List<String> fields, List<String> notes) {
    return Stream.concat(
            notes.stream().filter(note -> !note.endsWith(IGNORED)), ignored(fields).stream())
        .toList();
  }

  private static List<String> ignored(List<String> fields) {
    return fields.stream().map(name -> "field " + shown(name) + IGNORED).toList();
  }

  private static String shown(String fieldName) {
    String printable = fieldName.replaceAll("[^\\w .-]", "?");
    return "'" + printable.substring(0, Math.min(printable.length(), MAX_NAME)) + "'";
  }
}
