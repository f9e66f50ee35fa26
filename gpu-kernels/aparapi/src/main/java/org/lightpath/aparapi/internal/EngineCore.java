package org.lightpath.aparapi.internal;

import com.aparapi.device.OpenCLDevice;
import org.lightpath.core.engine.DeviceField;
import org.lightpath.core.engine.DeviceMatrix;
import org.lightpath.core.engine.EngineCounters;
import org.lightpath.core.engine.EngineLedger;
import org.lightpath.core.engine.FieldProgram;
import org.lightpath.core.engine.MatmulProgram;
import org.lightpath.core.field.FieldShape;
import org.lightpath.core.field.MatrixShape;
import org.lightpath.core.field.Precision;
import org.lightpath.core.plan.FieldPlan;
import org.lightpath.core.plan.MatmulPlan;

/** What the engine does, behind its public face. */
public final class EngineCore implements AutoCloseable {
  private final EngineLedger ledger = new EngineLedger();
  private final FieldBenches fields;
  private final ProductBenches products;

  /** On a device. */
  public EngineCore(OpenCLDevice device) {
    this.fields = new FieldBenches(ledger, device);
    this.products = new ProductBenches(device);
  }

  /** Fields of zeros. */
  public DeviceField allocate(FieldShape shape, Precision precision) {
    return new AparapiField(ledger, shape, precision);
  }

  /** Makes the tables of a plan. */
  public FieldProgram compile(FieldPlan plan) {
    return new AparapiProgram(ledger, plan, fields.prepare(plan));
  }

  /** Matrices of zeros. */
  public DeviceMatrix allocate(MatrixShape shape, Precision precision) {
    return new AparapiMatrix(ledger, shape, precision);
  }

  /** Makes the tables of a plan. */
  public MatmulProgram compile(MatmulPlan plan) {
    return new AparapiProduct(ledger, products.bench(plan.precision()), plan);
  }

  /** Bytes moved and held. */
  public EngineCounters counters() {
    return ledger.counters();
  }

  @Override
  public void close() {
    fields.close();
    products.close();
  }
}
