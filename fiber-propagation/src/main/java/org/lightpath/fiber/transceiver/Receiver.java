package org.lightpath.fiber.transceiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.lightpath.core.field.ComplexField;

/**
 * Coherent receiver for the channels of a {@link Transmitter}.
 *
 * <p>For each channel: brick-wall demultiplexer, chromatic dispersion and walk-off undone with
 * exp(+jφ(ω)), matched filter, sampling at the symbol instants (exact: the spectrum is folded),
 * then, as asked for, frequency recovery, polarisation alignment and carrier phase; then quality
 * against the symbols sent. The demultiplexer's full width is the channel spacing, or the pulse's
 * band if that is wider; exact pulse shapes are not touched by it.
 *
 * <p>One instance is for one thread at a time.
 */
public final class Receiver {
  private final Transmitter transmitter;
  private final ReceiverSpec spec;
  private final Demultiplexer demultiplexer;
  private final SymbolProcessor processor;

  /**
   * Prepares transforms.
   *
   * @param transmitter whose channels are received and whose symbols are known
   * @param spec signal processing
   * @param dispersion of the whole link, undone here; {@link AccumulatedDispersion#none()} after
   *     back-propagation
   */
  public Receiver(Transmitter transmitter, ReceiverSpec spec, AccumulatedDispersion dispersion) {
    this.transmitter = Objects.requireNonNull(transmitter);
    this.spec = Objects.requireNonNull(spec);
    this.demultiplexer = new Demultiplexer(transmitter, Objects.requireNonNull(dispersion));
    this.processor = new SymbolProcessor(transmitter, spec);
  }

  /**
   * Receives every channel of one field of a batch.
   *
   * @param field (batch, mode, time) on the transmitter's time grid
   * @param index of the field in the batch
   * @param launch with which that field was sent
   * @throws IllegalArgumentException if the field's modes or samples are not the transmitter's
   */
  public List<ChannelResult> receiveAll(ComplexField field, int index, Launch launch) {
    FieldSpectrum spectrum = demultiplexer.transform(field, index);
    List<ChannelResult> results = new ArrayList<>();
    for (int channel = 0; channel < transmitter.spec().grid().channels(); channel++) {
      results.add(receive(spectrum, launch, channel));
    }
    return results;
  }

  /**
   * Receives one channel of one field of a batch.
   *
   * @param field (batch, mode, time) on the transmitter's time grid
   * @param index of the field in the batch
   * @param launch with which that field was sent
   * @param channel 0 being the lowest in frequency
   * @throws IllegalArgumentException if the field's modes or samples are not the transmitter's
   */
  public ChannelResult receive(ComplexField field, int index, Launch launch, int channel) {
    return receive(demultiplexer.transform(field, index), launch, channel);
  }

  /**
   * Mean power [W] that arrives within each channel's band, both polarisations, noise included: for
   * a field that reaches the receiver before back-propagation changes its power.
   *
   * @param field (batch, mode, time) on the transmitter's time grid
   * @param index of the field in the batch
   * @return one for each channel
   * @throws IllegalArgumentException if the field's modes or samples are not the transmitter's
   */
  public List<Double> powers(ComplexField field, int index) {
    FieldSpectrum spectrum = demultiplexer.transform(field, index);
    return IntStream.range(0, transmitter.spec().grid().channels())
        .mapToObj(
            channel -> demultiplexer.receivedPower(spectrum, transmitter.spec().centreBin(channel)))
        .toList();
  }

  private ChannelResult receive(FieldSpectrum spectrum, Launch launch, int channel) {
    TransmitterSpec sent = transmitter.spec();
    List<SentSymbols> known = known(launch.seed(), channel);
    int centre = sent.centreBin(channel);
    if (spec.frequencyRecovery()) {
      List<ChannelSpectrum> coarse = demultiplexer.matched(spectrum, centre);
      centre += processor.frequencyOffset(coarse, known);
    }
    List<ChannelSpectrum> matched = demultiplexer.matched(spectrum, centre);
    return new ChannelResult(
        channel,
        sent.grid().carrier() + centre * sent.binSpacing(),
        transmitter.channelPower(launch, channel),
        demultiplexer.receivedPower(spectrum, centre),
        processor.process(matched, known));
  }

  private List<SentSymbols> known(long seed, int channel) {
    Waveform waveform = transmitter.spec().waveform();
    List<SentSymbols> known = new ArrayList<>();
    for (int p = 0; p < waveform.polarisations().modulated(); p++) {
      ComplexSamples symbols = transmitter.symbols(seed, channel, p);
      int[] labels =
          waveform.format().isDiscrete() ? transmitter.labels(seed, channel, p) : new int[0];
      known.add(new SentSymbols(symbols, labels));
    }
    return known;
  }
}
