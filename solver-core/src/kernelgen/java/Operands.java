/**
 * What happens to operands while they are packed: clipping, levels, noise, memory, norms. All work
 * in place on whole vectors.
 */
final class Operands {
  private Operands() {}

  static String emitAll(Dialect d) {
    return (d.scalar() ? SCALAR : VECTOR.replace("@TURN", turn(d)))
        + BOTH;
  }

  /** cos 2πt of t turns: halves of turns off, polynomial, sign. */
  private static String turn(Dialect d) {
    Body b = new Body(d, "      ");
    b.let("shifted", d.add("t", "magic"));
    b.let("halves", d.sub("shifted", "magic"));
    b.let("rest", d.sub("t", "halves"));
    b.let("z", d.mul("rest", "rest"));
    Draws.horner(b, Series.cosine(d.wide() ? 10 : 5), "h", "z");
    b.let("cosine", d.fma("h", "z", "one"));
    b.line("final " + d.bitsValue() + " flip = " + d.signFromLastBit("shifted") + ";");
    b.let("signed", d.flip("cosine", "flip"));
    return b.text();
  }

  private static final String BOTH =
      """
        @Override
        public void clear(@A x, int from, int to) {
          Arrays.fill(x, from, to, 0);
        }

        @Override
        public void lookUp(@A x, int xo, int count, double[] levels) {
          final double half = (levels.length - 1) / 2.0;
          final double shift = half + 0.5;
          for (int i = xo; i < xo + count; i++) {
            final @E value = x[i];
            if (value == value) {
              x[i] = (@E) levels[(int) Math.min(value * half + shift, levels.length - 0.5)];
            }
          }
        }

        @Override
        public double remember(@A x, int xo, int count, double pole, double skew, double before) {
          double last = before;
          for (int i = xo; i < xo + count; i++) {
            final double now = pole * last + (1 - pole) * x[i];
            x[i] = (@E) ((1 - skew) * now + skew * last);
            last = now;
          }
          return last;
        }

        @Override
        public void transpose(
            @A x, int xo, int xStride, @A y, int yo, int yStride, int rows, int columns) {
          for (int c = 0; c < columns; c++) {
            for (int r = 0; r < rows; r++) {
              y[yo + r * yStride + c] = x[xo + c * xStride + r];
            }
          }
        }

      """;

