package dev.aiupscale.benchmarks.fleet;

/** How the rate of arrivals moves over a day, as a factor of its usual value. */
enum ArrivalPattern {
  STEADY("steady", 1) {
    @Override
    double factor(double secondOfDay) {
      return 1;
    }
  },

  /** Nine times as much in the afternoon as in the night. */
  DAILY_WAVE("daily wave", 1.8) {
    @Override
    double factor(double secondOfDay) {
      return 1 - 0.8 * Math.cos(2 * Math.PI * secondOfDay / DAY);
    }
  },

  /** Steady, but for ten minutes after noon. */
  FLASH_CROWD("flash crowd ×50", 50) {
    @Override
    double factor(double secondOfDay) {
      return secondOfDay >= NOON && secondOfDay < NOON + 600 ? 50 : 1;
    }
  };

  static final double DAY = 86_400;
  private static final double NOON = DAY / 2;

  private final String label;
  private final double mostFactor;

  ArrivalPattern(String label, double mostFactor) {
    this.label = label;
    this.mostFactor = mostFactor;
  }

  abstract double factor(double secondOfDay);

  String label() {
    return label;
  }

  double mostFactor() {
    return mostFactor;
  }
}
