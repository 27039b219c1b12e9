package dev.aiupscale.models.ncnn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer of a {@code .param} file: {@code type name nIn nOut ins… outs… key=value…}.
 *
 * @param settings by number; arrays, written with the keys −23300 − n, stand under n
 */
record ParamLine(
    String type,
    String name,
    List<String> inputs,
    List<String> outputs,
    Map<Integer, List<Float>> settings) {
  private static final int FIXED_FIELDS = 4;
  private static final int ARRAY_KEYS = -23300;

  static ParamLine parse(String line) {
    String[] fields = line.strip().split("\\s+");
    try {
      int firstOutput = FIXED_FIELDS + Integer.parseInt(fields[2]);
      int firstSetting = firstOutput + Integer.parseInt(fields[3]);
      List<String> all = List.of(fields);
      Map<Integer, List<Float>> settings = new HashMap<>();
      all.subList(firstSetting, fields.length).forEach(field -> addSetting(field, settings));
      return new ParamLine(
          fields[0],
          fields[1],
          all.subList(FIXED_FIELDS, firstOutput),
          all.subList(firstOutput, firstSetting),
          settings);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IllegalArgumentException("not a layer of an ncnn network: " + line.strip(), e);
    }
  }

  private static void addSetting(String field, Map<Integer, List<Float>> settings) {
    int equals = field.indexOf('=');
    int key = Integer.parseInt(field.substring(0, equals));
    List<Float> values = new ArrayList<>();
    for (String value : field.substring(equals + 1).split(",", -1)) {
      values.add(Float.parseFloat(value));
    }
    if (key <= ARRAY_KEYS) {
      int count = values.remove(0).intValue();
      if (count != values.size()) {
        throw new IllegalArgumentException("array of " + count + " has " + values.size());
      }
      key = ARRAY_KEYS - key;
    }
    settings.put(key, List.copyOf(values));
  }

  int integer(int key, int otherwise) {
    return settings.containsKey(key) ? list(key).get(0).intValue() : otherwise;
  }

  float number(int key, float otherwise) {
    return settings.containsKey(key) ? list(key).get(0) : otherwise;
  }

  List<Float> list(int key) {
    return settings.getOrDefault(key, List.of());
  }

  /** Refuses a setting that has another value than the one that is supported. */
  void require(int key, int supported, int otherwise) {
    if (integer(key, otherwise) != supported) {
      throw unsupported(key);
    }
  }

  IllegalArgumentException unsupported(int key) {
    return new IllegalArgumentException(
        "layer " + name + ": setting " + key + "=" + list(key) + " is not supported");
  }
}
