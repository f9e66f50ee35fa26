package org.lightpath.aparapi.internal;

import com.aparapi.device.OpenCLDevice;
import java.util.EnumMap;
import java.util.Map;
import org.lightpath.core.field.Precision;

/** The kernels for products of one engine, compiled when a plan first needs them. */
final class ProductBenches implements AutoCloseable {
  private final OpenCLDevice device;
  private final Map<Precision, ProductBench> benches = new EnumMap<>(Precision.class);

  ProductBenches(OpenCLDevice device) {
    this.device = device;
  }

  ProductBench bench(Precision precision) {
    return benches.computeIfAbsent(
        precision,
        p ->
            new ProductBench(
                p == Precision.SINGLE ? new SingleProductKernel() : new DoubleProductKernel(),
                device,
                p));
  }

  @Override
  public void close() {
    benches.values().forEach(ProductBench::close);
  }
}
