/** What happens to a row of sums: leaks, noise, conversion, correction. Whole vectors, in place. */
final class Detection {
  private Detection() {}

  static String emitAll(Dialect d) {
    return d.scalar() ? SCALAR : VECTOR;
  }

  private static final String VECTOR =
      """
        @Override
        public void leak(@A y, int yo, int vectors, double row, @A columns, int co) {
          final @V r = @V.broadcast(SPECIES, (@E) row);
          for (int i = 0; i < vectors; i++) {
            final int o = yo + i * @L;
            final @V sum = @V.fromArray(SPECIES, columns, co + i * @L).add(r);
            @V.fromArray(SPECIES, y, o).add(sum).intoArray(y, o);
          }
        }

        @Override
        public void variances(
            @A y, int yo, int vectors, double row, @A columns, int co, double output, @A v, int vo) {
          final @V r = @V.broadcast(SPECIES, (@E) row);
          final @V c = @V.broadcast(SPECIES, (@E) output);
          for (int i = 0; i < vectors; i++) {
            final int o = vo + i * @L;
            final @V value = @V.fromArray(SPECIES, y, yo + i * @L);
            final @V fixed = @V.fromArray(SPECIES, columns, co + i * @L).add(r);
            final @V own = value.mul(value).fma(c, fixed);
            @V.fromArray(SPECIES, v, o).add(own).intoArray(v, o);
          }
        }

        @Override
        public void addNoise(@A y, int yo, int vectors, @A v, int vo, @A normal) {
          for (int i = 0; i < vectors; i++) {
            final int o = yo + i * @L;
            final @V deviation = @V.fromArray(SPECIES, v, vo + i * @L).sqrt();
            final @V n = @V.fromArray(SPECIES, normal, i * @L);
            n.fma(deviation, @V.fromArray(SPECIES, y, o)).intoArray(y, o);
          }
        }

        @Override
        public int convert(@A y, int yo, int vectors, double fullScale, int levels) {
          final double half = (levels - 1) / 2.0;
          return convert(
              y,
              yo,
              vectors,
              (@E) below(fullScale, @SINGLE),
              (@E) (half / fullScale),
              (@E) half,
              (@E) (fullScale / half));
        }

        private static int convert(
            @A y, int yo, int vectors, @E limit, @E slope, @E half, @E step) {
          final @V high = @V.broadcast(SPECIES, limit);
          final @V low = @V.broadcast(SPECIES, -limit);
          final @V top = @V.broadcast(SPECIES, 2 * half);
          final @V bottom = @V.broadcast(SPECIES, (@E) 0);
          final @V middle = @V.broadcast(SPECIES, half);
          final @V s = @V.broadcast(SPECIES, slope);
          final @V shift = @V.broadcast(SPECIES, half + (@E) 0.5);
          final @V magic = @V.broadcast(SPECIES, @MAGIC);
          final @V one = @V.broadcast(SPECIES, (@E) 1);
          final @V unit = @V.broadcast(SPECIES, step);
          int count = 0;
          for (int i = 0; i < vectors; i++) {
            final int o = yo + i * @L;
            final @V z = @V.fromArray(SPECIES, y, o);
            final VectorMask<@BOXED> over = z.compare(VectorOperators.GT, high);
            final VectorMask<@BOXED> under = z.compare(VectorOperators.LT, low);
            final @V t = z.fma(s, shift);
            final @V near = t.add(magic).sub(magic);
            final @V floor = near.sub(one, near.compare(VectorOperators.GT, t));
            final @V code = floor.blend(top, over).blend(bottom, under);
            code.sub(middle).mul(unit).intoArray(y, o);
            count += over.trueCount() + under.trueCount();
          }
          return count;
        }

        @Override
        public void accumulate(@A sum, int so, @A y, int yo, int vectors) {
          for (int i = 0; i < vectors; i++) {
            final int o = so + i * @L;
            final @V more = @V.fromArray(SPECIES, y, yo + i * @L);
            @V.fromArray(SPECIES, sum, o).add(more).intoArray(sum, o);
          }
        }

        @Override
        public void correct(
            @A sum, int so, int vectors, @A gain, @A offset, int at, @A c, int co) {
          for (int i = 0; i < vectors; i++) {
            final @V g = @V.fromArray(SPECIES, gain, at + i * @L);
            final @V o = @V.fromArray(SPECIES, offset, at + i * @L);
            @V.fromArray(SPECIES, sum, so + i * @L).fma(g, o).intoArray(c, co + i * @L);
          }
        }

      """;

  private static final String SCALAR =
      """
        @Override
        public void leak(@A y, int yo, int vectors, double row, @A columns, int co) {
          for (int i = 0; i < vectors; i++) {
            y[yo + i] += columns[co + i] + (@E) row;
          }
        }

        @Override
        public void variances(
            @A y, int yo, int vectors, double row, @A columns, int co, double output, @A v, int vo) {
          for (int i = 0; i < vectors; i++) {
            final double value = y[yo + i];
            v[vo + i] += (@E) (output * value * value + columns[co + i] + row);
          }
        }

        @Override
        public void addNoise(@A y, int yo, int vectors, @A v, int vo, @A normal) {
          for (int i = 0; i < vectors; i++) {
            y[yo + i] += (@E) (Math.sqrt(v[vo + i]) * normal[i]);
          }
        }

        @Override
        public int convert(@A y, int yo, int vectors, double fullScale, int levels) {
          final double half = (levels - 1) / 2.0;
          int count = 0;
          for (int i = yo; i < yo + vectors; i++) {
            final double z = y[i];
            count += Math.abs(z) > fullScale ? 1 : 0;
            final double u = Math.clamp(z / fullScale, -1.0, 1.0);
            y[i] = (@E) ((Math.floor(u * half + (half + 0.5)) / half - 1) * fullScale);
          }
          return count;
        }

        @Override
        public void accumulate(@A sum, int so, @A y, int yo, int vectors) {
          for (int i = 0; i < vectors; i++) {
            sum[so + i] += y[yo + i];
          }
        }

        @Override
        public void correct(
            @A sum, int so, int vectors, @A gain, @A offset, int at, @A c, int co) {
          for (int i = 0; i < vectors; i++) {
            c[co + i] = sum[so + i] * gain[at + i] + offset[at + i];
          }
        }

      """;
}