  private static final String VECTOR =
      """
        @Override
        public int clip(@A x, int xo, int vectors, double scale) {
          final double least = Math.max(scale, @LEAST);
          final double first = firstFactor(least);
          return clipped(
              x, xo, vectors, (@E) below(scale, @SINGLE), (@E) first, (@E) secondFactor(least, first));
        }

        private static int clipped(@A x, int xo, int vectors, @E limit, @E p, @E q) {
          final @V high = @V.broadcast(SPECIES, limit);
          final @V low = @V.broadcast(SPECIES, -limit);
          final @V first = @V.broadcast(SPECIES, p);
          final @V second = @V.broadcast(SPECIES, q);
          final @V one = @V.broadcast(SPECIES, (@E) 1);
          final @V minus = @V.broadcast(SPECIES, (@E) -1);
          int count = 0;
          for (int i = 0; i < vectors; i++) {
            final int o = xo + i * @L;
            final @V v = @V.fromArray(SPECIES, x, o);
            final VectorMask<@BOXED> over = v.compare(VectorOperators.GT, high);
            final VectorMask<@BOXED> under = v.compare(VectorOperators.LT, low);
            v.mul(first).mul(second).blend(one, over).blend(minus, under).intoArray(x, o);
            count += over.trueCount() + under.trueCount();
          }
          return count;
        }

        @Override
        public void levels(@A x, int xo, int vectors, double half, double first, double step) {
          final @V h = @V.broadcast(SPECIES, (@E) half);
          final @V shift = @V.broadcast(SPECIES, (@E) (half + 0.5));
          final @V magic = @V.broadcast(SPECIES, @MAGIC);
          final @V one = @V.broadcast(SPECIES, (@E) 1);
          final @V f = @V.broadcast(SPECIES, (@E) first);
          final @V s = @V.broadcast(SPECIES, (@E) step);
          for (int i = 0; i < vectors; i++) {
            final int o = xo + i * @L;
            final @V t = @V.fromArray(SPECIES, x, o).fma(h, shift);
            final @V near = t.add(magic).sub(magic);
            final @V word = near.sub(one, near.compare(VectorOperators.GT, t));
            word.fma(s, f).intoArray(x, o);
          }
        }

        @Override
        public void disturb(
            @A x, int xo, int vectors, @A n, @A m, double relative, double additive) {
          final @V r = @V.broadcast(SPECIES, (@E) relative);
          final @V a = @V.broadcast(SPECIES, (@E) additive);
          final @V one = @V.broadcast(SPECIES, (@E) 1);
          for (int i = 0; i < vectors; i++) {
            final int o = xo + i * @L;
            final @V factor = @V.fromArray(SPECIES, n, i * @L).fma(r, one);
            final @V sum = @V.fromArray(SPECIES, m, i * @L).mul(a);
            @V.fromArray(SPECIES, x, o).fma(factor, sum).intoArray(x, o);
          }
        }

        @Override
        public void turn(@A x, int xo, int vectors, @A n, double offset, double deviation) {
          final @V start = @V.broadcast(SPECIES, (@E) offset);
          final @V width = @V.broadcast(SPECIES, (@E) deviation);
          final @V magic = @V.broadcast(SPECIES, @HALVES);
          final @V one = @V.broadcast(SPECIES, (@E) 1);
          for (int i = 0; i < vectors; i++) {
            final int o = xo + i * @L;
            final @V t = @V.fromArray(SPECIES, n, i * @L).fma(width, start);
      @TURN      @V.fromArray(SPECIES, x, o).mul(signed).intoArray(x, o);
          }
        }

        @Override
        public void scale(@A x, int xo, int vectors, double factor) {
          final @V f = @V.broadcast(SPECIES, (@E) factor);
          for (int i = 0; i < vectors; i++) {
            final int o = xo + i * @L;
            @V.fromArray(SPECIES, x, o).mul(f).intoArray(x, o);
          }
        }

        @Override
        public void weigh(@A x, int xo, int vectors, @A w, int wo) {
          for (int i = 0; i < vectors; i++) {
            final int o = xo + i * @L;
            @V.fromArray(SPECIES, x, o).mul(@V.fromArray(SPECIES, w, wo + i * @L)).intoArray(x, o);
          }
        }

        @Override
        public void rememberColumns(
            @A x, int xo, int row, int depth, double pole, double skew, @A before, int at) {
          final @V p = @V.broadcast(SPECIES, (@E) pole);
          final @V rest = @V.broadcast(SPECIES, (@E) (1 - pole));
          final @V s = @V.broadcast(SPECIES, (@E) skew);
          final @V t = @V.broadcast(SPECIES, (@E) (1 - skew));
          @V last = @V.fromArray(SPECIES, before, at);
          for (int k = 0; k < depth; k++) {
            final int o = xo + k * row;
            final @V now = last.fma(p, @V.fromArray(SPECIES, x, o).mul(rest));
            now.fma(t, last.mul(s)).intoArray(x, o);
            last = now;
          }
          last.intoArray(before, at);
        }

        @Override
        public void magnitudes(
            @A x, int xo, @A y, int yo, int vectors, boolean square, double factor) {
          if (square) {
            squares(x, xo, y, yo, vectors, (@E) factor);
          } else {
            absolutes(x, xo, y, yo, vectors, (@E) factor);
          }
        }

        private static void squares(@A x, int xo, @A y, int yo, int vectors, @E factor) {
          final @V f = @V.broadcast(SPECIES, factor);
          for (int i = 0; i < vectors; i++) {
            final @V v = @V.fromArray(SPECIES, x, xo + i * @L);
            v.mul(v).mul(f).intoArray(y, yo + i * @L);
          }
        }

        private static void absolutes(@A x, int xo, @A y, int yo, int vectors, @E factor) {
          final @V f = @V.broadcast(SPECIES, factor);
          for (int i = 0; i < vectors; i++) {
            @V.fromArray(SPECIES, x, xo + i * @L).abs().mul(f).intoArray(y, yo + i * @L);
          }
        }

        @Override
        public double rowSquares(@A x, int xo, int count, @A w, int wo, @A scratch) {
          final int vectors = count / @L;
          squareSums(x, xo, vectors, w, wo, scratch);
          double sum = 0;
          for (int i = 0; i < @L; i++) {
            sum += scratch[i];
          }
          for (int i = vectors * @L; i < count; i++) {
            sum += @WIDEN w[wo + i] * x[xo + i] * x[xo + i];
          }
          return sum;
        }

        private static void squareSums(@A x, int xo, int vectors, @A w, int wo, @A sums) {
          @V sum = @V.broadcast(SPECIES, (@E) 0);
          for (int i = 0; i < vectors; i++) {
            final @V v = @V.fromArray(SPECIES, x, xo + i * @L);
            sum = v.mul(v).fma(@V.fromArray(SPECIES, w, wo + i * @L), sum);
          }
          sum.intoArray(sums, 0);
        }

        @Override
        public void columnSquares(
            @A x, int xo, int row, int depth, @A w, int wo, @A sums, int at) {
          @V sum = @V.fromArray(SPECIES, sums, at);
          for (int k = 0; k < depth; k++) {
            final @V v = @V.fromArray(SPECIES, x, xo + k * row);
            sum = v.mul(v).fma(@V.broadcast(SPECIES, w[wo + k]), sum);
          }
          sum.intoArray(sums, at);
        }

      """;

