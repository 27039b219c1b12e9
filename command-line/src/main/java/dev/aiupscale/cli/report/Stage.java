package dev.aiupscale.cli.report;

/** A part of a picture's way, and its share of the whole as the bar in total counts it. */
public enum Stage {
  SENDING("sending", 0, 0.1),
  WAITING("in the queue", 0.1, 0),
  UPSCALING("upscaling", 0.1, 0.8),
  SAVING("saving", 0.9, 0.1);

  private final String words;
  private final double before;
  private final double weight;

  Stage(String words, double before, double weight) {
    this.words = words;
    this.before = before;
    this.weight = weight;
  }

  String words() {
    return words;
  }

  /**
   * @param share of this stage that is done, 0 to 1
   * @return share of the whole way, 0 to 1
   */
  double ofWhole(double share) {
    return before + weight * share;
  }
}
