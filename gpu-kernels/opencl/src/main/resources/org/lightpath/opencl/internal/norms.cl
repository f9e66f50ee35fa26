/*
 * Norms of the streams of an operand, which lie as encode.cl leaves them: for each window and stream
 * (sum_k w_k e_k^2, c sum_k e_k^2). A group takes STREAMS streams, LANES items to each; the lanes are added in their order.
 *
 * Launch: groups of STREAMS x LANES, one for each matrix, window and STREAMS streams. Global memory: one read of each value, one
 * write of two numbers for each window and stream. Flops: 4 a value. Floor: bytes over bandwidth.
 */
__kernel __attribute__((reqd_work_group_size(STREAMS * LANES, 1, 1))) void norms(
    const __global real *restrict encoded, __global cplx *restrict sums, const __global real *restrict weights,
    const int weighted, const real coefficient, const int paddedStreams, const int paddedWindow, const int windows) {
  __local cplx partial[LANES * STREAMS];
  const int item = get_local_id(0);
  const int across = (paddedStreams + STREAMS - 1) / STREAMS;
  const long window = get_group_id(0) / across;
  const int stream = get_group_id(0) % across * STREAMS + item % STREAMS;
  cplx sum = (cplx)(0, 0);
  if (stream < paddedStreams) {
    const int weight = window % windows * paddedWindow;
    const int paddedInner = windows * paddedWindow;
    const __global real *restrict values = encoded + PLACE(window / windows, weight, stream);
    for (int k = item / STREAMS; k < paddedWindow; k += LANES) {
      const real e = values[(long)k * STREAM_STEP];
      const real square = e * e;
      sum.x = fma(weighted ? weights[weight + k] : (real)0, square, sum.x);
      sum.y += square;
    }
  }
  partial[item] = sum;
  barrier(CLK_LOCAL_MEM_FENCE);
  if (item < STREAMS && stream < paddedStreams) {
    for (int lane = 1; lane < LANES; lane++) {
      sum += partial[lane * STREAMS + item];
    }
    sums[window * paddedStreams + stream] = (cplx)(sum.x, coefficient * sum.y);
  }
}
