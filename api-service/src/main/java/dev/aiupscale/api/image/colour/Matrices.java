package dev.aiupscale.api.image.colour;

/** The 3 × 3 matrices of colour conversion. */
final class Matrices {
  private Matrices() {}

  /**
   * From linear RGB to XYZ relative to the space's own white, scaled so that RGB (1, 1, 1) is the
   * same XYZ in every space: whites map to whites.
   *
   * @param xy x and y of white, red, green and blue
   */
  static double[][] rgbToXyz(double[] xy) {
    double[][] primaries = new double[3][3];
    double[] white = new double[3];
    for (int i = 0; i < 4; i++) {
      double x = xy[2 * i];
      double y = xy[2 * i + 1];
      if (y <= 0) {
        throw new IllegalArgumentException("a chromaticity has no light");
      }
      double[] xyz = {x / y, 1, (1 - x - y) / y};
      for (int row = 0; row < 3; row++) {
        if (i == 0) {
          white[row] = xyz[row];
        } else {
          primaries[row][i - 1] = xyz[row];
        }
      }
    }
    double[][] inverse = invert(primaries);
    for (int column = 0; column < 3; column++) {
      double share =
          inverse[column][0] * white[0]
              + inverse[column][1] * white[1]
              + inverse[column][2] * white[2];
      for (int row = 0; row < 3; row++) {
        primaries[row][column] *= share / white[row];
      }
    }
    return primaries;
  }

  static double[][] multiply(double[][] a, double[][] b) {
    double[][] product = new double[3][3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        for (int i = 0; i < 3; i++) {
          product[row][column] += a[row][i] * b[i][column];
        }
      }
    }
    return product;
  }

  static double[][] invert(double[][] m) {
    double[][] inverse = new double[3][3];
    double determinant = 0;
    for (int i = 0; i < 3; i++) {
      determinant += m[0][i] * cofactor(m, 0, i);
    }
    if (Math.abs(determinant) < 1e-9) {
      throw new IllegalArgumentException("the primaries lie on a line");
    }
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        inverse[row][column] = cofactor(m, column, row) / determinant;
      }
    }
    return inverse;
  }

  private static double cofactor(double[][] m, int row, int column) {
    int r1 = (row + 1) % 3;
    int r2 = (row + 2) % 3;
    int c1 = (column + 1) % 3;
    int c2 = (column + 2) % 3;
    return m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
  }
}