  private static final String SCALAR =
      """
        @Override
        public int clip(@A x, int xo, int vectors, double scale) {
          int count = 0;
          for (int i = xo; i < xo + vectors; i++) {
            final double v = x[i];
            count += Math.abs(v) > scale ? 1 : 0;
            x[i] = (@E) Math.clamp(v / scale, -1.0, 1.0);
          }
          return count;
        }

        @Override
        public void levels(@A x, int xo, int vectors, double half, double first, double step) {
          for (int i = xo; i < xo + vectors; i++) {
            x[i] = (@E) (first + step * Math.floor(x[i] * half + (half + 0.5)));
          }
        }

        @Override
        public void disturb(
            @A x, int xo, int vectors, @A n, @A m, double relative, double additive) {
          for (int i = 0; i < vectors; i++) {
            x[xo + i] = (@E) (x[xo + i] * (1 + relative * n[i]) + additive * m[i]);
          }
        }

        @Override
        public void turn(@A x, int xo, int vectors, @A n, double offset, double deviation) {
          for (int i = 0; i < vectors; i++) {
            x[xo + i] *= (@E) Math.cos(2 * Math.PI * (offset + deviation * n[i]));
          }
        }

        @Override
        public void scale(@A x, int xo, int vectors, double factor) {
          for (int i = xo; i < xo + vectors; i++) {
            x[i] *= (@E) factor;
          }
        }

        @Override
        public void weigh(@A x, int xo, int vectors, @A w, int wo) {
          for (int i = 0; i < vectors; i++) {
            x[xo + i] *= w[wo + i];
          }
        }

        @Override
        public void rememberColumns(
            @A x, int xo, int row, int depth, double pole, double skew, @A before, int at) {
          @E last = before[at];
          for (int k = 0; k < depth; k++) {
            final int o = xo + k * row;
            final @E now = (@E) (pole * last + (1 - pole) * x[o]);
            x[o] = (@E) ((1 - skew) * now + skew * last);
            last = now;
          }
          before[at] = last;
        }

        @Override
        public void magnitudes(
            @A x, int xo, @A y, int yo, int vectors, boolean square, double factor) {
          for (int i = 0; i < vectors; i++) {
            final @E v = x[xo + i];
            y[yo + i] = (square ? v * v : Math.abs(v)) * (@E) factor;
          }
        }

        @Override
        public double rowSquares(@A x, int xo, int count, @A w, int wo, @A scratch) {
          double sum = 0;
          for (int i = 0; i < count; i++) {
            sum += @WIDEN w[wo + i] * x[xo + i] * x[xo + i];
          }
          return sum;
        }

        @Override
        public void columnSquares(
            @A x, int xo, int row, int depth, @A w, int wo, @A sums, int at) {
          double sum = sums[at];
          for (int k = 0; k < depth; k++) {
            final double v = x[xo + k * row];
            sum += v * v * w[wo + k];
          }
          sums[at] = (@E) sum;
        }

      """;
}
