package org.lightpath.opencl.internal;

import java.util.List;
import org.lightpath.core.plan.MatmulShape;

/**
 * How one work-group cuts a product, see {@code matmul.cl}.
 *
 * @param laneRows items along the rows of C
 * @param laneColumns items along its columns
 * @param itemRows rows of an item, a power of two
 * @param itemColumns columns of an item, a power of two
 * @param slab positions along K that local memory holds at a time
 * @param early whether a slab goes to local memory before the multiplications of the one before it
 */
record MatmulTile(
    int laneRows, int laneColumns, int itemRows, int itemColumns, int slab, boolean early)
    implements ProductTile {
  /** Words of 32 bits for sums: with 96, all else still fits the 255 registers of an item. */
  private static final int SUM_WORDS = 96;

  /** Words for one set of sums. */
  private static final int SET_WORDS = 64;

  private static final int LARGEST_LANES = 16;
  private static final int LARGEST_ITEM = 8;
  private static final int HOST_ITEM = 4;
  private static final int HOST_LANES = 8;
  private static final int SLAB = 16;
  private static final int SHORT_SLAB = 8;

  /** Outputs of an item from which a short slab has enough work between two barriers. */
  private static final int MANY_OUTPUTS = 32;

  /**
   * Groups for each compute unit, so that one hides the other's waiting: two for most of them. 2048
   * x 2048 outputs are 256 groups of the largest tile, on the 132 units of an H100 one wave.
   */
  private static final double GROUPS_PER_UNIT = 1.75;

  MatmulTile(int laneRows, int laneColumns, int itemRows, int itemColumns, int slab) {
    this(laneRows, laneColumns, itemRows, itemColumns, slab, false);
  }

  /**
   * What a product asks of its registers and local memory.
   *
   * @param shape extents
   * @param window positions of a readout
   * @param sets sums of an output: one, one for a second product, one for several windows
   * @param slabs operands in local memory, 2 or 3
   */
  record Demand(MatmulShape shape, int window, int sets, int slabs) {}

  /**
   * A tile for a processor.
   *
   * @param limits of a group
   * @param host whether it is the host's processor, where small tiles compile and run faster
   * @param units compute units to keep busy
   */
  static MatmulTile of(Limits limits, boolean host, int units, Demand demand) {
    int lanes = host ? HOST_LANES : LARGEST_LANES;
    while (lanes > 1 && lanes * lanes > limits.group()) {
      lanes /= 2;
    }
    int rows = host ? HOST_ITEM : share(demand.shape.rows(), lanes);
    int columns = host ? HOST_ITEM : share(demand.shape.columns(), lanes);
    MatmulTile tile = new MatmulTile(lanes, lanes, rows, columns, SLAB);
    // One slab for all products of the host: a kernel for each takes it longer than what it pads.
    tile = host ? tile : tile.slabFor(demand);
    while (!tile.fits(limits, demand) || (!host && tile.idles(units, demand.shape))) {
      if (tile.itemRows * tile.itemColumns == 1) {
        return tile;
      }
      tile = tile.halved().slabFor(demand);
    }
    return tile;
  }

  /** Outputs of an item along an extent: no more than it has for all lanes. */
  private static int share(int extent, int lanes) {
    int outputs = 1;
    while (outputs < LARGEST_ITEM && outputs * lanes < extent) {
      outputs *= 2;
    }
    return outputs;
  }

  private MatmulTile slabFor(Demand demand) {
    boolean brief = itemRows * itemColumns >= MANY_OUTPUTS || demand.window <= SHORT_SLAB;
    return new MatmulTile(laneRows, laneColumns, itemRows, itemColumns, brief ? SHORT_SLAB : SLAB);
  }

  private boolean fits(Limits limits, Demand demand) {
    int words = itemRows * itemColumns * limits.realBytes() / Integer.BYTES;
    boolean registers = words <= SET_WORDS && words * demand.sets <= SUM_WORDS;
    return registers && localBytes(limits.realBytes(), demand.slabs) <= limits.localBytes();
  }

  /** Whether there are too few groups for the device, and a smaller tile makes more. */
  private boolean idles(int units, MatmulShape shape) {
    return itemRows * itemColumns > HOST_ITEM && groups(shape) < GROUPS_PER_UNIT * units;
  }

  /**
   * Tiles that may be faster: slabs of other depths, items and groups of other shapes. Those whose
   * sums or slabs do not fit are left out.
   */
  List<MatmulTile> neighbours(Limits limits, Demand demand) {
    List<MatmulTile> all =
        List.of(
            new MatmulTile(laneRows, laneColumns, itemRows, itemColumns, slab, true),
            new MatmulTile(laneRows, laneColumns, itemRows, itemColumns, slab == SLAB ? 8 : SLAB),
            new MatmulTile(laneRows, laneColumns, itemRows, itemColumns, 2 * SLAB),
            halved(),
            new MatmulTile(laneRows, laneColumns, 2 * itemRows, itemColumns, SHORT_SLAB),
            new MatmulTile(laneRows, laneColumns, itemRows, 2 * itemColumns, SHORT_SLAB),
            new MatmulTile(laneRows / 2, laneColumns, itemRows, itemColumns, slab),
            new MatmulTile(laneRows, laneColumns / 2, itemRows, itemColumns, slab),
            new MatmulTile(laneRows / 2, 2 * laneColumns, itemRows, itemColumns, slab));
    return all.stream()
        .filter(tile -> tile.isWhole() && tile.group() <= limits.group())
        .filter(tile -> tile.fits(limits, demand) && !tile.equals(this))
        .distinct()
        .toList();
  }

  /** Whether there are items, and none has more outputs than the kernel is written for. */
  private boolean isWhole() {
    return laneRows > 0
        && laneColumns > 0
        && itemRows > 0
        && itemColumns > 0
        && itemRows <= LARGEST_ITEM
        && itemColumns <= LARGEST_ITEM;
  }

  private MatmulTile halved() {
    return itemColumns >= itemRows
        ? new MatmulTile(laneRows, laneColumns, itemRows, itemColumns / 2, slab)
        : new MatmulTile(laneRows, laneColumns, itemRows / 2, itemColumns, slab);
  }

  @Override
  public boolean readsBehind() {
    return laneRows <= HOST_LANES && itemRows == HOST_ITEM && itemColumns == HOST_ITEM;
  }

  @Override
  public int group() {
    return laneRows * laneColumns;
  }

  @Override
  public int rows() {
    return laneRows * itemRows;
  }

  @Override
  public int columns() {
    return laneColumns * itemColumns;
  }

  @Override
  public int rowPanel() {
    return 0;
  }

  @Override
  public int columnPanel() {
    return 0;
  }

  @Override
  public long groups(MatmulShape shape) {
    return shape.batch()
        * (long) Math.ceilDiv(shape.rows(), rows())
        * Math.ceilDiv(shape.columns(), columns());
  }

  /** Local memory in two halves [B]; {@code slabs} is 3 if a third operand passes through it. */
  long localBytes(int realBytes, int slabs) {
    return 2L * slab * (rows() + (slabs - 1) * columns()) * realBytes;
  }

  @Override
  public double localNumbers(MatmulShape shape, int slabs) {
    double width = rows() + (slabs - 1.0) * columns();
    return groups(shape) * (width + laneRows * ((slabs - 1.0) * columns() + itemRows));
  }

  @Override
  public String label() {
    return "tiles %dx%d of %dx%d, slab %d%s"
        .formatted(laneRows, laneColumns, itemRows, itemColumns, slab, early ? " early" : "");
  }
}
