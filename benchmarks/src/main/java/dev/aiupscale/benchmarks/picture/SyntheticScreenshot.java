package dev.aiupscale.benchmarks.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * Draws what a page of text looks like to a network: rows of small dark rectangles in a column of
 * two fifths of the width, and white beside and between the paragraphs.
 */
public final class SyntheticScreenshot {
  private static final int LINE = 18;
  private static final int LETTER = 9;
  private static final int LINES_A_PARAGRAPH = 12;
  private static final int LONGEST_WORD = 9;

  private SyntheticScreenshot() {}

  public static BufferedImage draw(int width, int height, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    for (int line = 1; (line + 1) * LINE < height; line++) {
      if (line % LINES_A_PARAGRAPH != 0) {
        line(pen, random, line * LINE, width * 2 / 5);
      }
    }
    pen.dispose();
    return image;
  }

  private static void line(Graphics2D pen, SplittableRandom random, int y, int end) {
    int x = LINE;
    while (x < end) {
      for (int letters = random.nextInt(1, LONGEST_WORD + 1); letters > 0 && x < end; letters--) {
        pen.setColor(random.nextInt(40) == 0 ? Color.BLUE : Color.DARK_GRAY);
        int height = random.nextInt(6, 13);
        pen.fillRect(x, y + 13 - height, random.nextInt(3, LETTER - 2), height);
        x += LETTER;
      }
      x += LETTER;
    }
  }
}
